"""Addresses of questions."""

from __future__ import annotations

from django.urls import path

from skaala.desk.questions import views

QUESTIONS = "series/<slug:slug>/questions/"
urlpatterns = [
    path(QUESTIONS, views.questions, name="questions"),
    path(QUESTIONS + "new/", views.new_question, name="new-question"),
    path(QUESTIONS + "answers/", views.answers, name="answers"),
    path(QUESTIONS + "<int:question_id>/", views.edit_question, name="question"),
    path(QUESTIONS + "<int:question_id>/move/", views.move, name="move-question"),
    path(QUESTIONS + "restore/<int:question_id>/", views.restore, name="restore-question"),
    path(QUESTIONS + "<int:question_id>/remove/", views.remove, name="remove-question"),
]
