"""The answers to a follow-up, in the words of somebody who answers."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

ANSWERS = {
    "not_yet": pgettext_lazy("answer to a follow-up", "We have not begun"),
    "assessing": pgettext_lazy("answer to a follow-up", "We study whether it suits us"),
    "decided": pgettext_lazy("answer to a follow-up", "It has been decided"),
    "piloting": pgettext_lazy("answer to a follow-up", "We try it"),
    "in_use": pgettext_lazy("answer to a follow-up", "We do it"),
    "declined": pgettext_lazy("answer to a follow-up", "We decided not to take it up"),
    "stopped": pgettext_lazy("answer to a follow-up", "We did it and no longer do"),
}
