"""Why somebody cannot say that she takes part, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.reports.rules_of_commitments import LONGEST_NAME, NotPossibleToCommit, Refusal


def refusal_words(problem: NotPossibleToCommit) -> str:
    """Return in the reader's language what is not possible, why, and what she can do."""
    words = {
        Refusal.NO_CLOSING_EVENT: _("Only the board of a closing event asks who takes part in what."),
        Refusal.NOT_OPEN: _(
            "The board is closed. What was said stays; you can still withdraw yours by your personal link."
        ),
        Refusal.REHEARSAL: _(
            "This is a rehearsal, and what is said here would be public. Say it when the event begins."
        ),
        Refusal.NOT_A_STEP: _("This next step no longer stands on the board. Choose another one."),
        Refusal.NO_NAME: _(
            "Write the name of your organisation, or your own, as it may be shown to everybody."
        ),
        Refusal.NAME_TOO_LONG: _("Shorten the name: it may have %(number)s characters at most.")
        % {"number": LONGEST_NAME},
        Refusal.NO_CONSENT: _("Nothing has been saved: we show the name only if you agree to it."),
        Refusal.NO_PROMPT: _(
            "No question of this board asks for next steps. Add one of that kind under Questions first."
        ),
    }
    return words[problem.refusal]
