"""What a contact of an action agrees to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

HAS_AGREED = _("The contact has agreed that name and address are shown on the public page")
ASKED_TWICE_A_YEAR = _(
    "Twice a year an email asks whether all is still so. If two emails stay unanswered, name and address are deleted."
)
