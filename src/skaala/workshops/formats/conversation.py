"""
A conversation as files have it, whatever their format: statements, participants and their votes.

Reading keeps all that a file says and notes what is wrong with single rows; what of it is used is for the caller to decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

KINDS = ("good_practice", "bottleneck", "next_step", "open_question")
PERSPECTIVES = ("receiver", "pioneer", "network", "everyone")
STATES = ("pending", "shown", "hidden", "merged", "split")

MOST_PROBLEMS = 200
FEW_ROWS = 10
"""Fewer wrong rows than these never make a file refused as a whole."""


_OWN = re.compile(r"own-[a-z0-9]{6}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


def perspective_code(written: object) -> str:
    """Return what a file says of a perspective if that is the program's code, or can be an organisation's own."""
    return (
        written if isinstance(written, str) and (written in PERSPECTIVES or _OWN.fullmatch(written)) else ""
    )


def language_code(written: object) -> str:
    """Return what a file says of a language if that can be one; which ones are used is for the caller to decide."""
    return written if isinstance(written, str) and _LANGUAGE.fullmatch(written) else ""


class Fault(StrEnum):
    """What is wrong with a row, or with a whole file."""

    NOT_TEXT = "not_text"
    NOT_A_ZIP = "not_a_zip"
    NOT_A_WORKBOOK = "not_a_workbook"
    OLD_EXCEL = "old_excel"
    TOO_LARGE = "too_large"
    UNKNOWN_FILE = "unknown_file"
    TWO_OF_A_KIND = "two_of_a_kind"
    NO_VOTES = "no_votes"
    NOT_OURS = "not_ours"
    MISSING_COLUMN = "missing_column"
    COLUMN_TWICE = "column_twice"
    MOSTLY_LEFT_OUT = "mostly_left_out"
    WRONG_COLUMN = "wrong_column"
    CELLS = "cells"
    NO_ID = "no_id"
    TWICE = "twice"
    NO_VOTE = "no_vote"
    NO_STATEMENT = "no_statement"
    NO_WORDS = "no_words"
    NO_TIME = "no_time"
    SHORTENED = "shortened"
    META = "meta"
    UNKNOWN_VALUE = "unknown_value"


LEAVES_OUT = frozenset(
    {Fault.CELLS, Fault.NO_ID, Fault.TWICE, Fault.NO_VOTE, Fault.NO_STATEMENT, Fault.NO_WORDS}
)
"""Faults for which a row is left out; for the others it is changed."""


@dataclass(frozen=True)
class Problem:
    """A row that was left out or changed. ``where`` names the column or statement, if one of several in the row."""

    fault: str
    file: str
    line: int
    detail: str = ""
    where: str = ""


class UnreadableConversation(Exception):
    """Nothing can be taken from the files; ``fault`` says why, ``file`` and ``detail`` where, ``first`` the first wrong row."""

    def __init__(self, fault: Fault, file: str, detail: str = "", *, first: Problem | None = None) -> None:
        super().__init__(f"{fault.value}: {file} {detail}")
        self.fault, self.file, self.detail, self.first = fault, file, detail, first


class CastVote(NamedTuple):
    """One vote: on which statement, which (1 agree, 0 pass, −1 disagree), and its day, empty where it is not told."""

    statement: str
    value: int
    day: str = ""


@dataclass
class ConversationPrompt:
    """A question that statements answer."""

    kind: str
    question: dict[str, str]


@dataclass
class ConversationStatement:
    """
    A statement as the files have it.

    :ivar text: empty where the files have votes on it and no words
    :ivar state: one of :data:`STATES`; empty where no moderator has looked at it
    :ivar author_perspective: that of its author, where enough authors share it
    :ivar most: what most of its voters say: agree, disagree or neither; empty where they are too few
    :ivar prompt: the place of its prompt in the list, from 1; 0 for none
    :ivar stated: how many agree and disagree according to the file
    """

    text: str = ""
    language: str = ""
    state: str = ""
    kind: str = "open_question"
    prompt: int = 0
    author: str = ""
    author_perspective: str = ""
    most: str = ""
    source: str = ""
    small_group: str = ""
    is_pinned: bool = False
    is_metadata: bool = False
    is_carried_over: bool = False
    translations: dict[str, str] = field(default_factory=dict)
    stated: tuple[int, int] | None = None


@dataclass
class ConversationParticipant:
    """A participant as the files have them, with their votes in order; of two on one statement the later counts."""

    perspective: str = ""
    group: str = ""
    size_class: str = ""
    is_guest: bool = False
    votes: list[CastVote] = field(default_factory=list)

    @property
    def latest(self) -> dict[str, int]:
        """The votes that count, by statement."""
        return {vote.statement: vote.value for vote in self.votes}


@dataclass
class ConversationPoll:
    """
    A quick question to the room beside the statements, with what may be shown of its answers.

    :ivar people: how many are counted; 0 where they are too few to say anything
    :ivar most: what more than half chose, where they are too few for numbers
    :ivar answers: what could be chosen, or was written; each in its languages, with how many chose or upvoted it, None where not told
    :ivar order: of next steps by best–worst choices, for each answer in its order: score, low, high, first and last place
    """

    kind: str
    question: dict[str, str]
    people: int = 0
    most: dict[str, str] = field(default_factory=dict)
    answers: list[tuple[dict[str, str], int | None]] = field(default_factory=list)
    order: list[tuple[int, int, int, int, int]] = field(default_factory=list)


@dataclass
class ConversationConclusion:
    """
    What the room concluded.

    :ivar text: in each language in which it was written
    :ivar unit: who does it; empty where nobody was named
    :ivar due: by when, as YYYY-MM-DD; empty where no day was set
    :ivar statements: the statements it rests on, by their ids in the files
    :ivar notes: what small groups had noted
    """

    text: dict[str, str]
    unit: str = ""
    due: str = ""
    statements: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class Conversation:
    """
    All that files say of a conversation.

    :ivar title: in each language that it has; ``topic`` is one of them, for formats with one
    :ivar is_complete: whether it is an organiser's file, with statements in every state
    :ivar counts: how many agree, disagree and voted, by statement, where there is no row a person; a statement that is not
        among them is told in words alone
    :ivar totals: how many people voted on shown statements, how often, and on how many; empty where that is not told
    :ivar statements: by their ids in the files; statements that only votes name come after those with words
    :ivar polls: quick questions; written, and not read
    :ivar conclusions: what the room concluded; written, and not read
    :ivar has_words: whether the files tell the statements' words; if not, statements are known by their ids
    :ivar is_turned: whether −1 meant agree in the files
    :ivar rows: how many rows each file has, and of these how many were left out
    """

    title: dict[str, str] = field(default_factory=dict)
    topic: str = ""
    source: str = ""
    is_simulated: bool = False
    is_complete: bool = False
    prompts: list[ConversationPrompt] = field(default_factory=list)
    statements: dict[str, ConversationStatement] = field(default_factory=dict)
    participants: dict[str, ConversationParticipant] = field(default_factory=dict)
    counts: dict[str, tuple[int, int, int]] | None = None
    totals: dict[str, int] = field(default_factory=dict)
    polls: list[ConversationPoll] = field(default_factory=list)
    conclusions: list[ConversationConclusion] = field(default_factory=list)
    has_words: bool = False
    is_turned: bool = False
    problems: list[Problem] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def vote_count(self) -> int:
        """How many votes count."""
        return sum(len(person.latest) for person in self.participants.values())

    def note(self, fault: Fault, file: str, line: int, detail: str = "", where: str = "") -> None:
        """Note what is wrong with a row; after some hundreds, more say nothing new."""
        if fault in LEAVES_OUT:
            self.left_out[file] += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(fault.value, file, line, detail[:80], where[:80]))

    def votes(self) -> Iterator[tuple[str, CastVote]]:
        """Return each vote with the participant's id."""
        for who, person in self.participants.items():
            for vote in person.votes:
                yield who, vote

    def tally(self) -> dict[str, Counter[int]]:
        """Return how many of the votes that count agree (1), disagree (−1) and pass (0), by statement."""
        counted: dict[str, Counter[int]] = {key: Counter() for key in self.statements}
        for key, (agree, disagree, voted) in (self.counts or {}).items():
            counted[key] = Counter({1: agree, -1: disagree, 0: voted - agree - disagree})
        for person in self.participants.values():
            for what, value in person.latest.items():
                counted.setdefault(what, Counter())[value] += 1
        return counted

    def check_mostly_read(self) -> None:
        """
        Check that of no file most rows fall out: that would mean another file, or swapped columns.

        :raises UnreadableConversation: if they do
        """
        for file, out in self.left_out.items():
            if out >= FEW_ROWS and 2 * out > self.rows[file]:
                wrong = (problem for problem in self.problems if problem.file == file)
                raise UnreadableConversation(
                    Fault.MOSTLY_LEFT_OUT, file, f"{out} / {self.rows[file]}", first=next(wrong, None)
                )
