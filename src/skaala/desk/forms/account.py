"""Signing in, and an organiser's own details."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from skaala.desk.forms.record import RecordForm


class SignInForm(AuthenticationForm):
    """E-mail address and password. What is wrong of the two is not told."""

    # “username” is for text fields alone (HTML, autofill); password managers look for it.
    username = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "username", "inputmode": "email", "autocapitalize": "none"}),
    )
    error_messages = {
        "invalid_login": _("The e-mail address or the password is not right. Check both and try again."),
        "inactive": _("This account has been closed."),
    }

    def clean_username(self) -> str:
        address: str = self.cleaned_data["username"]
        return address.lower()


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
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=_(
            "The language of letters to you. The desk changes to it now; "
            "at the top of each page you can choose another."
        ),
    )
