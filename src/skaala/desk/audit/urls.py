"""Addresses of the audit trail."""

from __future__ import annotations

from django.urls import path

from skaala.desk.audit import views

AUDIT = "organisations/<slug:organisation>/audit/"
urlpatterns = [
    path(AUDIT, views.audit, name="audit"),
    path(AUDIT + "file/", views.audit_file, name="audit-file"),
]
