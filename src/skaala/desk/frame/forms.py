"""What the organiser's forms share: forms about a record, which fill in what was typed but never save, and common fields."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.access import account_of
from skaala.desk.frame.editing import Merging
from skaala.people.models import Tenant
from skaala.people.queries import tenants_where
from skaala.people.rules import Permission
from skaala.series.models.own_words import speak_for
from skaala.series.rules import lengths
from skaala.ui.forms import DateAndTimeField
from skaala.ui.offered import known_among

LONG = lengths.LONG
PASSWORD_HINT = _("At least 10 characters. Three or four words that do not belong together are good.")
MARKDOWN = _("Markdown: an empty line begins a paragraph, - a list, [words](address) a link.")


def time_zones(present: str) -> list[tuple[str, str]]:
    """Return the time zones of Europe, and the present one wherever it is."""
    names = {name for name in available_timezones() if name.startswith("Europe/")} | {"UTC", present}
    return [(name, name.replace("_", " ")) for name in sorted(names)]


class RecordForm(Merging):
    """
    Fields that are called like the record's own are filled from it and back into it.

    What somebody else has saved meanwhile stays, see :mod:`skaala.desk.frame.editing`; a template has to include
    `desk/frame/opened_with.html` in the form for it.
    """

    def __init__(self, *args: Any, record: Model, **kwargs: Any) -> None:
        self.record = record
        columns = {field.name for field in record._meta.concrete_fields}
        self.shared = [name for name in self.base_fields if name in columns]
        held = {name: getattr(record, name) for name in self.shared}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    @property
    def is_merging(self) -> bool:
        return self.record.pk is not None

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


def model_field(form: forms.Form, name: str) -> forms.ModelChoiceField[Any]:
    """Return a field whose rows the form learns late."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    return field


def instant_field(form: forms.Form, name: str) -> DateAndTimeField:
    """Return a field whose time zone the form learns late."""
    field = form.fields[name]
    assert isinstance(field, DateAndTimeField)
    return field


class OwnerForm(forms.Form):
    """To which organisation a new series belongs; asked only of those who may create series in several."""

    owner = forms.ModelChoiceField(
        Tenant.objects.none(), label=_("Organisation"), empty_label=None, to_field_name="slug"
    )

    def __init__(self, request: HttpRequest) -> None:
        found = tenants_where(account_of(request), Permission.EDIT_SERIES)
        self.only = found[0] if len(found) == 1 else None
        is_sent = "owner" in request.POST or (request.method == "POST" and self.only)
        super().__init__(request.POST if is_sent else None)
        model_field(self, "owner").queryset = found
        if self.only is not None:
            del self.fields["owner"]

    def languages(self) -> list[str]:
        """Return the usual languages of the organisations that can be chosen."""
        usual = {
            code for tenant in ([self.only] if self.only else self.choices()) for code in tenant.languages
        }
        return list(known_among(usual))

    def choices(self) -> list[Tenant]:
        """Return the organisations that can be chosen."""
        found = model_field(self, "owner").queryset
        return list(found) if found is not None else []

    def speak(self) -> None:
        """Have the page use the words of the organisation that is chosen, or comes first in the list."""
        is_chosen = self.is_bound and self.is_valid()
        for tenant in [self.tenant()] if is_chosen or self.only else self.choices()[:1]:
            speak_for(tenant.pk)

    def tenant(self) -> Tenant:
        """Return the one that was chosen, or the only one there is."""
        chosen: Tenant = self.only or self.cleaned_data["owner"]
        return chosen


class SlugField(forms.SlugField):
    """The end of a page's address."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput({"autocapitalize": "none", "spellcheck": "false"}))
        kwargs.setdefault("error_messages", {"invalid": _("Use the letters a–z, digits and hyphens only.")})
        super().__init__(max_length=80, **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value.strip().lower() if isinstance(value, str) else value)
        return text
