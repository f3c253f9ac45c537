"""A form about a record: it shows what the record holds and fills in what was typed, but never saves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model

from skaala.ui.forms import DateAndTimeField


class RecordForm(forms.Form):
    """Fields that are called like the record's own are filled from it and back into it."""

    def __init__(self, *args: Any, record: Model, **kwargs: Any) -> None:
        self.record = record
        columns = {field.name for field in record._meta.concrete_fields}
        self.shared = [name for name in self.base_fields if name in columns]
        held = {name: getattr(record, name) for name in self.shared}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def fill_in(self) -> Any:
        """Put what was typed into the record and return it, unsaved."""
        for name in self.shared:
            if name in self.fields:
                setattr(self.record, name, self.cleaned_data[name])
        return self.record


def choice_field(form: forms.Form, name: str) -> forms.ChoiceField:
    """Return a field whose choices the form learns late."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    return field


def instant_field(form: forms.Form, name: str) -> DateAndTimeField:
    """Return a field whose time zone the form learns late."""
    field = form.fields[name]
    assert isinstance(field, DateAndTimeField)
    return field
