"""Making a key of the API."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import model_field
from skaala.people.messages import SCOPES
from skaala.people.models import Tenant
from skaala.people.rules import Scope, may_end_on
from skaala.series.models import Series
from skaala.ui.day_field import DayField


def scope_choices() -> list[tuple[str, Any]]:
    """Return the scopes, each with what it opens and the name that the API has for it."""
    return [
        (scope.value, format_html('{} <code class="muted">{}</code>', SCOPES[scope], scope.value))
        for scope in Scope
    ]


class KeyForm(forms.Form):
    """What for, what it opens, and until when."""

    name = forms.CharField(
        label=_("What the key is for"),
        max_length=100,
        help_text=_("The name of the program, not of a person."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    series = forms.ModelChoiceField(
        Series.objects.none(),
        label=_("Which series it opens"),
        required=False,
        empty_label=_("All series of the organisation"),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What the program may do"),
        choices=scope_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose no more than it needs. What is public needs no key."),
    )
    last_day = DayField(
        label=_("Last day"),
        help_text=_("At most a year from today. Then a new key is needed."),
    )

    def __init__(self, *args: Any, tenant: Tenant, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        model_field(self, "series").queryset = tenant.series.all()

    def clean_last_day(self) -> date:
        """Return the last day, which must be today or within a year."""
        day: date = self.cleaned_data["last_day"]
        if not may_end_on(day, today=self.today):
            raise forms.ValidationError(_("Choose today or a later day, at most a year ahead."))
        return day
