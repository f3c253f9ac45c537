"""A municipality by any of its names, and a date as exact as it is known."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.rules.inexact_dates import InexactDate, UnreadableDate, read_date
from skaala.places.models import Municipality
from skaala.places.queries import municipalities as places
from skaala.registration.messages import unknown_municipality
from skaala.ui.forms import SearchInput


def municipality_names() -> list[str]:
    """Return the municipalities of this year, as a field offers them."""
    return [label for _code, label in places.municipality_choices(year=timezone.localdate().year)]


class MunicipalityField(forms.CharField):
    """A municipality by any of its names; a former one is answered with the one it has become part of."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", SearchInput(municipality_names))
        super().__init__(max_length=100, **kwargs)

    def clean(self, value: Any) -> Municipality | None:
        typed: str = super().clean(value)
        if not typed:
            return None
        year = timezone.localdate().year
        found = places.find_municipality(typed, year=year)
        if found is None:
            raise forms.ValidationError(unknown_municipality(typed, year))
        return found


class InexactDateField(forms.CharField):
    """A day, a month or a year, as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("As exactly as you know: 2024, 5/2024 or 17.5.2024."))
        super().__init__(max_length=20, **kwargs)
        self.widget.attrs["class"] = "input-short"

    def clean(self, value: Any) -> InexactDate | None:
        text: str = super().clean(value)
        try:
            return read_date(text) if text else None
        except UnreadableDate as problem:
            raise forms.ValidationError(
                gettext("Write a year, a month or a day: 2024, 5/2024 or 17.5.2024.")
            ) from problem
