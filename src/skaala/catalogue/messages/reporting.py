"""Why an adoption cannot be reported, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.catalogue.rules.reporting import Refusal, UnableToReport

IN_THE_FUTURE = gettext_lazy("This date is in the future.")
"""Of an action that is said to have begun or ended."""


def refusal_message(problem: UnableToReport) -> str:
    """Return what is wrong and what to do, in the reader's language."""
    return {
        Refusal.FUTURE: _("This date is in the future. Report it when it has happened."),
        Refusal.BEFORE_ACTION: _("The action did not exist yet at that time. Check the date."),
        Refusal.BEFORE_MUNICIPALITY: _(
            "This municipality had already merged with another at that time. Name the one it became part of."
        ),
        Refusal.NO_REASON: _(
            "Choose the reason: it helps those who offer support, and others who consider the action."
        ),
        Refusal.OWN_ACTION: _(
            "This municipality owns the action, so it does not adopt it. Ask the editor to change the action’s status."
        ),
        Refusal.FROM_ITSELF: _(
            "A municipality cannot learn an action from itself. Choose another, or leave this out."
        ),
        Refusal.LOOP: _(
            "The other municipality is said to have learned this action from yours. Check who was first, or leave this out."
        ),
        Refusal.UNITS: _("Give both numbers, and the first cannot be larger than the second."),
        Refusal.SAID_ALREADY: _("This has been reported already for that date. There is nothing to do."),
    }[problem.refusal]
