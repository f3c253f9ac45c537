"""Answering a quick question: choosing, writing, and upvoting what others wrote. One answer a person; the latest counts."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.db.models import Max

from skaala.insight.languages import guess_language
from skaala.workshops import rules
from skaala.workshops.models import (
    Board,
    Participant,
    Poll,
    PollAnswer,
    PollChoice,
    PollOption,
    PollText,
    PollUpvote,
)
from skaala.workshops.operations.lead_polls import renew_counts
from skaala.workshops.queries.guests import not_counted
from skaala.workshops.queries.polls import next_set
from skaala.workshops.rules import polls
from skaala.workshops.rules.attention import concerns


@transaction.atomic
def choose_answer(*, board: Board, participant: Participant, poll_id: uuid.UUID, chosen: str) -> Poll:
    """
    Take what a participant chose: an option's id, or a step of a scale; it takes the place of what they chose before.

    :raises UnableToAct: if the question is not open, or has no such answer
    """
    poll = _open_poll(board, participant, poll_id)
    option: PollOption | None = None
    step = None
    if poll.kind == Poll.Kind.CHOICE:
        option = next((one for one in poll.options.all() if str(one.pk) == chosen), None)
    elif poll.kind == Poll.Kind.SCALE and chosen in {str(number) for number in range(1, polls.STEPS + 1)}:
        step = int(chosen)
    if option is None and step is None:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    PollAnswer.objects.update_or_create(
        poll=poll, participant=participant, defaults={"option": option, "step": step}
    )
    renew_counts(poll)
    return poll


@transaction.atomic
def choose_best_and_worst(
    *, board: Board, participant: Participant, poll_id: uuid.UUID, number: int, best: str, worst: str
) -> Poll:
    """
    Take which of the next steps of a set is the most and which the least important; the same set sent again changes nothing.

    :param number: of the set, as the page had it
    :raises UnableToAct: if the question is not open, or not one of each is chosen
    """
    poll = _open_poll(board, participant, poll_id)
    if poll.kind != Poll.Kind.ORDER:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    asked = next_set(poll, participant)
    if asked is None or number != asked.number:
        return poll
    by_key = {str(one.pk): one for one in asked.options}
    polls.check_choice(best, worst, list(by_key))
    PollChoice.objects.create(
        poll=poll,
        participant=participant,
        number=asked.number,
        shown=list(by_key),
        best=by_key[best],
        worst=by_key[worst],
    )
    return poll


@transaction.atomic
def take_last_choice_back(*, board: Board, participant: Participant, poll_id: uuid.UUID) -> Poll:
    """
    Ask a participant about the last set again.

    :raises UnableToAct: if the question is not open
    """
    poll = _open_poll(board, participant, poll_id)
    last = PollChoice.objects.filter(poll=poll, participant=participant).order_by("number").last()
    if last is not None:
        last.delete()
    return poll


@transaction.atomic
def write_poll_text(*, board: Board, participant: Participant, poll_id: uuid.UUID, text: str) -> PollText:
    """
    Take a word or a free answer; held like a statement until the facilitator has looked at it, where that is asked for.

    The same words from the same person again change nothing.

    :raises UnableToAct: if the question is not open, or the text is empty, too long or one too many
    """
    poll = _open_poll(board, participant, poll_id)
    is_word = poll.kind == Poll.Kind.WORDS
    if not poll.has_texts:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    cleaned = polls.clean_word(text) if is_word else polls.clean_text(text)
    own = list(poll.texts.filter(author=participant))
    for known in own:
        if known.text.casefold() == cleaned.casefold():
            return known
    if len(own) >= (polls.WORDS_A_PERSON if is_word else polls.TEXTS_A_PERSON):
        raise rules.UnableToAct(rules.Refusal.TOO_MANY_ANSWERS)
    current = Board.objects.select_related("event__series").get(pk=board.pk)
    held = concerns(cleaned, own_words=current.own_words.splitlines())
    is_looked_at = held or current.moderates_before or participant.pk in not_counted(current)
    return PollText.objects.create(
        board=board,
        poll=poll,
        number=(poll.texts.aggregate(last=Max("number"))["last"] or 0) + 1,
        author=participant,
        text=cleaned,
        language=guess_language(cleaned),
        state=PollText.State.PENDING if is_looked_at else PollText.State.SHOWN,
        held_for=",".join(held),
    )


@transaction.atomic
def upvote(*, board: Board, participant: Participant, text_id: uuid.UUID, is_wanted: bool) -> PollText:
    """
    Say that a free answer of somebody else's matters, or take that back; the same again changes nothing.

    :raises UnableToAct: if the question is not open, or the answer is their own or not shown
    """
    text = PollText.objects.filter(board=board, pk=text_id).first()
    if text is None:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    poll = _open_poll(board, participant, text.poll_id)
    text.refresh_from_db()
    may = (
        poll.kind == Poll.Kind.OPEN
        and text.state == PollText.State.SHOWN
        and text.author_id != participant.pk
        and not poll.hides_until_closed
    )
    if not may:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    if is_wanted:
        PollUpvote.objects.get_or_create(text=text, participant=participant)
    else:
        PollUpvote.objects.filter(text=text, participant=participant).delete()
    renew_counts(poll)
    return text


def _open_poll(board: Board, participant: Participant, poll_id: uuid.UUID) -> Poll:
    """Lock person, then question, and check that it is open: whoever closes it waits for answers that are on their way."""
    Participant.objects.select_for_update(no_key=True).get(pk=participant.pk)
    found = Poll.objects.select_for_update(of=("self",), no_key=True).filter(board=board, pk=poll_id)
    poll = found.first()
    if poll is None or poll.state == Poll.State.DRAFT:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    phase = Board.objects.values_list("phase", flat=True).get(pk=board.pk)
    polls.check_can_answer(phase, is_open=poll.state == Poll.State.OPEN)
    return poll
