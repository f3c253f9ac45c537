from django.urls import path
from django.http import HttpResponse
app_name="desk"
v=lambda r: HttpResponse("desk")
urlpatterns=[path("",v,name="home"),path("sign-in/",v,name="sign-in"),path("sign-out/",v,name="sign-out")]
