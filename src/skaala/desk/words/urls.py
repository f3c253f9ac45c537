"""Addresses of an organisation's own words."""

from __future__ import annotations

from django.urls import path

from skaala.desk.words.views import own_words, prompt_sets
from skaala.desk.words.views import words as views

WORDS = "organisations/<slug:organisation>/words/"
urlpatterns = [
    path(WORDS, views.words, name="words"),
    path(WORDS + "lists/<slug:which>/", own_words.own_words, name="own-words"),
    path(WORDS + "questions/new/", prompt_sets.new_prompt_set, name="new-prompt-set"),
    path(WORDS + "questions/<int:set_id>/", prompt_sets.prompt_set, name="prompt-set"),
    path(WORDS + "questions/<int:set_id>/remove/", prompt_sets.remove_prompt_set, name="remove-prompt-set"),
]
