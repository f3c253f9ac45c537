"""Is a municipality ready for an action? Asked by GET: nothing is saved, the address holds the answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.fields import MunicipalityField
from skaala.catalogue.messages.profile import ANSWERS
from skaala.catalogue.messages.readiness import QUESTIONS
from skaala.catalogue.rules.readiness import READINESS


class ReadinessForm(forms.Form):
    """The municipality, and an answer to each question."""

    place = MunicipalityField(label=_("Municipality"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in READINESS:
            self.fields[question] = forms.ChoiceField(
                label=QUESTIONS[question],
                choices=[(key, ANSWERS[key]) for key in ("yes", "partly", "no", "unknown")],
                initial="unknown",
                required=False,
                widget=forms.RadioSelect,
            )
