"""Addresses of an organisation's look and sender."""

from __future__ import annotations

from django.urls import path

from skaala.desk.face.views import emails, face, reply_address

PAGE = "organisations/<slug:organisation>/look/"
public = [
    path("reply-address/<str:token>/", reply_address.confirm, name="reply-address"),
]
urlpatterns = [
    path(PAGE, face.face, name="face"),
    path(PAGE + "email/", emails.email, name="face-email"),
    path(PAGE + "test/", emails.send_test, name="face-test"),
    path(PAGE + "ask-again/", face.ask_again, name="ask-reply-address"),
]
