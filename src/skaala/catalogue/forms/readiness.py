"""How ready a municipality is for an action: an answer to each question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from skaala.catalogue.messages.profile import ANSWERS
from skaala.catalogue.messages.readiness import QUESTIONS
from skaala.catalogue.rules.readiness import READINESS


class AnswersForm(forms.Form):
    """An answer to each question; what nobody knows stays unknown."""

    mark_optional = False

    def __init__(self, *args: Any, answers: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in READINESS:
            self.fields[question] = forms.ChoiceField(
                label=QUESTIONS[question],
                choices=[(key, ANSWERS[key]) for key in ("yes", "partly", "no", "unknown")],
                initial=(answers or {}).get(question, "unknown"),
                required=False,
                widget=forms.RadioSelect({"class": "is-row"}),
            )
