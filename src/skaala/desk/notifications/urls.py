"""Addresses of notifications."""

from __future__ import annotations

from django.urls import path

from skaala.desk.notifications import views

EMAILS = "series/<slug:slug>/letters/"
urlpatterns = [
    path(EMAILS + "write/", views.message, name="message"),
    path(EMAILS + "reminders/", views.reminders, name="reminders"),
]
