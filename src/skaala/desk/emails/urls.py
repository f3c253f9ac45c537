"""Addresses of emails."""

from __future__ import annotations

from django.urls import path

from skaala.desk.emails import views

EMAILS = "series/<slug:slug>/letters/"
urlpatterns = [
    path("test-letter/", views.test_email, name="test-email"),
    path(EMAILS, views.emails, name="emails"),
    path(EMAILS + "<uuid:email_id>/", views.email, name="email"),
    path(EMAILS + "<uuid:email_id>/page/", views.email_page, name="email-page"),
    path(EMAILS + "<uuid:email_id>/files/<int:index>/", views.email_file, name="email-file"),
    path(EMAILS + "send-again/", views.send_failed_again, name="send-failed-again"),
    path(EMAILS + "<uuid:email_id>/send-again/", views.send_again, name="send-again"),
]
