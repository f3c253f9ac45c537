"""What the number of those who do an action means, wherever it is given."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

COUNTED = _(
    "Counted are the other municipalities that do it today: they try it, have it in use or do it as ordinary work. "
    "The owner is not counted."
)
