"""Changing the small groups while the room is split: another name, one more, one fewer."""

from __future__ import annotations

import uuid

from django.db import transaction

from skaala.workshops import queries, rules
from skaala.workshops.models import Board, Member, SmallGroup
from skaala.workshops.operations.small_groups import locked_board, save_and_notify
from skaala.workshops.rules.small_groups import clean_place, group_for


@transaction.atomic
def rename_group(*, board: Board, group_id: uuid.UUID, name: str, place: str = "") -> SmallGroup:
    """
    Give a group another name and place; an empty name leaves it its number.

    :raises UnableToAct: if there is no such group now
    """
    current = locked_board(board)
    group = _group(current, group_id)
    group.name = " ".join(name.split())[:60]
    group.place = clean_place(place)
    group.save(update_fields=["name", "place"])
    save_and_notify(current)
    return group


@transaction.atomic
def add_group(*, board: Board, name: str = "") -> SmallGroup:
    """
    Open one more group. Late-comers fill it first, and whoever is told to goes there.

    :raises UnableToAct: if the room is not split, or there are as many groups as there may be
    """
    current = locked_board(board)
    if not current.split:
        raise rules.UnableToAct(rules.Refusal.NOT_SPLIT)
    groups = list(queries.small_groups(current))
    if len(groups) >= rules.MOST_GROUPS:
        raise rules.UnableToAct(rules.Refusal.NUMBER_OF_GROUPS)
    save_and_notify(current)
    return SmallGroup.objects.create(
        board=current,
        round=current.round,
        number=groups[-1].number + 1,
        name=" ".join(name.split())[:60],
    )


@transaction.atomic
def remove_group(*, board: Board, group_id: uuid.UUID) -> None:
    """
    Close a group that has written nothing; those in it go to the smallest of the others, or choose one.

    :raises UnableToAct: if there is no such group now, it has notes or statements, or only one would be left
    """
    current = locked_board(board)
    group = _group(current, group_id)
    others = [each for each in queries.small_groups(current) if each != group]
    if len(others) < 2:
        raise rules.UnableToAct(rules.Refusal.NUMBER_OF_GROUPS)
    if group.notes.exists() or group.statements.exists():
        raise rules.UnableToAct(rules.Refusal.GROUP_IN_USE)
    if current.split == Board.Split.DRAWN:
        _spread(group, others)
    group.delete()
    save_and_notify(current)


def _spread(group: SmallGroup, others: list[SmallGroup]) -> None:
    kinds = [list(each.members.values_list("participant__size_class", flat=True)) for each in others]
    moved: list[Member] = []
    for member in group.members.select_related("participant").order_by("pk"):
        place = group_for(member.participant.size_class, kinds)
        kinds[place].append(member.participant.size_class)
        member.group = others[place]
        moved.append(member)
    Member.objects.bulk_update(moved, ["group"])


def _group(board: Board, group_id: uuid.UUID) -> SmallGroup:
    if not board.split:
        raise rules.UnableToAct(rules.Refusal.NOT_SPLIT)
    group = board.small_groups.filter(round=board.round, pk=group_id).first()
    if group is None:
        raise rules.UnableToAct(rules.Refusal.NO_SUCH_GROUP)
    return group
