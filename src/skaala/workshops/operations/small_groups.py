"""Splitting the room into small groups, what a group notes down, and bringing all together again."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from skaala.workshops import queries, rules
from skaala.workshops.models import Board, Member, Note, Participant, SmallGroup
from skaala.workshops.rules.small_groups import clean_place, free_marks, group_for
from skaala.workshops.rules.small_groups import split_room as deal


@transaction.atomic
def split_room(
    *,
    board: Board,
    count: int,
    way: str,
    names: Sequence[str] = (),
    places: Sequence[str] = (),
    until: datetime | None = None,
    seed: int = 0,
    keeps_moved: bool = False,
) -> list[SmallGroup]:
    """
    Split the room into ``count`` small groups; an earlier split ends, its notes and statements stay.

    :param way: `drawn` (by lot, municipalities of all sizes in each group) or `chosen` (each goes to the group they were told)
    :param names: of the groups, in their order; those left out have their number
    :param places: where they meet, in the same order: a room, or the address of a call
    :param until: when the groups end: the room's timer runs until then
    :param seed: what the lot is drawn from
    :param keeps_moved: whether those who were moved by hand stay in the group of the same number, if there is one
    :raises UnableToAct: if nothing can be written now, or the number makes no sense
    """
    current = locked_board(board)
    rules.check_can_vote(current.phase)
    if not 2 <= count <= rules.MOST_GROUPS or way not in {Board.Split.DRAWN, Board.Split.CHOSEN}:
        raise rules.UnableToAct(rules.Refusal.NUMBER_OF_GROUPS)
    moved = _moved(current) if keeps_moved and way == Board.Split.DRAWN else {}
    current.round += 1
    current.split = way
    current.timer_ends_at = until or current.timer_ends_at
    save_and_notify(current, "round", "split", "timer_ends_at")
    groups = SmallGroup.objects.bulk_create(
        SmallGroup(
            board=current,
            round=current.round,
            number=number,
            name=" ".join(names[number - 1].split())[:60] if number <= len(names) else "",
            place=clean_place(places[number - 1]) if number <= len(places) else "",
        )
        for number in range(1, count + 1)
    )
    if way == Board.Split.DRAWN:
        people = {person.pk: person.size_class for person in queries.people_here(current)}
        dealt = deal(people, count, seed=seed, placed=moved)
        marks = iter(free_marks(len(people), (), seed=seed))
        Member.objects.bulk_create(
            Member(
                board=current,
                round=current.round,
                group=group,
                participant_id=who,
                mark=next(marks),
                is_moved=who in moved,
            )
            for group, those in zip(groups, dealt, strict=True)
            for who in those
        )
    return groups


def _moved(board: Board) -> dict[uuid.UUID, int]:
    """Return who was moved by hand since the room was split, with the place of their group."""
    members = Member.objects.filter(board=board, round=board.round, is_moved=True)
    return {who: number - 1 for who, number in members.values_list("participant", "group__number")}


@transaction.atomic
def find_place(*, board: Board, participant: Participant) -> SmallGroup | None:
    """Return the small group of ``participant``; where groups are drawn and they come late, the smallest takes them in."""
    own = queries.group_of(board, participant)
    if own is not None or board.split != Board.Split.DRAWN:
        return own
    current = locked_board(board)
    own = queries.group_of(current, participant)
    if own is not None or current.split != Board.Split.DRAWN:
        return own
    groups = list(queries.small_groups(current))
    kinds: dict[uuid.UUID, list[str]] = {group.pk: [] for group in groups}
    members = Member.objects.filter(board=current, round=current.round)
    for group, kind in members.values_list("group", "participant__size_class"):
        kinds[group].append(kind)
    chosen = groups[group_for(participant.size_class, [kinds[group.pk] for group in groups])]
    Member.objects.create(
        board=current,
        round=current.round,
        group=chosen,
        participant=participant,
        mark=_free_mark(current),
    )
    return chosen


@transaction.atomic
def choose_group(*, board: Board, participant: Participant, group_id: uuid.UUID) -> SmallGroup:
    """
    Let a participant go to the group they were told to go to, or to another one after that, also where lots were drawn.

    :raises UnableToAct: if the room is not split, or there is no such group
    """
    current = locked_board(board)
    if not current.split:
        raise rules.UnableToAct(rules.Refusal.NOT_SPLIT)
    group = current.small_groups.filter(round=current.round, pk=group_id).first()
    if group is None:
        raise rules.UnableToAct(rules.Refusal.NO_SUCH_GROUP)
    Member.objects.update_or_create(
        board=current,
        round=current.round,
        participant=participant,
        defaults={"group": group, "is_moved": True},
        create_defaults={"group": group, "mark": _free_mark(current)},
    )
    return group


@transaction.atomic
def move_member(*, board: Board, mark: int, group_id: uuid.UUID) -> SmallGroup:
    """
    Move whoever has this number on their phone to another group.

    :raises UnableToAct: if the room is not split, there is no such group, or nobody has the number
    """
    current = locked_board(board)
    if not current.split:
        raise rules.UnableToAct(rules.Refusal.NOT_SPLIT)
    group = current.small_groups.filter(round=current.round, pk=group_id).first()
    if group is None:
        raise rules.UnableToAct(rules.Refusal.NO_SUCH_GROUP)
    moved = Member.objects.filter(board=current, round=current.round, mark=mark).update(
        group=group, is_moved=True
    )
    if not moved:
        raise rules.UnableToAct(rules.Refusal.NO_SUCH_NUMBER)
    save_and_notify(current)
    return group


@transaction.atomic
def write_note(*, board: Board, participant: Participant, text: str) -> Note:
    """
    Add a note to the participant's small group. Nothing tells who of the group wrote it.

    :raises UnableToAct: if they are in no group now, or the note is empty or too long
    """
    group = queries.group_of(locked_board(board), participant)
    if group is None:
        raise rules.UnableToAct(rules.Refusal.NOT_SPLIT)
    cleaned = rules.clean_note(text)
    same = group.notes.filter(text=cleaned).first()
    if same is not None:  # pressed twice
        return same
    last = group.notes.aggregate(last=Max("number"))["last"] or 0
    if last >= rules.NOTES_A_GROUP:
        raise rules.UnableToAct(rules.Refusal.TOO_MANY)
    return Note.objects.create(group=group, number=last + 1, text=cleaned)


@transaction.atomic
def change_note(
    *, board: Board, participant: Participant, note_id: uuid.UUID, before: str, text: str
) -> None:
    """
    Change a note of the participant's own group, or remove it with an empty text. Anyone in the group may.

    :param before: the note as the writer saw it; if somebody else has changed it since, ``text`` becomes a note of its own
    :raises UnableToAct: if they are in no group now, or the note is too long
    """
    group = queries.group_of(locked_board(board), participant)
    if group is None:
        raise rules.UnableToAct(rules.Refusal.NOT_SPLIT)
    unchanged = group.notes.filter(pk=note_id, text=before)
    if not text.strip():
        unchanged.delete()
        return
    cleaned = rules.clean_note(text)
    if not unchanged.update(text=cleaned):
        write_note(board=board, participant=participant, text=cleaned)


def remove_note(*, board: Board, note_id: uuid.UUID) -> None:
    """Take a note away, if it is one of a group of this board."""
    Note.objects.filter(group__board=board, pk=note_id).delete()


@transaction.atomic
def bring_together(*, board: Board) -> None:
    """
    End the small groups: from now on everyone sees what each of them wrote and noted.

    :raises UnableToAct: if the room is not split
    """
    current = locked_board(board)
    if not current.split:
        raise rules.UnableToAct(rules.Refusal.NOT_SPLIT)
    current.split = Board.Split.TOGETHER
    current.timer_ends_at = None
    Member.objects.filter(board=current).update(mark=None)
    save_and_notify(current, "split", "timer_ends_at")


def save_and_notify(board: Board, *fields: str) -> None:
    """
    Raise the version of a board that is locked: open pages hear of it, and whoever acts on an older page is told so.

    :param fields: what else has changed on the board itself
    """
    board.version += 1
    board.save(update_fields=[*fields, "version"])


def locked_board(board: Board) -> Board:
    """Return ``board`` as it is now; nobody else changes its groups until the transaction ends."""
    return (
        Board.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__series")
        .get(pk=board.pk)
    )


def _free_mark(board: Board) -> int:
    marks = Member.objects.filter(board=board, round=board.round).values_list("mark", flat=True)
    taken = {mark for mark in marks if mark is not None}
    return free_marks(1, taken, seed=secrets.randbits(48))[0]
