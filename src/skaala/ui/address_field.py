"""A field for an email address that says what is wrong with what was typed."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class AddressField(forms.EmailField):
    """One email address; common slips are named instead of asking for "a valid address"."""

    default_error_messages = {
        "invalid": gettext_lazy("Write the email address in full, for example name@municipality.fi."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{"max_length": 254, "widget": forms.EmailInput({"spellcheck": "false"}), **options}
        )

    def run_validators(self, value: Any) -> None:
        try:
            super().run_validators(value)
        except ValidationError:
            slip = slip_in(str(value))
            if slip:
                raise ValidationError(slip, code="invalid") from None
            raise


def slip_in(address: str) -> str:
    """Return in words what is wrong with an email address; empty where no common slip is found."""
    local, _at, domain = address.rpartition("@")
    if "," in address or ";" in address:
        if address.count("@") > 1:
            return _("Write one email address only.")
        return _("There is a comma in the email address. Is it to be a full stop?")
    if re.search(r"\s", address):
        return _("There is a space in the email address. Take it out.")
    if address.count("@") > 1:
        return _("There are two @ signs in the email address. Take one out.")
    if "@" not in address:
        return _("The @ sign is missing from the email address.")
    if not local:
        return _("What comes before the @ sign is missing from the email address.")
    if "." not in domain.strip("."):
        return _("The end of the email address is missing, for example .fi.")
    if ".." in address or domain.startswith(".") or domain.endswith("."):
        return _("There is a full stop too many in the email address. Take it out.")
    found = re.search(r"[^\x00-\x7f]", local)
    if found:
        return _(
            "There is %(letter)s before the @ sign of the email address. Addresses have a or o there."
        ) % {"letter": found[0]}
    return ""
