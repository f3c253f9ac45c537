"""Merging duplicates, and undoing it; lineage is kept."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from skaala.workshops import rules
from skaala.workshops.models import Board, CurrentVote, Importance, Moderation, Participant, Statement, Vote
from skaala.workshops.operations.moderate import give_state_back, keep_state, locked_statement, note
from skaala.workshops.operations.request_analysis import request_analysis


@transaction.atomic
def merge_statements(
    *, board: Board, duplicate_id: uuid.UUID, into_id: uuid.UUID, now: datetime
) -> Statement:
    """
    Merge a duplicate into another statement. Of two votes of one participant the latest wins.

    Votes are copied, not moved: on another board that carries the duplicate they still stand.

    :raises UnableToAct: if one of them is not of this board, or is no longer on it as one of its own
    """
    duplicate, target = _locked(board, duplicate_id, into_id)
    gone = {Statement.State.MERGED, Statement.State.SPLIT}
    if duplicate.pk == target.pk or duplicate.state in gone or target.state in gone:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    _take_over_votes(board, duplicate, target, now)
    _take_over_marks(board, duplicate, target)
    # What had been merged into the duplicate goes on pointing at it, so that each merge can be undone, the last one first.
    keep_state(duplicate)
    duplicate.state, duplicate.merged_into = Statement.State.MERGED, target
    duplicate.save(update_fields=["state", "state_before", "merged_into"])
    note(duplicate, Moderation.Action.MERGED, into=target.number, now=now)
    request_analysis(board)
    return target


@transaction.atomic
def undo_merge(*, board: Board, statement_id: uuid.UUID, now: datetime) -> Statement:
    """
    Put a merged statement back on its own, in the state that it had. Votes that came with it leave the other one again, and what
    those people had said of that before counts; who has voted on it since keeps that vote. Marks of importance stay where they went.

    :raises UnableToAct: if it is not of this board, or not merged, or what it was merged into has been merged further
    """
    into_id = board.statements.filter(pk=statement_id).values_list("merged_into", flat=True).first()
    duplicate, target = _locked(board, statement_id, into_id or statement_id)
    if duplicate.state != Statement.State.MERGED or duplicate.merged_into_id != target.pk:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    if target.state == Statement.State.MERGED:
        raise rules.UnableToAct(rules.Refusal.MERGED_FURTHER)
    _give_votes_back(board, duplicate, target, now)
    give_state_back(board, duplicate)
    duplicate.merged_into = None
    duplicate.save(update_fields=["state", "state_before", "merged_into"])
    note(duplicate, Moderation.Action.UNMERGED, into=target.number, now=now)
    request_analysis(board)
    return duplicate


def _locked(board: Board, one: uuid.UUID, other: uuid.UUID) -> tuple[Statement, Statement]:
    """Return two statements locked in one order, so that two who merge or undo the other way round do not wait for each other for ever."""
    found = {each: locked_statement(board, each) for each in sorted({one, other})}
    return found[one], found[other]


def _give_votes_back(board: Board, duplicate: Statement, target: Statement, now: datetime) -> None:
    """
    Let those whose vote on ``target`` may have come with ``duplicate`` have what else they said, the latest of it.

    That is their own vote on the target, or one on a statement that is still merged into it.
    """
    day = now.astimezone(board.event.series.zone).date()
    of_target = Vote.objects.filter(root=target.root_id)
    brought = of_target.filter(came_with=duplicate).values("participant")
    people = Participant.objects.select_for_update(no_key=True).filter(pk__in=brought).order_by("pk")
    others = {each.root_id: each for each in target.merged.exclude(pk=duplicate.pk)}
    for person in people:
        given = of_target.filter(participant=person)
        last_brought = given.exclude(came_with=None).aggregate(last=Max("number"))["last"]
        said: list[tuple[int, int | None, Statement]] = [
            (each.number, each.value, others[each.root_id])
            for each in CurrentVote.objects.filter(participant=person, root__in=others)
        ]
        own = given.filter(came_with=None).order_by("-number").first()
        # Taken back before a merge, it is no word against what the merge brought.
        if own is not None and (own.value is not None or own.number > last_brought):
            said.append((own.number, own.value, duplicate))
        number, value, came_with = max(said, key=lambda each: each[0], default=(0, None, duplicate))
        current = CurrentVote.objects.filter(participant=person, root=target.root_id).first()
        if value != (current.value if current is not None else None):
            person.votes_cast += 1
            person.save(update_fields=["votes_cast"])
            Vote.objects.create(
                participant=person,
                number=person.votes_cast,
                root_id=target.root_id,
                board=board,
                value=value,
                came_with=came_with,
                cast_on=day,
            )
        if value is None:
            CurrentVote.objects.filter(participant=person, root=target.root_id).delete()
        else:
            CurrentVote.objects.update_or_create(
                participant=person, root_id=target.root_id, defaults={"number": number, "value": value}
            )


def _take_over_votes(board: Board, duplicate: Statement, target: Statement, now: datetime) -> None:
    voters = CurrentVote.objects.filter(root=duplicate.root_id).values("participant")
    people = {
        p.pk: p
        for p in Participant.objects.select_for_update(no_key=True).filter(pk__in=voters).order_by("pk")
    }
    kept = {
        vote.participant_id: vote
        for vote in CurrentVote.objects.filter(root=target.root_id, participant__in=people)
    }
    day = now.astimezone(board.event.series.zone).date()
    added, ages = [], {}
    for vote in CurrentVote.objects.filter(root=duplicate.root_id, participant__in=people):
        own = kept.get(vote.participant_id)
        if own is not None and own.number > vote.number:
            continue
        person = people[vote.participant_id]
        person.votes_cast += 1
        ages[vote.participant_id] = vote.number
        added.append(
            Vote(
                participant=person,
                number=person.votes_cast,
                root_id=target.root_id,
                board=board,
                value=vote.value,
                cast_on=day,
                came_with=duplicate,
            )
        )
    carried = [people[vote.participant_id] for vote in added]
    # A statement has 65,535 values at most.
    Participant.objects.bulk_update(carried, ["votes_cast"], batch_size=5000)
    Vote.objects.bulk_create(added)
    CurrentVote.objects.bulk_create(
        [
            CurrentVote(
                participant_id=vote.participant_id,
                root_id=vote.root_id,
                number=ages[vote.participant_id],  # as old as it was, for the merges and undoings to come
                value=vote.value or 0,
            )
            for vote in added
        ],
        update_conflicts=True,
        unique_fields=["participant", "root"],
        update_fields=["number", "value"],
    )


def _take_over_marks(board: Board, duplicate: Statement, target: Statement) -> None:
    marked = Importance.objects.filter(board=board, root=target.root_id).values("participant")
    Importance.objects.filter(board=board, root=duplicate.root_id, participant__in=marked).delete()
    Importance.objects.filter(board=board, root=duplicate.root_id).update(root=target.root_id)
