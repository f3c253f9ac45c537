"""What was offered and answered in follow-ups, as organisers see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from skaala.catalogue.messages.follow_ups import ANSWERS
from skaala.catalogue.models import FollowUp, FollowUpQuestion
from skaala.catalogue.presenters.dates import inexact
from skaala.workshops.models import Statement


@dataclass(frozen=True)
class FollowUpLine:
    """Who was followed up in what, and the latest answer; nobody is named."""

    municipality: Any
    step: Statement | None
    kind: Any
    answer: Any
    answered_on: str


def follow_up_lines(found: Iterable[FollowUp]) -> list[FollowUpLine]:
    """Return follow-ups read by :mod:`skaala.catalogue.queries.follow_ups` in words."""
    return [_line(one) for one in found]


def answers_in_words(counts: Iterable[tuple[str, int]]) -> list[tuple[Any, str]]:
    """Return how many have answered what, for a list of facts."""
    return [(ANSWERS.get(answer, answer), str(count)) for answer, count in counts]


def _line(one: FollowUp) -> FollowUpLine:
    answered: list[FollowUpQuestion] = one.answered  # type: ignore[attr-defined]
    last = answered[-1] if answered else None
    return FollowUpLine(
        one.municipality or "",
        one.step,
        one.get_kind_display(),
        ANSWERS.get(last.answer, "") if last else "",
        inexact(last.answered_on, "day") if last else "",
    )
