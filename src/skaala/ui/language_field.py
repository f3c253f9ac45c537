"""Asking for a language, and for the languages in which something is offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from skaala.ui.languages import LANGUAGE_CHOICES
from skaala.ui.offered import offered, offered_choices


class OfferedLanguageField(forms.ChoiceField):
    """
    Asks for one of the languages that are offered; where there is but one, it is taken and not asked for.

    :param before: choices that come first, such as "Detect automatically"
    """

    def __init__(self, *, before: Sequence[tuple[str, str | Promise]] = (), **kwargs: Any) -> None:
        self.before = list(before)
        super().__init__(choices=lambda: [*before, *offered_choices()], **kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> Any:
        if len(offered()) == 1:
            self.widget = forms.HiddenInput()
        return super().get_bound_field(form, field_name)

    def prepare_value(self, value: Any) -> Any:
        """Show the first of them chosen where the one that would be is not offered."""
        codes = [code for code, _name in [*self.before, *offered_choices()]]
        return value if value in codes else codes[0]

    def clean(self, value: Any) -> str:
        """Return the one language there is, whatever came, or what was chosen."""
        if len(offered()) == 1:
            return offered()[0]
        chosen: str = super().clean(value)
        return chosen


class LanguagesField(forms.MultipleChoiceField):
    """Asks in which languages something is offered; at least in one."""

    default_error_messages = {"required": _("Choose at least one language.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=LANGUAGE_CHOICES, widget=forms.CheckboxSelectMultiple({"class": "is-row"}), **kwargs
        )

    def clean(self, value: Any) -> list[str]:
        """Return the languages in the order of the settings."""
        chosen = super().clean(value)
        return [code for code, _name in LANGUAGE_CHOICES if code in chosen]
