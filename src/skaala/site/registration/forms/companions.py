"""Others whom one registers along with oneself: some rows of the form, more of them on asking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.registration.messages import no_links
from skaala.registration.operations import Companion
from skaala.registration.rules import normalise_address
from skaala.ui.address_field import AddressField
from skaala.ui.validators import no_control_characters

MOST = 9
"""How many one can bring along at once."""


class CompanionForm(forms.Form):
    """One other person. If all of it is empty, there is no such person."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        required=False,
        validators=[no_control_characters, no_links],
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    email = AddressField(
        label=gettext_lazy("Email"),
        max_length=254,
        required=False,
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    role = forms.CharField(
        label=gettext_lazy("Job title or role"),
        max_length=200,
        required=False,
        validators=[no_control_characters],
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, number: int) -> None:
        super().__init__(data, prefix=f"person-{number}")
        self.number = number
        for name in ("name", "email"):
            setattr(self.fields[name], "needed_when", True)  # noqa: B010  read by the field component

    @property
    def legend(self) -> str:
        return _("Person %(number)s") % {"number": self.number + 1}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_empty():
            return cleaned
        if not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Write the person's name, or clear the other fields too."))
        if not cleaned.get("email") and "email" not in self.errors:
            self.add_error(
                "email",
                _("Write the person's own email address. Their email and personal link are sent there."),
            )
        return cleaned

    def is_empty(self) -> bool:
        """Say whether nothing at all was typed."""
        return not any(self.data.get(self.add_prefix(name), "").strip() for name in self.fields)


class Companions:
    """
    The rows for others, as many as the form had and one more where that was asked for.

    :param data: what was sent; None where the form is shown first
    """

    def __init__(self, data: Mapping[str, Any] | None) -> None:
        self.wants_one_more = data is not None and "add-person" in data
        self.is_shown_anew = self.wants_one_more or (data is not None and switches_language(data))
        count = _number(data.get("people", "0")) if data is not None else 0
        self.forms = [
            CompanionForm(data, number=number)
            for number in range(1, min(count + self.wants_one_more, MOST) + 1)
        ]
        if self.wants_one_more:
            for form in self.forms:
                forget_errors(form)
            if count < MOST:
                self.forms[-1].fields["name"].widget.attrs["autofocus"] = True

    @property
    def count(self) -> int:
        return len(self.forms)

    @property
    def may_be_more(self) -> bool:
        return self.count < MOST

    def are_valid(self, own_address: str) -> bool:
        """Say whether all that was typed can be taken; each address must be another."""
        seen = {normalise_address(own_address)}
        for form in self.forms:
            if form.is_valid() and (address := form.cleaned_data.get("email")):
                if (known := normalise_address(address)) in seen:
                    form.add_error("email", _("You entered this address twice. Each person needs their own."))
                seen.add(known)
        return all(form.is_valid() for form in self.forms)

    def people(self) -> list[Companion]:
        """Return whom the valid rows name."""
        return [Companion(**form.cleaned_data) for form in self.forms if not form.is_empty()]


def switches_language(data: Mapping[str, Any]) -> bool:
    """Whether a form was sent only to be shown in another language with what was typed so far."""
    return "switch-language" in data


def forget_errors(form: forms.Form) -> None:
    """Show a form as it was typed so far without complaining of what is not written yet."""
    form._errors = forms.utils.ErrorDict()  # type: ignore[attr-defined]  # else reading it would judge the form
    form.cleaned_data = {}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
