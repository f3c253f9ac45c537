"""What somebody who accepts an invitation says about themselves; members of an organisation and of one series alike."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import PASSWORD_HINT
from skaala.people.models import Account


class NewAccountForm(forms.Form):
    """What somebody who accepts an invitation says about themselves."""

    name = forms.CharField(label=_("Name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=PASSWORD_HINT,
    )

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("password"):
            try:
                validate_password(
                    cleaned["password"], Account(email=self.address, name=cleaned.get("name", ""))
                )
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned
