"""What a follow-up is for, and its answers in the words of somebody who answers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WHAT_IT_IS_FOR = _(
    "We ask three times: after 3, 6 and 12 months. First you get an email to agree. The address is used for nothing else; it "
    "is deleted a month after the last question, when you stop, or when two emails stay unanswered."
)
"""Beside the field in which somebody gives an address."""
ANSWERS = {
    "not_yet": pgettext_lazy("answer to a follow-up", "We have not begun"),
    "assessing": pgettext_lazy("answer to a follow-up", "We study whether it suits us"),
    "decided": pgettext_lazy("answer to a follow-up", "It has been decided"),
    "piloting": pgettext_lazy("answer to a follow-up", "We try it"),
    "in_use": pgettext_lazy("answer to a follow-up", "We do it"),
    "declined": pgettext_lazy("answer to a follow-up", "We decided not to take it up"),
    "stopped": pgettext_lazy("answer to a follow-up", "We did it and no longer do"),
}
