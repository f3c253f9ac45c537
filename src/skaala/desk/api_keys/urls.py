"""Addresses of keys of the API."""

from __future__ import annotations

from django.urls import path

from skaala.desk.api_keys import views

KEYS = "organisations/<slug:organisation>/api-keys/"
urlpatterns = [
    path(KEYS, views.api_keys, name="api-keys"),
    path(KEYS + "new/", views.new, name="new-api-key"),
    path(KEYS + "<int:key_id>/end/", views.end, name="end-api-key"),
]
