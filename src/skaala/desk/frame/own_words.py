"""Asking for one of an organisation's own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from skaala.desk.frame.messages import capitalised
from skaala.series.models.own_words import words_here


class OwnWordField(forms.ChoiceField):
    """
    Asks for a code by its name, among those that the organisation of the page offers.

    What a record has already can be kept, though it is no longer offered. Where something else would be chosen that is not
    offered, as in a draft, the first one is.

    :param before: choices that come first
    :param keeps_initial: whether what the form began with is what is in use
    """

    def __init__(
        self,
        which: str,
        *,
        before: Sequence[tuple[str, Any]] = (),
        keeps_initial: bool = False,
        **kwargs: Any,
    ) -> None:
        self.which, self.before, self.keeps_initial = which, list(before), keeps_initial
        self.names: dict[str, str] = {}
        super().__init__(**kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> Any:
        """Learn the words when the form is used: on which page, and with which record."""
        record = getattr(form, "record", None)
        kept = getattr(record, field_name, "") if record is not None and record.pk else ""
        if self.keeps_initial:
            kept = form.get_initial_for_field(self, field_name) or ""
        self.names = dict([*self.before, *capitalised(words_here(self.which).choices(keep=kept))])
        self.choices = list(self.names.items())
        return super().get_bound_field(form, field_name)

    def prepare_value(self, value: Any) -> Any:
        return value if value in self.names or not self.names else next(iter(self.names))
