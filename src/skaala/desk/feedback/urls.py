"""Addresses of feedback."""

from __future__ import annotations

from django.urls import path

from skaala.desk.feedback import views

FEEDBACK = "series/<slug:slug>/events/<slug:event_slug>/feedback/"
urlpatterns = [
    path(FEEDBACK, views.feedback, name="feedback"),
    path(FEEDBACK + "questions/", views.questions, name="feedback-questions"),
    path(FEEDBACK + "export/", views.export, name="feedback-export"),
]
