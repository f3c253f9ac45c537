"""Where the living style guide stands."""

from django.urls import path

from skaala.ui.style_guide import views

app_name = "ui"
urlpatterns = [
    path("", views.components, name="style-guide"),
    path("patterns/<slug:pattern>/", views.pattern, name="style-pattern"),
]
