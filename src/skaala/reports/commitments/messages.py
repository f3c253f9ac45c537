"""Why somebody cannot commit to a next step, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.reports.commitments.rules import LONGEST_NAME, Refusal, UnableToCommit


def refusal_message(problem: UnableToCommit) -> str:
    """Return why it is not possible and what to do, in the active language."""
    return {
        Refusal.NO_CLOSING_EVENT: _("Only the workspace of a closing event asks who takes part in what."),
        Refusal.NOT_OPEN: _(
            "The workspace is closed. What people said stays visible; you can still withdraw your own with your personal link."
        ),
        Refusal.REHEARSAL: _(
            "This is a rehearsal, and what is said here would be public. Say it when the event begins."
        ),
        Refusal.NOT_A_STEP: _("This next step is no longer in the workspace. Choose another one."),
        Refusal.NO_NAME: _(
            "Write the name of your organisation, or your own, as it may be shown to everybody."
        ),
        Refusal.NAME_TOO_LONG: _("Shorten the name: it may have %(number)s characters at most.")
        % {"number": LONGEST_NAME},
        Refusal.NO_CONSENT: _("Nothing has been saved: we show the name only if you agree to it."),
        Refusal.NO_GUESTS: _("Only those who have registered can join here."),
        Refusal.ALREADY_SAID: _(
            "This organisation is named there already. Whoever said it has the link to take it back."
        ),
        Refusal.TOO_MANY: _("No more names are taken here. Tell the facilitator."),
        Refusal.NOT_A_NAME: _("Write the name of an organisation alone, without links, numbers or insults."),
        Refusal.NO_PROMPT: _(
            "No question of this workspace asks for next steps. Add one of that kind under Questions first."
        ),
    }[problem.refusal]
