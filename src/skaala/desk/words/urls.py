"""Addresses of an organisation's own words."""

from __future__ import annotations

from django.urls import path

from skaala.desk.words import views

WORDS = "organisations/<slug:organisation>/words/"
urlpatterns = [
    path(WORDS, views.words, name="words"),
]
