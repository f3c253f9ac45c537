"""Which questions are asked of whom, and what is an answer to them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Protocol, TypeVar

Value = str | bool | list[str]
MOST_DIGITS = 12


class QuestionLike(Protocol):
    """What these rules need to know of a question."""

    pk: int
    event_id: int | None
    is_required: bool
    shown_if_id: int | None
    shown_if_value: str


Q = TypeVar("Q", bound=QuestionLike)


def matches(value: Value | None, wanted: str) -> bool:
    """Say whether an answer is the one that a condition names: an option's key, or yes or no."""
    if isinstance(value, bool):
        return value is (wanted == "yes")
    return wanted in value if isinstance(value, list) else value == wanted


def applicable_questions(
    questions: Sequence[Q], answers: Mapping[int, Value], event_ids: Collection[int]
) -> list[Q]:
    """
    Return the questions that are asked of somebody who comes to these events and answers so.

    A condition stands after what it depends on; an answer to what is not asked counts for nothing.
    """
    found: list[Q] = []
    counted: dict[int, Value] = {}
    for question in questions:
        if question.event_id is not None and question.event_id not in event_ids:
            continue
        if question.shown_if_id is not None and not matches(
            counted.get(question.shown_if_id), question.shown_if_value
        ):
            continue
        found.append(question)
        if question.pk in answers:
            counted[question.pk] = answers[question.pk]
    return found


def unanswered(questions: Sequence[Q], answers: Mapping[int, Value], event_ids: Collection[int]) -> list[Q]:
    """Return the questions that must be answered and are not."""
    return [
        one
        for one in applicable_questions(questions, answers, event_ids)
        if one.is_required and one.pk not in answers
    ]


def read_number(text: str) -> str:
    """
    Return a number as it is kept, with a point and nothing superfluous.

    :raises ValueError: if it is none

    >>> read_number(" 1 200,50 "), read_number("007"), read_number("−3")
    ('1200.5', '7', '-3')
    """
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".").replace("\u2212", "-")
    if not re.fullmatch(rf"[+-]?\d{{1,{MOST_DIGITS}}}(\.\d{{0,{MOST_DIGITS}}})?", plain, re.ASCII):
        raise ValueError(text)
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise ValueError(text) from error
    return f"{number.normalize() + 0:f}"


def breaks_order(order: Sequence[QuestionLike]) -> bool:
    """Say whether a condition would stand before the question it depends on."""
    seen: set[int] = set()
    for question in order:
        if question.shown_if_id is not None and question.shown_if_id not in seen:
            return True
        seen.add(question.pk)
    return False


def new_options(
    before: Sequence[Mapping[str, object]], labels: Sequence[Mapping[str, str]]
) -> list[dict[str, object]]:
    """
    Return options with these labels that keep the keys of those they continue, so that answers keep their meaning.

    An option goes on if it is called the same in any language, or, where as many are left on both sides, if it stands at the
    same place. What is no longer offered is kept as retired.
    """
    active = [option for option in before if not option.get("retired")]
    match: dict[int, Mapping[str, object]] = {}
    for place, label in enumerate(labels):
        for option in before:
            old = option["label"]
            assert isinstance(old, Mapping)
            same = any(old.get(language) == words for language, words in label.items())
            if same and all(option is not taken for taken in match.values()):
                match[place] = option
                break
    left_new = [place for place in range(len(labels)) if place not in match]
    left_old = [one for one in active if all(one is not taken for taken in match.values())]
    if len(left_new) == len(left_old):
        match.update(zip(left_new, left_old, strict=True))
    next_key = max((int(str(option["key"])) for option in before), default=0) + 1
    found: list[dict[str, object]] = []
    for place, label in enumerate(labels):
        if place in match:
            key = match[place]["key"]
        else:
            key, next_key = str(next_key), next_key + 1
        found.append({"key": key, "label": dict(label)})
    kept = {option["key"] for option in found}
    found += [{**option, "retired": True} for option in before if option["key"] not in kept]
    return found
