"""Addresses of claims."""

from __future__ import annotations

from django.urls import path

from skaala.desk.claims import views

CLAIMS = "series/<slug:slug>/report/claims/"
urlpatterns = [
    path(CLAIMS, views.claims, name="claims"),
    path(CLAIMS + "find/", views.find, name="claims-find"),
    path(CLAIMS + "undo/", views.undo, name="claims-undo"),
    path(CLAIMS + "decide/", views.decide, name="claims-decide"),
    path(CLAIMS + "of/<slug:key>/", views.claim, name="claim"),
]
