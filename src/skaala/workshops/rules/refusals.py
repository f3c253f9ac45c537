"""Why something is not possible on a board."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """Why something is not possible on a board."""

    NOT_YET_OPEN = "not_yet_open"
    WRITING_OVER = "writing_over"
    WEIGHING_OVER = "weighing_over"
    UNKNOWN_STATEMENT = "unknown_statement"
    HIDDEN_STATEMENT = "hidden_statement"
    MERGED_FURTHER = "merged_further"
    UNKNOWN_PROMPT = "unknown_prompt"
    NO_SUCH_VOTE = "no_such_vote"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    TOO_MANY_GUESTS = "too_many_guests"
    ENOUGH_MARKS = "enough_marks"
    NOT_ADMITTED = "not_admitted"
    NO_SUCH_MOVE = "no_such_move"
    MOVED_MEANWHILE = "moved_meanwhile"
    HAS_VOTES = "has_votes"
    IN_USE = "in_use"
    CARRIED_OVER = "carried_over"
    NOT_OF_THIS_BOARD = "not_of_this_board"
    TOO_FEW_PARTS = "too_few_parts"
    TIMER = "timer"
    NOT_REHEARSING = "not_rehearsing"
    ALREADY_USED = "already_used"
    RESULTS_TOO_EARLY = "results_too_early"
    NUMBER_OF_GROUPS = "number_of_groups"
    NOT_SPLIT = "not_split"
    NOTE_TOO_LONG = "note_too_long"
    NO_SUCH_GROUP = "no_such_group"
    NO_SUCH_NUMBER = "no_such_number"
    GROUP_IN_USE = "group_in_use"
    NO_SUCH_LANGUAGE = "no_such_language"
    NOT_IMPORTED = "not_imported"
    CARRIED_ELSEWHERE = "carried_elsewhere"
    TRANSLATOR_FAILED = "translator_failed"
    QUESTION_CLOSED = "question_closed"
    UNKNOWN_QUESTION = "unknown_question"
    ALREADY_ANSWERED = "already_answered"
    EMPTY_WORD = "empty_word"
    WORD_TOO_LONG = "word_too_long"
    TOO_MANY_ANSWERS = "too_many_answers"
    REAL_PEOPLE = "real_people"
    TOO_MANY_CONCLUSIONS = "too_many_conclusions"
    BEST_AND_WORST = "best_and_worst"
    NUMBER_OF_STEPS = "number_of_steps"
    NUMBER_OF_OPTIONS = "number_of_options"


class UnableToAct(Exception):
    """Something is not possible on a board; ``refusal`` says why, ``phase`` where the board stands."""

    def __init__(self, refusal: Refusal, *, phase: str = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.phase = phase
