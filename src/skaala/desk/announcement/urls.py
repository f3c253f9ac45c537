"""Addresses of announcement."""

from __future__ import annotations

from django.urls import path

from skaala.desk.announcement import views

NEW_SERIES = "new-series/"
urlpatterns = [
    path(NEW_SERIES + "announcement/", views.from_announcement, name="from-announcement"),
    path(NEW_SERIES + "announcement/check/", views.check_announcement, name="check-announcement"),
]
