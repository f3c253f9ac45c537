"""The form that corrects a mistyped address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.ui.address_field import AddressField


class CorrectAddressForm(forms.Form):
    """Asks for the right address; ``before`` is the one that was typed."""

    address = AddressField(
        label=gettext_lazy("Right email address"),
        widget=forms.EmailInput({"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Write your email address.")},
    )

    def __init__(self, data: Any, *, before: str) -> None:
        super().__init__(data, initial={"address": before})

    def refuse(self) -> None:
        """Say that the address cannot be changed here any more."""
        self.add_error(
            "address",
            _(
                "The address can no longer be changed here. Register again with the right address, or ask the organiser."
            ),
        )
