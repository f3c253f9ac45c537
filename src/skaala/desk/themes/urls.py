"""Addresses of themes."""

from __future__ import annotations

from django.urls import path

from skaala.desk.themes import views

THEMES = "series/<slug:slug>/report/themes/"
urlpatterns = [
    path(THEMES, views.themes, name="themes"),
    path(THEMES + "find/", views.find, name="themes-find"),
    path(THEMES + "undo/", views.undo, name="themes-undo"),
    path(THEMES + "of/<slug:key>/", views.theme, name="theme"),
]
