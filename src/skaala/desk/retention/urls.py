"""Addresses of data protection."""

from __future__ import annotations

from django.urls import path

from skaala.desk.retention import views

SERIES = "series/<slug:slug>/data-protection/"
urlpatterns = [
    path(SERIES, views.data_protection, name="data-protection"),
    path(SERIES + "names/", views.mentions, name="mentions"),
]
