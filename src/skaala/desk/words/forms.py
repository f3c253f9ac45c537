"""What an organisation calls its own."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.ui.language_field import LanguagesField


class UsualLanguagesForm(forms.Form):
    """In which languages new series are held."""

    languages = LanguagesField(
        label=_("Usual languages"),
        help_text=_(
            "New series are held in these, unless others are chosen. Series that there are already stay as they are."
        ),
    )
