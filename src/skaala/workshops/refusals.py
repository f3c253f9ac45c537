"""Why something is not possible on a board, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.workshops import rules
from skaala.workshops.models import Board
from skaala.workshops.rules import NotPossible, Refusal


def stream_refusal_words(status: int) -> str:
    """Say in the active language why a stream is not opened: 403 not valid any more, 429 too many of one's own, 503 of all."""
    if status == 429:
        return _("You have this board open in ten places. Close some of them, and then reload the page.")
    if status == 503:
        return _("Too many follow boards just now. The page works without live updates; reload it.")
    return _("The page has been open too long for live updates. Reload it.")


def refusal_words(problem: NotPossible) -> str:
    """Return in the reader's language what is not possible, why, and what she can do."""
    words = {
        Refusal.NOT_YET_OPEN: _("The board is not open yet. Come back when the workshop begins."),
        Refusal.WRITING_OVER: _("Writing is over for now. You can still read what has been written."),
        Refusal.WEIGHING_OVER: _("Weighing is over, so nothing has been changed. See what the votes say."),
        Refusal.UNKNOWN_STATEMENT: _("There is no such statement on this board."),
        Refusal.HIDDEN_STATEMENT: _(
            "This statement no longer stands by itself: it was hidden, merged or split. Nothing has been changed."
        ),
        Refusal.UNKNOWN_PROMPT: _("There is no such question on this board."),
        Refusal.NO_SUCH_VOTE: _("Choose agree, disagree or pass."),
        Refusal.EMPTY: _("Write one idea in words."),
        Refusal.TOO_LONG: _("Shorten the statement to at most %(number)s characters. One idea is enough."),
        Refusal.TOO_MANY: _("You have written very many statements. Leave room for the others."),
        Refusal.ENOUGH_MARKS: _("You have marked three statements already. Take a mark away first."),
        Refusal.NOT_ADMITTED: _(
            "You cannot take part in this board. Use the link in your letter, or ask the facilitator."
        ),
        Refusal.NO_SUCH_MOVE: _("From this phase the board cannot go there. Move one step at a time."),
        Refusal.MOVED_MEANWHILE: _(
            "Somebody else has just changed the board; it is now in the phase “%(phase)s”. Nothing was changed by you."
        ),
        Refusal.HAS_VOTES: _(
            "Somebody has voted on these words, so they stay. Hide the statement and write a new one, or split it."
        ),
        Refusal.CARRIED_OVER: _("This statement was carried over with its votes, so its words stay."),
        Refusal.NOT_OF_THIS_BOARD: _(
            "One of the statements is not shown on an earlier board of this series. Choose again."
        ),
        Refusal.TOO_FEW_PARTS: _("Write at least two parts, each on a line of its own."),
        Refusal.TIMER: _("The timer must end in the future, at most four hours from now."),
        Refusal.NOT_REHEARSING: _("This board is not in rehearsal, so nothing was wiped."),
        Refusal.ALREADY_USED: _(
            "Something has been done on this board already. A rehearsal begins, and files are taken in, on an unused board."
        ),
        Refusal.RESULTS_TOO_EARLY: _(
            "Results can be published once the board is in the phase Conclude or Closed, and never from a rehearsal."
        ),
        Refusal.NUMBER_OF_GROUPS: _("Choose from 2 to 30 small groups."),
        Refusal.NOT_SPLIT: _("The room is not split into small groups now."),
        Refusal.NOTE_TOO_LONG: _("Shorten the note, or send it in two parts."),
        Refusal.NO_SUCH_GROUP: _("There is no such small group now. Choose one from the list."),
        Refusal.GROUP_IN_USE: _(
            "This group has written something, so it stays. Tell its people aloud to choose another group."
        ),
        Refusal.NO_SUCH_LANGUAGE: _("Choose Finnish, Swedish or English."),
        Refusal.CARRIED_ELSEWHERE: _(
            "Statements of this board stand on another one, so it stays. Hide its statements instead."
        ),
        Refusal.TRANSLATOR_FAILED: _(
            "The translator did not answer. Write the translation by hand, or try again later."
        ),
        Refusal.NOT_IMPORTED: _("This board was not taken in from files, so it stays."),
    }[problem.refusal]
    phase = dict(Board.Phase.choices).get(problem.phase, "")
    if "%(" in words:
        return words % {"number": rules.LONGEST, "phase": phase}
    return words
