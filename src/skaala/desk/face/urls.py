"""Addresses of an organisation's look and sender."""

from __future__ import annotations

from django.urls import path

from skaala.desk.face.views import face, reply_address

PAGE = "organisations/<slug:organisation>/look/"
public = [
    path("reply-address/<str:token>/", reply_address.confirm, name="reply-address"),
]
urlpatterns = [
    path(PAGE, face.face, name="face"),
    path(PAGE + "logo/", face.logo, name="face-logo"),
    path(PAGE + "ask-again/", face.ask_again, name="ask-reply-address"),
]
