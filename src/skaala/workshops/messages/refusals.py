"""Why something is not possible on a board, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.workshops import rules
from skaala.workshops.models import Board
from skaala.workshops.rules import Refusal, UnableToAct


def stream_refusal_words(status: int) -> str:
    """Say in the active language why a stream is not opened: 403 not valid any more, 429 too many of one's own, 503 of all."""
    if status == 429:
        return _("You have this workspace open in ten places. Close some of them, and then reload the page.")
    if status == 503:
        return _(
            "Too many people are following workspaces right now. The page works without live updates; reload it."
        )
    return _("The page has been open too long for live updates. Reload it.")


def refusal_message(problem: UnableToAct) -> str:
    """Return in the reader's language what is not possible, why, and what they can do."""
    words = {
        Refusal.NOT_YET_OPEN: _("The workspace is not open yet. Come back when the workshop begins."),
        Refusal.WRITING_OVER: _("Writing has ended for now. You can still read what has been written."),
        Refusal.WEIGHING_OVER: _("Voting has ended, so nothing was changed. See the results."),
        Refusal.UNKNOWN_STATEMENT: _("There is no such statement in this workspace."),
        Refusal.HIDDEN_STATEMENT: _(
            "This statement is no longer shown: it was hidden, merged or split. Nothing was changed."
        ),
        Refusal.MERGED_FURTHER: _(
            "The statement that this one was merged into has itself been merged into another. Undo that merge first."
        ),
        Refusal.UNKNOWN_PROMPT: _("There is no such question in this workspace."),
        Refusal.NO_SUCH_VOTE: _("Choose agree, disagree or pass."),
        Refusal.EMPTY: _("Write one idea."),
        Refusal.TOO_LONG: _("Shorten the statement to at most %(number)s characters. One idea is enough."),
        Refusal.TOO_MANY_GUESTS: _(
            "No more guests can be counted: there is room for as many people as have a confirmed place, and for the guests you allow beyond them. To count more, raise the number of guests in the rules. Those who wait can vote meanwhile."
        ),
        Refusal.TOO_MANY: _("You have written very many statements. Leave room for the others."),
        Refusal.ENOUGH_MARKS: _("You have already marked three statements. Remove a mark first."),
        Refusal.NOT_ADMITTED: _(
            "You cannot take part in this workspace. Use the link in your email, or ask the facilitator."
        ),
        Refusal.NO_SUCH_MOVE: _(
            "The workspace cannot move to that phase from here. Move one step at a time."
        ),
        Refusal.MOVED_MEANWHILE: _(
            "Someone else has just changed the workspace. It is now in the phase “%(phase)s”. Your change was not made."
        ),
        Refusal.HAS_VOTES: _(
            "This wording has votes, so it cannot be changed. Hide the statement and write a new one, or split it."
        ),
        Refusal.IN_USE: _(
            "Somebody has voted on this statement, or it is used already, so it cannot be withdrawn. Ask the facilitator to hide it."
        ),
        Refusal.CARRIED_OVER: _(
            "This statement was carried over with its votes, so its wording cannot be changed."
        ),
        Refusal.NOT_OF_THIS_BOARD: _(
            "One of the statements is not shown in an earlier workspace of this series. Choose again."
        ),
        Refusal.TOO_FEW_PARTS: _("Write at least two parts, each on a line of its own."),
        Refusal.TIMER: _("The timer must end in the future, at most four hours from now."),
        Refusal.NOT_REHEARSING: _("This workspace is not in rehearsal, so nothing was deleted."),
        Refusal.ALREADY_USED: _(
            "This workspace is already in use. A rehearsal or an import needs an unused workspace."
        ),
        Refusal.RESULTS_TOO_EARLY: _(
            "Results can be published once the workspace is in the phase Conclude or Closed, and never from a rehearsal."
        ),
        Refusal.NUMBER_OF_GROUPS: _("Choose from 2 to 30 small groups."),
        Refusal.NOT_SPLIT: _("The room is not split into small groups now."),
        Refusal.NOTE_TOO_LONG: _("Shorten the note, or send it in two parts."),
        Refusal.NO_SUCH_GROUP: _("There is no such small group now. Choose one from the list."),
        Refusal.NO_SUCH_NUMBER: _(
            "Nobody has this number on their phone now. Ask for the number under Your group."
        ),
        Refusal.GROUP_IN_USE: _(
            "This group has written something, so it cannot be removed. Ask its members to choose another group."
        ),
        Refusal.NO_SUCH_LANGUAGE: _("Choose one of the languages in the list."),
        Refusal.CARRIED_ELSEWHERE: _(
            "Statements of this workspace are used in another one, so it cannot be removed. Hide its statements instead."
        ),
        Refusal.TRANSLATOR_FAILED: _(
            "The translator did not answer. Write the translation by hand, or try again later."
        ),
        Refusal.QUESTION_CLOSED: _("This question is not open now, so your answer was not counted."),
        Refusal.UNKNOWN_QUESTION: _("There is no such question in this workspace."),
        Refusal.ALREADY_ANSWERED: _("This question has been answered already, so it cannot be changed."),
        Refusal.EMPTY_WORD: _("Write a word first."),
        Refusal.WORD_TOO_LONG: _("Write a word, or a few: at most 40 characters."),
        Refusal.TOO_MANY_ANSWERS: _("You have sent as many answers to this question as one person can."),
        Refusal.BEST_AND_WORST: _("Choose one as the most important and another as the least important."),
        Refusal.NUMBER_OF_STEPS: _(
            "An order needs from 4 to 40 next steps in the workspace. Add or hide some, then ask again."
        ),
        Refusal.TOO_MANY_CONCLUSIONS: _("There are 40 conclusions already. Remove one to write another."),
        Refusal.REAL_PEOPLE: _(
            "Real people have taken part in this workspace, so simulated ones cannot: their votes would be mixed."
        ),
        Refusal.NUMBER_OF_OPTIONS: _("Write from 2 to 8 answers, each on a line of its own."),
        Refusal.NOT_IMPORTED: _("This workspace was not imported from files, so it cannot be removed."),
    }[problem.refusal]
    phase = dict(Board.Phase.choices).get(problem.phase, "")
    if "%(" in words:
        return words % {"number": rules.LONGEST, "phase": phase}
    return words
