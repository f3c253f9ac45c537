"""Our own sentences in place of Django's for what a form refuses: each says what to do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

_CHOOSE_ONE = _("Choose one of the options.")
_CHOOSE_FROM_OPTIONS = _("Choose from the options.")
_WEB_ADDRESS = _("Write the web address in full, for example https://example.org.")

FIELDS: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Fill in this field.")},
    forms.IntegerField: {"invalid": _("Write a whole number, for example 12.")},
    forms.FloatField: {"invalid": _("Write a number.")},
    forms.DecimalField: {"invalid": _("Write a number.")},
    forms.DateField: {"invalid": _("Write the day as day, month and year, for example 27.3.2023.")},
    forms.TimeField: {"invalid": _("Write the time as hours and minutes, for example 13:00.")},
    forms.URLField: {"invalid": _WEB_ADDRESS},
    forms.ChoiceField: {"invalid_choice": _CHOOSE_ONE},
    forms.ModelChoiceField: {"invalid_choice": _CHOOSE_ONE},
    forms.MultipleChoiceField: {"invalid_choice": _CHOOSE_FROM_OPTIONS, "invalid_list": _CHOOSE_FROM_OPTIONS},
    forms.ModelMultipleChoiceField: dict.fromkeys(
        ("invalid_choice", "invalid_list", "invalid_pk_value"), _CHOOSE_FROM_OPTIONS
    ),
    forms.FileField: {
        "invalid": _("Choose a file."),
        "missing": _("Choose a file."),
        "empty": _("The file is empty. Choose another."),
    },
}
"""By field, its sentences; a field that has its own keeps them."""

VALIDATORS: dict[type[Any], Any] = {
    validators.MaxLengthValidator: ngettext_lazy(
        "Shorten this to %(limit_value)d character. It has %(show_value)d now.",
        "Shorten this to at most %(limit_value)d characters. It has %(show_value)d now.",
        "limit_value",
    ),
    validators.MinLengthValidator: ngettext_lazy(
        "Write at least %(limit_value)d character.",
        "Write at least %(limit_value)d characters.",
        "limit_value",
    ),
    validators.MaxValueValidator: _("The number may be at most %(limit_value)s."),
    validators.MinValueValidator: _("The number must be at least %(limit_value)s."),
    validators.EmailValidator: _("Write the email address in full, for example name@municipality.fi."),
    validators.URLValidator: _WEB_ADDRESS,
    validators.ProhibitNullCharactersValidator: _(
        "Remove line breaks and other invisible characters from this text."
    ),
}


def replace_sentences() -> None:
    """Have every form field and validator that is made from now on use our sentences."""
    for field, sentences in FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **sentences}
    for validator, sentence in VALIDATORS.items():
        validator.message = sentence
