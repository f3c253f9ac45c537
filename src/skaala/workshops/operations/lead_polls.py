"""Quick questions as the facilitator leads them: written, asked, closed, and their texts moderated."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from skaala.ui.texts import Texts
from skaala.workshops import queries, rules
from skaala.workshops.models import (
    Board,
    Moderation,
    Poll,
    PollAnswer,
    PollChoice,
    PollOption,
    PollText,
    Prompt,
)
from skaala.workshops.operations.present import show_screen
from skaala.workshops.queries.polls import counts_now, order_now, poll_screen
from skaala.workshops.rules import polls


@transaction.atomic
def save_poll(*, poll: Poll, options: Sequence[Texts] = ()) -> Poll:
    """
    Save a question that nobody has answered; a new one comes last.

    :param options: what can be chosen, for a question of that kind
    :raises UnableToAct: if it has been answered, or has too few or too many answers to choose from
    """
    board = Board.objects.select_for_update(no_key=True).get(pk=poll.board_id)
    if poll.kind == Poll.Kind.CHOICE:
        polls.check_options(options)
    if poll._state.adding:
        last = board.polls.aggregate(last=Max("number"))["last"] or 0
        if last >= polls.MOST_POLLS:
            raise rules.UnableToAct(rules.Refusal.TOO_MANY_ANSWERS)
        poll.number = last + 1
    elif is_answered(_locked(board, poll.pk)):
        raise rules.UnableToAct(rules.Refusal.ALREADY_ANSWERED)
    poll.save()
    poll.options.all().delete()
    if poll.kind == Poll.Kind.CHOICE:
        PollOption.objects.bulk_create(
            PollOption(poll=poll, number=number, text=text) for number, text in enumerate(options, 1)
        )
    return poll


@transaction.atomic
def open_poll(*, board: Board, poll_id: uuid.UUID) -> Poll:
    """
    Ask the room a question, and show it on the projector; what was answered before stays.

    :raises UnableToAct: if the board is not open, there is no such question, or too few next steps to order
    """
    current = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    polls.check_can_answer(current.phase, is_open=True)
    poll = _locked(board, poll_id)
    if poll.kind == Poll.Kind.ORDER and not is_answered(poll):
        _take_steps(current, poll)
    poll.state, poll.closed_on = Poll.State.OPEN, None
    poll.save(update_fields=["state", "closed_on"])
    show_screen(board=board, name=poll_screen(poll))
    return poll


@transaction.atomic
def close_poll(*, board: Board, poll_id: uuid.UUID, now: datetime) -> Poll:
    """Take no more answers; what was answered is shown now, if it was hidden until then."""
    poll = _locked(board, poll_id)
    poll.state = Poll.State.CLOSED
    poll.closed_on = now.astimezone(board.event.series.zone).date()
    poll.counts = _settled(poll)
    poll.save(update_fields=["state", "closed_on", "counts"])
    return poll


@transaction.atomic
def remove_poll(*, board: Board, poll_id: uuid.UUID) -> None:
    """Remove a question with all that was answered."""
    _locked(board, poll_id).delete()


@transaction.atomic
def set_poll_text_shown(*, board: Board, text_id: uuid.UUID, is_shown: bool, now: datetime) -> PollText:
    """Show a word or an answer in words to the room, or hide it."""
    text = (
        PollText.objects.select_for_update(of=("self",))
        .select_related("poll")
        .filter(board=board, pk=text_id)
        .first()
    )
    if text is None:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    state = PollText.State.SHOWN if is_shown else PollText.State.HIDDEN
    if text.state == state:
        return text
    text.state = state
    text.save(update_fields=["state"])
    Moderation.objects.create(
        board=board,
        number=text.number,
        poll=text.poll.number,
        action=Moderation.Action.SHOWN if is_shown else Moderation.Action.HIDDEN,
        done_at=now,
    )
    return text


def is_answered(poll: Poll) -> bool:
    """Say whether anybody has answered a question."""
    return poll.texts.exists() or any(
        rows.filter(poll=poll).exists() for rows in (PollAnswer.objects, PollChoice.objects)
    )


def _take_steps(board: Board, poll: Poll) -> None:
    """Let the next steps that the whole room sees now be what is put in order."""
    steps = list(queries.shown_to_all(board).filter(prompt__kind=Prompt.Kind.NEXT_STEP))
    polls.check_steps(len(steps))
    poll.options.all().delete()
    PollOption.objects.bulk_create(
        PollOption(poll=poll, number=number, statement=step) for number, step in enumerate(steps, 1)
    )


def renew_counts(poll: Poll) -> None:
    """Let the room see the answers as they are now, if it sees them while they come; within the caller's lock on the question."""
    if poll.hides_until_closed and poll.state == Poll.State.OPEN:
        return
    counts = _settled(poll)
    if counts != poll.counts:
        poll.counts = counts
        poll.save(update_fields=["counts"])


def _settled(poll: Poll) -> dict[str, Any]:
    if poll.kind == Poll.Kind.ORDER:
        return polls.next_order(poll.counts, order_now(poll))
    following = polls.next_upvotes if poll.has_texts else polls.next_counts
    return following(poll.counts, counts_now(poll))


def _locked(board: Board, poll_id: uuid.UUID) -> Poll:
    poll = Poll.objects.select_for_update(of=("self",), no_key=True).filter(board=board, pk=poll_id).first()
    if poll is None:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    return poll
