"""What may stand in a name or another text of one line."""

from __future__ import annotations

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def no_control_characters(value: str) -> None:
    """Refuse line breaks and other control characters in one-line texts; they have no business in an email's header."""
    if any(unicodedata.category(letter) == "Cc" for letter in value):
        raise ValidationError(_("Remove line breaks and other invisible characters from this text."))
