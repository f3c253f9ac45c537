"""The address of the guide, under each language."""

from __future__ import annotations

from django.urls import path

from skaala.api.guide import views

urlpatterns = [path("", views.guide, name="api-guide")]
