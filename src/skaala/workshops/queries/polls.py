"""Quick questions: which there are, what a participant has answered, and what the room may see of the answers."""

from __future__ import annotations

import uuid
from collections import Counter

from django.db.models import Count, QuerySet

from skaala.workshops.models import Board, Participant, Poll, PollAnswer, PollText
from skaala.workshops.queries.guests import not_counted
from skaala.workshops.rules.boards import RUNNING


def asked_polls(board: Board) -> QuerySet[Poll]:
    """Return the questions that the room has been asked, the open and newest ones first."""
    return board.polls.exclude(state=Poll.State.DRAFT).order_by("-state", "-number")


def poll_waiting_for(board: Board, participant: Participant) -> Poll | None:
    """Return an open question that a participant has not answered, the newest one; None where there is none."""
    if board.phase not in RUNNING:
        return None
    found = board.polls.filter(state=Poll.State.OPEN).exclude(answers__participant=participant)
    return found.exclude(texts__author=participant).order_by("-number").first()


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
    return PollAnswer.objects.filter(poll=poll).count()


def shown_texts(poll: Poll) -> list[PollText]:
    """Return the words or free answers that the room sees: those with most upvotes first, then the newest."""
    texts = poll.texts.filter(state=PollText.State.SHOWN)
    return sorted(texts, key=lambda text: (-poll.counts.get(str(text.pk), 0), -text.number))


def polls_stamp(board: Board) -> list[list[tuple[object, ...]]]:
    """Return what changes with whatever the room sees of its questions."""
    polls, texts = board.polls.all(), board.poll_texts.all()
    return [list(polls.values_list()), list(texts.values_list("pk", "state"))]
