"""Merging duplicates and splitting one statement into several; lineage is kept."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from skaala.insight.languages import guess_language
from skaala.workshops import rules
from skaala.workshops.models import Board, CurrentVote, Importance, Moderation, Participant, Statement, Vote
from skaala.workshops.operations.moderate import locked_statement, note
from skaala.workshops.operations.request_analysis import request_analysis
from skaala.workshops.operations.write import new_statement, next_numbers


@transaction.atomic
def merge_statements(
    *, board: Board, duplicate_id: uuid.UUID, into_id: uuid.UUID, now: datetime
) -> Statement:
    """
    Merge a duplicate into another statement. Of two votes of one participant the latest wins.

    Votes are copied, not moved: on another board that carries the duplicate they still stand.

    :raises UnableToAct: if one of them is not of this board, or is no longer on it as one of its own
    """
    # Locked in one order, so that two merges the other way round do not wait for each other for ever.
    first, second = sorted([duplicate_id, into_id])
    held = {each: locked_statement(board, each) for each in (first, second)}
    duplicate, target = held[duplicate_id], held[into_id]
    gone = {Statement.State.MERGED, Statement.State.SPLIT}
    if duplicate.pk == target.pk or duplicate.state in gone or target.state in gone:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    _take_over_votes(board, duplicate, target, now)
    _take_over_marks(board, duplicate, target)
    # What had been merged into the duplicate follows it.
    Statement.objects.filter(merged_into=duplicate).update(merged_into=target)
    duplicate.state, duplicate.merged_into = Statement.State.MERGED, target
    duplicate.save(update_fields=["state", "merged_into"])
    note(duplicate, Moderation.Action.MERGED, into=target.number, now=now)
    request_analysis(board)
    return target


@transaction.atomic
def undo_merge(*, board: Board, statement_id: uuid.UUID, now: datetime) -> Statement:
    """
    Put a merged statement back on its own. Votes that came with it leave the other one again, and what those people had said of
    that before counts; who has voted on it since keeps that vote. Marks of importance stay where they went.

    :raises UnableToAct: if it is not of this board, or not merged
    """
    duplicate = locked_statement(board, statement_id)
    if duplicate.state != Statement.State.MERGED or duplicate.merged_into_id is None:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    target = locked_statement(board, duplicate.merged_into_id)
    _give_votes_back(board, duplicate, target, now)
    duplicate.state, duplicate.merged_into = Statement.State.SHOWN, None
    duplicate.save(update_fields=["state", "merged_into"])
    note(duplicate, Moderation.Action.UNMERGED, into=target.number, now=now)
    request_analysis(board)
    return duplicate


def _give_votes_back(board: Board, duplicate: Statement, target: Statement, now: datetime) -> None:
    day = now.astimezone(board.event.series.zone).date()
    brought = Vote.objects.filter(root=target.root_id, came_with=duplicate).values("participant")
    people = Participant.objects.select_for_update(no_key=True).filter(pk__in=brought).order_by("pk")
    for person in people:
        current = CurrentVote.objects.filter(participant=person, root=target.root_id).first()
        history = Vote.objects.filter(participant=person, root=target.root_id).order_by("-number")
        latest = history.first()
        if current is None or latest is None or latest.came_with_id != duplicate.pk:
            continue  # they have voted on it since, or taken the vote back
        own = history.exclude(came_with=duplicate).first()
        person.votes_cast += 1
        person.save(update_fields=["votes_cast"])
        value = own.value if own is not None else None
        Vote.objects.create(
            participant=person,
            number=person.votes_cast,
            root_id=target.root_id,
            board=board,
            value=value,
            cast_on=day,
        )
        if value is None:
            current.delete()
        else:
            current.number, current.value = person.votes_cast, value
            current.save(update_fields=["number", "value"])


@transaction.atomic
def undo_split(*, board: Board, statement_id: uuid.UUID, now: datetime) -> Statement:
    """
    Put a statement that was split back in one piece, with its votes; its parts are hidden, and keep theirs.

    :raises UnableToAct: if it is not of this board, or not split
    """
    statement = locked_statement(board, statement_id)
    if statement.state != Statement.State.SPLIT:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    shown_parts = statement.parts.filter(state__in=[Statement.State.SHOWN, Statement.State.PENDING])
    shown_parts.update(state=Statement.State.HIDDEN)
    statement.state = Statement.State.SHOWN
    statement.save(update_fields=["state"])
    note(statement, Moderation.Action.UNSPLIT, now=now)
    request_analysis(board)
    return statement


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
    added = []
    for vote in CurrentVote.objects.filter(root=duplicate.root_id, participant__in=people):
        own = kept.get(vote.participant_id)
        if own is not None and own.number > vote.number:
            continue
        person = people[vote.participant_id]
        person.votes_cast += 1
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
                number=vote.number,
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


@transaction.atomic
def split_statement(
    *, board: Board, statement_id: uuid.UUID, parts: list[str], now: datetime
) -> list[Statement]:
    """
    Replace a statement that says several things by one for each; they start without votes.

    :raises UnableToAct: if there are fewer than two parts, one of them is empty or too long, or it is gone already
    """
    statement = locked_statement(board, statement_id)
    if statement.state in {Statement.State.MERGED, Statement.State.SPLIT}:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    texts = list(dict.fromkeys(rules.clean_statement(part) for part in parts if part.strip()))
    if len(texts) < 2:
        raise rules.UnableToAct(rules.Refusal.TOO_FEW_PARTS)
    day = now.astimezone(board.event.series.zone).date()
    made = []
    for number, text in zip(next_numbers(board, len(texts)), texts, strict=True):
        part = new_statement(
            board,
            statement.prompt,
            text,
            number=number,
            language=guess_language(text, default=statement.language),
            day=day,
        )
        part.split_from, part.author, part.source = statement, statement.author, statement.source
        part.is_simulated = statement.is_simulated
        made.append(part)
    Statement.objects.bulk_create(made)
    statement.state = Statement.State.SPLIT
    statement.save(update_fields=["state"])
    note(statement, Moderation.Action.SPLIT, now=now)
    return made
