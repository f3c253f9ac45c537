"""Letting what was written and voted under one id go on under another: an earlier id, or a guest who had registered."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.db.models import Max

from skaala.mail.models import Email
from skaala.registration.models import Registration
from skaala.registration.rules.workspace_key import participant_of
from skaala.workshops import rules
from skaala.workshops.models import (
    Admission,
    Board,
    CurrentVote,
    Importance,
    Member,
    Participant,
    PollAnswer,
    PollChoice,
    PollText,
    PollUpvote,
    Statement,
    Vote,
)
from skaala.workshops.models.pseudonyms import earlier_id
from skaala.workshops.operations.change_ids import change_ids
from skaala.workshops.operations.forget import HOLD_A_PARTICIPANT
from skaala.workshops.operations.request_analysis import request_analysis


@transaction.atomic
def take_over_earlier_id(*, registration: Registration, key: bytes) -> bool:
    """
    Let a person of a running series go on as who they were before keys came, once.

    Not where somebody else has changed the address meanwhile: the key might have gone to another person.

    :returns: whether there was something to take over
    """
    old = earlier_id(registration.pk, registration.series)
    addresses = Email.objects.filter(registration_email__registration=registration).values_list(
        "to_address", flat=True
    )
    if old is None or registration.email_corrected_at or set(addresses) - {registration.email}:
        return False
    new = participant_of(key)
    if Participant.objects.filter(pk=new).exists():
        return False
    found = Participant.objects.select_for_update().filter(pk=old, series=registration.series_id).first()
    if found is None:
        return False
    _move_all(found, new)
    return True


def _move_all(participant: Participant, new: uuid.UUID) -> None:
    old = participant.pk
    participant.pk = new
    participant.save(force_insert=True)
    for model, column in [*HOLD_A_PARTICIPANT, (Admission, "participant_id")]:
        model._default_manager.filter(**{column: old}).update(**{column: new})
    Participant.objects.filter(pk=old).delete()
    change_ids(Board.objects.filter(event__series=participant.series_id), {old: new})


@transaction.atomic
def join_guest(*, guest: Participant, key: bytes, registration: Registration) -> Participant:
    """
    Let a person who took part as a guest, and has a key of the same series, be one participant with one vote a statement.

    Where both voted on a statement the later day counts, and on the same day the guest's, who used this browser last.

    :returns: the participant with the key
    """
    new = participant_of(key)
    boards = {each.board for each in guest.votes.select_related("board")}
    own = Participant.objects.select_for_update().filter(pk=new).first()
    if own is None:
        town = registration.municipality
        own = Participant.objects.create(
            pk=new,
            series=guest.series,
            perspective=guest.perspective,
            size_class=town.size_class if town else "",
            joined_on=guest.joined_on,
        )
    _join_votes(guest, own)
    _join_where_free(Importance, guest, own, "board_id", "root_id")
    _join_where_free(Member, guest, own, "board_id", "round")
    _join_where_free(PollAnswer, guest, own, "poll_id")
    _join_where_free(PollChoice, guest, own, "poll_id", "number")
    _join_where_free(PollUpvote, guest, own, "text_id")
    PollText.objects.filter(author=guest).update(author=own)
    Statement.objects.filter(author=guest).update(author=own)
    # The guest may be in an analysis beside the person, so that there it becomes nobody.
    change_ids(Board.objects.filter(event__series=guest.series_id), {guest.pk: uuid.uuid4()})
    guest.delete()
    for board in boards:
        request_analysis(board)
    return own


def _join_votes(guest: Participant, own: Participant) -> None:
    last = own.votes.aggregate(last=Max("number"))["last"] or 0
    days = {each.root_id: each.cast_on for each in own.votes.order_by("number")}
    moved: dict[uuid.UUID, Vote] = {}
    for vote in guest.votes.order_by("number"):
        if vote.root_id in days and days[vote.root_id] > vote.cast_on:
            continue
        last += 1
        vote.participant, vote.number = own, last
        vote.save(update_fields=["participant", "number"])
        moved[vote.root_id] = vote
    CurrentVote.objects.filter(participant=own, root__in=moved).delete()
    CurrentVote.objects.bulk_create(
        CurrentVote(participant=own, root_id=root, number=vote.number, value=vote.value)
        for root, vote in moved.items()
        if vote.value is not None
    )
    own.votes_cast = last
    own.save(update_fields=["votes_cast"])


def _join_where_free(model: Any, guest: Participant, own: Participant, *keys: str) -> None:
    """Move the guest's rows that the person has none of; for marks, no more than there are slots."""
    taken = set(model.objects.filter(participant=own).values_list(*keys))
    marks = Importance.objects.filter(participant=own).values_list("board_id", "slot")
    slots = set(marks) if model is Importance else None
    for row in model.objects.filter(participant=guest):
        if tuple(getattr(row, key) for key in keys) in taken:
            continue
        if slots is not None:
            free = [slot for slot in range(1, rules.MARKS_A_PERSON + 1) if (row.board_id, slot) not in slots]
            if not free:
                continue
            row.slot = free[0]
            slots.add((row.board_id, row.slot))
        row.participant = own
        row.save()
