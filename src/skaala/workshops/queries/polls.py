"""Quick questions: which there are, what a participant has answered, and what the room may see of the answers."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from skaala.insight.best_worst import Answer, Order, design, each_is_seen_often, rank
from skaala.workshops.models import (
    Board,
    Participant,
    Poll,
    PollAnswer,
    PollChoice,
    PollOption,
    PollText,
    Statement,
)
from skaala.workshops.queries.guests import not_counted
from skaala.workshops.rules.boards import RUNNING

LONG = 12
"""Of more sets than these people are told that they can stop."""


def asked_polls(board: Board) -> QuerySet[Poll]:
    """Return the questions that the room has been asked, the open and newest ones first."""
    return board.polls.exclude(state=Poll.State.DRAFT).order_by("-state", "-number")


def poll_waiting_for(board: Board, participant: Participant) -> Poll | None:
    """Return an open question that a participant has not answered, the newest one; None where there is none."""
    if board.phase not in RUNNING:
        return None
    found = board.polls.filter(state=Poll.State.OPEN).exclude(answers__participant=participant)
    waiting = found.exclude(texts__author=participant).order_by("-number")
    return next(
        (poll for poll in waiting if poll.kind != Poll.Kind.ORDER or next_set(poll, participant)), None
    )


@dataclass(frozen=True)
class NextSet:
    """
    The set of next steps that a participant is asked about next; ``number`` of ``of``.

    :ivar steps: how many next steps are ordered
    """

    options: list[PollOption]
    number: int
    of: int
    steps: int

    @property
    def is_long(self) -> bool:
        """Whether there are so many sets that not everybody will answer them all."""
        return self.of > LONG

    @property
    def each_is_seen_often(self) -> bool:
        """Whether whoever answers all sets has compared each step three times."""
        return each_is_seen_often(self.steps)


def steps_to_order(poll: Poll) -> list[PollOption]:
    """Return the next steps that are ordered, as far as they are still shown."""
    shown = poll.options.filter(statement__state=Statement.State.SHOWN)
    return list(shown.select_related("statement").prefetch_related("statement__root__translations"))


def next_set(poll: Poll, participant: Participant) -> NextSet | None:
    """Return the set that comes next; None once all are answered. The same participant is asked the same sets each time."""
    options = {str(one.pk): one for one in steps_to_order(poll)}
    sets = design(list(options), seed=f"{poll.pk}{participant.pk}")
    done = PollChoice.objects.filter(poll=poll, participant=participant).count()
    if done >= len(sets):
        return None
    return NextSet([options[key] for key in sets[done]], done + 1, len(sets), len(options))


def order_now(poll: Poll) -> Order:
    """Return the order of the next steps by all choices of those who count; what the room may see of it is in `Poll.counts`."""
    given: dict[str, list[Answer]] = {}
    chosen = PollChoice.objects.filter(poll=poll).exclude(participant__in=not_counted(poll.board))
    for who, shown, best, worst in chosen.values_list("participant", "shown", "best", "worst"):
        given.setdefault(str(who), []).append((tuple(shown), str(best), str(worst)))
    return rank(given, [str(one.pk) for one in steps_to_order(poll)], seed=str(poll.pk))


def find_poll(board: Board, poll_id: uuid.UUID) -> Poll | None:
    """Return one question of ``board``."""
    return board.polls.filter(pk=poll_id).first()


def polls_pending(board: Board) -> int:
    """Return how many words and answers wait for the facilitator."""
    return board.poll_texts.filter(state=PollText.State.PENDING).count()


def poll_screen(poll: Poll) -> str:
    """Return what the projector's screen of a question is called."""
    return f"poll-{poll.pk}"


def counts_now(poll: Poll) -> dict[str, int]:
    """Return how many chose each option or step, or upvoted each text; not what the room may see, which is in `Poll.counts`."""
    outside = not_counted(poll.board)
    if poll.has_texts:
        upvoted = poll.texts.filter(upvotes__isnull=False).exclude(upvotes__participant__in=outside)
        return {str(pk): number for pk, number in upvoted.annotate(n=Count("upvotes")).values_list("pk", "n")}
    answers = PollAnswer.objects.filter(poll=poll).exclude(participant__in=outside)
    return dict(Counter(str(option or step) for option, step in answers.values_list("option", "step")))


def people_who_answered(poll: Poll) -> int:
    """Return how many have answered; a total, which says nothing of what."""
    if poll.has_texts:
        return poll.texts.exclude(author=None).values("author").distinct().count()
    if poll.kind == Poll.Kind.ORDER:
        return PollChoice.objects.filter(poll=poll).values("participant").distinct().count()
    return PollAnswer.objects.filter(poll=poll).count()


def shown_texts(poll: Poll) -> list[PollText]:
    """Return the words or free answers that the room sees: those with most upvotes first, then the newest."""
    texts = poll.texts.filter(state=PollText.State.SHOWN)
    return sorted(texts, key=lambda text: (-poll.counts.get(str(text.pk), 0), -text.number))


def polls_stamp(board: Board) -> list[list[tuple[object, ...]]]:
    """Return what changes with whatever the room sees of its questions."""
    polls, texts = board.polls.all(), board.poll_texts.all()
    return [list(polls.values_list()), list(texts.values_list("pk", "state"))]
