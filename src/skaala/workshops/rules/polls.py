"""Quick questions to the room: what may be answered when, and what of the answers may be shown. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from skaala.insight.best_worst import Order, RankedItem
from skaala.insight.disclosure import is_exact, is_publishable, may_follow, totals_may_follow
from skaala.workshops.rules.boards import RUNNING
from skaala.workshops.rules.refusals import Refusal, UnableToAct
from skaala.workshops.rules.texts import clean_statement, one_line

STEPS = 5
FEWEST_STEPS, MOST_STEPS = 4, 40
"""Between so many next steps an order is asked for."""
FEWEST_OPTIONS, MOST_OPTIONS = 2, 8
LONGEST_TEXT = 280
LONGEST_WORD = 40
WORDS_A_PERSON = 3
TEXTS_A_PERSON = 5
MOST_POLLS = 30
FOLLOWS_AFTER = 5
"""Fewer people than these more or less, and what the room sees stays as it is."""
SIZES = 5
"""Into how many sizes of type the words of a cloud fall."""


@dataclass(frozen=True)
class PollResult:
    """
    What may be shown of the answers to a choice or a scale.

    :ivar people: how many are counted; 0 where they are too few to say anything
    :ivar counts: by option or step, from ten people on
    :ivar most: of five to nine people, what more than half of them chose; empty where nothing was
    """

    people: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    most: str = ""

    @property
    def is_exact(self) -> bool:
        return bool(self.counts)

    def share(self, key: str) -> int:
        """Return how many per cent chose this; 0 where that is not shown."""
        return round(100 * self.counts.get(key, 0) / self.people) if self.counts else 0


def result_of(counts: Mapping[str, int]) -> PollResult:
    """
    Return what may be shown of these counts: as of a board's votes numbers from ten people, words from five, below nothing.

    >>> result_of({"a": 3, "b": 1})
    PollResult(people=0, counts={}, most='')
    >>> result_of({"a": 5, "b": 2})
    PollResult(people=7, counts={}, most='a')
    >>> result_of({"a": 9, "b": 1}).share("a")
    90
    """
    people = sum(counts.values())
    if is_exact(people):
        return PollResult(people, dict(counts))
    if not is_publishable(people):
        return PollResult()
    return PollResult(people, most=next((key for key, number in counts.items() if 2 * number > people), ""))


def next_counts(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """
    Return which counts the room sees next: today's, or those of before while the two differ by one to four people.

    >>> next_counts({"a": 5}, {"a": 6, "b": 3})
    {'a': 5}
    >>> next_counts({"a": 5}, {"a": 7, "b": 3})
    {'a': 7, 'b': 3}
    """
    return dict(now) if may_follow(before, now) else dict(before)


def next_order(before: Mapping[str, Any], now: Order) -> dict[str, Any]:
    """
    Return which order the room sees next, as it is kept: today's, or that of before while the two differ by fewer than five people.

    >>> next_order({"people": 12}, Order(14))
    {'people': 12}
    >>> next_order({}, Order(9))
    {}
    """
    if not now.items or (before and abs(now.people - before["people"]) < FOLLOWS_AFTER):
        return dict(before)
    return {
        "people": now.people,
        "items": [
            [one.item, one.score, one.low, one.high, one.first_rank, one.last_rank] for one in now.items
        ],
    }


def order_of(kept: Mapping[str, Any]) -> Order:
    """Return an order as it was kept."""
    return Order(kept.get("people", 0), tuple(RankedItem(*row) for row in kept.get("items", ())))


def check_choice(best: str, worst: str, shown: Sequence[str]) -> None:
    """
    Check that of a set one item is the most and another the least important.

    :raises UnableToAct: if not
    """
    if best not in shown or worst not in shown or best == worst:
        raise UnableToAct(Refusal.BEST_AND_WORST)


def check_steps(number: int) -> None:
    """
    Check that there are enough next steps to order, and not more than people can compare.

    :raises UnableToAct: if not
    """
    if not FEWEST_STEPS <= number <= MOST_STEPS:
        raise UnableToAct(Refusal.NUMBER_OF_STEPS)


def next_upvotes(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """
    Return how many upvotes of each text the room sees next; each text's number follows in steps of five people.

    >>> next_upvotes({"a": 5}, {"a": 9, "b": 5, "c": 4})
    {'a': 5, 'b': 5}
    """
    shown = {
        key: now.get(key, 0) if totals_may_follow([(before.get(key, 0), now.get(key, 0))]) else before[key]
        for key in sorted({*before, *now})
        if key in before or is_publishable(now[key])
    }
    return {key: number for key, number in shown.items() if number}


def check_can_answer(phase: str, *, is_open: bool) -> None:
    """
    Check that a quick question can be answered now.

    :raises UnableToAct: if it or the whole workspace is closed
    """
    if phase not in RUNNING or not is_open:
        raise UnableToAct(Refusal.QUESTION_CLOSED, phase=phase)


def clean_word(text: str) -> str:
    """
    Return a word of a cloud as it is kept: one line, without marks around it.

    :raises UnableToAct: if there is no letter or digit in it, or it is longer than a few words
    """
    if len(text) > LONGEST_WORD * 40:
        raise UnableToAct(Refusal.WORD_TOO_LONG)
    word = one_line(text).strip(" .,;:!?–-\"'”“#")
    if not any(letter.isalnum() for letter in word):
        raise UnableToAct(Refusal.EMPTY_WORD)
    if len(word) > LONGEST_WORD:
        raise UnableToAct(Refusal.WORD_TOO_LONG)
    return word


def clean_text(text: str) -> str:
    """Return a free answer as it is kept; as a statement."""
    return clean_statement(text, longest=LONGEST_TEXT)


@dataclass(frozen=True)
class CloudWord:
    """A word with how often it was written, and its size from 1 to :data:`SIZES`."""

    text: str
    language: str
    times: int
    size: int


def cloud(words: Iterable[tuple[str, str]]) -> list[CloudWord]:
    """
    Return each word once, the most frequent first; whether letters are capital makes no difference.

    :param words: each with its language, in the order in which they were written

    >>> [(word.text, word.times, word.size) for word in cloud([("Luottamus", "fi"), ("aika", "fi"), ("luottamus", "fi")])]
    [('Luottamus', 2, 5), ('aika', 1, 1)]
    """
    first: dict[str, tuple[str, str]] = {}
    times: Counter[str] = Counter()
    for text, language in words:
        key = text.casefold()
        first.setdefault(key, (text, language))
        times[key] += 1
    most = max(times.values(), default=1)
    return [
        CloudWord(*first[key], number, 1 + (SIZES - 1) * (number - 1) // max(1, most - 1))
        for key, number in sorted(times.items(), key=lambda one: (-one[1], one[0]))
    ]


def check_options(options: Sequence[object]) -> None:
    """
    Check that a question with answers to choose from has some, and not more than fit a phone.

    :raises UnableToAct: if not
    """
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise UnableToAct(Refusal.NUMBER_OF_OPTIONS)
