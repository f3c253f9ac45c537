"""Addresses of missing."""

from __future__ import annotations

from django.urls import path

from skaala.desk.missing import views

MISSING = "series/<slug:slug>/missing/"
urlpatterns = [
    path(MISSING, views.missing, name="missing"),
    path(MISSING + "export/", views.export, name="missing-export"),
]
