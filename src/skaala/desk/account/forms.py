"""Signing in, and an organiser's own details."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import PASSWORD_HINT, RecordForm
from skaala.people.models import Account
from skaala.ui.address_field import AddressField
from skaala.ui.languages import LANGUAGE_CHOICES


class SignInForm(AuthenticationForm):
    """E-mail address and password. What is wrong of the two is not told."""

    # “username” is for text fields alone (HTML, autofill); password managers look for it.
    username = AddressField(
        label=_("Email address"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "username", "inputmode": "email", "autocapitalize": "none"}),
    )
    error_messages = {
        "invalid_login": _("The email address or the password is not right. Check both and try again."),
        "inactive": _("This account has been closed."),
    }

    def clean_username(self) -> str:
        address: str = self.cleaned_data["username"]
        return address.lower()


class CodeForm(forms.Form):
    """A code of an authenticator app."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class PasskeyNameForm(forms.Form):
    """What somebody calls a passkey."""

    name = forms.CharField(
        label=_("Name of the passkey"),
        max_length=60,
        help_text=_("So that you know it again, for example “work phone”."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class ConfirmForm(forms.Form):
    """The password once more."""

    password = forms.CharField(
        label=_("Password"), strip=False, widget=forms.PasswordInput({"autocomplete": "current-password"})
    )


class ForgottenForm(forms.Form):
    """The address of somebody who has forgotten their password."""

    address = AddressField(
        label=_("Email address"), max_length=254, widget=forms.EmailInput({"autocomplete": "email"})
    )


class ChosenPasswordForm(forms.Form):
    """A new password."""

    password = forms.CharField(
        label=_("New password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=PASSWORD_HINT,
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.account)
        return password


class NewPasswordForm(PasswordChangeForm):
    """Django's, but that the summary of errors alone takes the focus."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["old_password"].widget.attrs["autofocus"]


class OwnDetailsForm(RecordForm):
    """Name and language of whoever is signed in."""

    name = forms.CharField(
        label=_("Name"), max_length=200, required=False, widget=forms.TextInput({"autocomplete": "name"})
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=LANGUAGE_CHOICES,
        widget=forms.RadioSelect,
        help_text=_(
            "The language of emails to you. The organiser pages change to it now; at the top of each page you can choose another."
        ),
    )
