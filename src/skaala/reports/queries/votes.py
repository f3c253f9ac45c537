"""The votes of a series and the counts of its registrations, as the figures of a report are made of them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any
from uuid import UUID

from skaala.insight.disclosure import combine_small, is_publishable
from skaala.places.models import Municipality, Network, Region
from skaala.registration import queries as registrations
from skaala.reports.claims.queries import members_of_claims
from skaala.reports.figures.board_snapshot import BoardSnapshot
from skaala.reports.figures.vote_snapshot import Row, VoteSnapshot
from skaala.series.models import Series
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Vote
from skaala.workshops.queries.guests import not_counted
from skaala.workshops.rules import Ballots


def boards_of(series: Series) -> list[Board]:
    """Return the boards of ``series`` in the order of their events; a rehearsal is none."""
    boards = Board.objects.filter(event__series=series, is_rehearsal=False).select_related("event__series")
    return list(boards.order_by("event__start", "event_id"))


def read_ballots(series: Series) -> VoteSnapshot:
    """Return the votes on all that stands on the boards of ``series``, by pseudonym and root."""
    boards = boards_of(series)
    place = {board.pk: number for number, board in enumerate(boards)}
    shown = list(
        Statement.objects.filter(board__in=boards, state=Statement.State.SHOWN)
        .order_by("board__event__start", "number")
        .values_list("board", "root", "pk", "prompt__kind")
    )
    kinds = {str(root): kind for _, root, _, kind in reversed(shown)}
    roots = [UUID(root) for root in kinds]
    held = set(CurrentVote.objects.filter(root__in=roots).values_list("participant", "root"))
    rows = (
        Vote.objects.filter(root__in=roots, board__in=boards, value__isnull=False)
        .order_by("participant", "number")
        .values_list("participant", "root", "board", "value")
    )
    outside = {board.pk: not_counted(board) for board in boards}
    votes = _as_shown(
        [
            (str(who), str(root), place[board], value or 0)
            for who, root, board, value in rows
            if (who, root) in held and who not in outside[board]
        ],
        boards,
    )
    voters = {who for who, *_ in votes}
    people = [
        row
        for row in Participant.objects.filter(series=series).values_list("pk", "perspective", "size_class")
        if str(row[0]) in voters
    ]
    return VoteSnapshot(
        votes=votes,
        perspectives={str(who): perspective for who, perspective, _ in people},
        kinds=kinds,
        boards=tuple(_held(board, shown) for board in boards),
        sizes=dict(Counter(size for _, _, size in people)),
        claims=members_of_claims(series, kinds),
    )


def _as_shown(votes: list[Row], boards: list[Board]) -> tuple[Row, ...]:
    """
    Return the votes as the results of the boards have them, which move in steps of five people.

    Else the report would differ from the pages of the same workshops by one to four people. Of a board without results all
    votes count.
    """
    shown = {
        place: Ballots.unpacked(bytes(picture.ballots)).votes
        for place, board in enumerate(boards)
        if (picture := board.pictures.first()) is not None and picture.ballots
    }
    found = []
    for who, root, place, value in votes:
        later = [shown[at] for at in range(place, len(boards)) if root in shown.get(at, {})]
        if not later:
            found.append((who, root, place, value))
        elif any(who in given[root] for given in later):
            here = shown.get(place, {}).get(root, {})
            found.append((who, root, place, here.get(who, value)))
    return tuple(found)


def _held(board: Board, shown: list[Any]) -> BoardSnapshot:
    here = [(str(root), root == own) for on, root, own, _ in shown if on == board.pk]
    picture = board.pictures.first()
    result = picture.result if picture is not None and picture.result["is_separate"] else {}
    return BoardSnapshot(
        event=board.event_id,
        perspective=board.event.perspective,
        shown=tuple(root for root, _ in here),
        new=tuple(root for root, is_own in here if is_own),
        grade=result.get("firmness") or "",
        leanings=result.get("leanings", {}),
    )


def read_coverage(series: Series) -> dict[str, Any]:
    """Return who registered, by region, size class and network, in numbers that may be told."""
    people = list(registrations.active_registrations(series))
    towns = {person.municipality_id: person.municipality for person in people if person.municipality}
    by_region = Counter(person.municipality.region_id if person.municipality else "" for person in people)
    by_size = Counter(person.municipality.size_class if person.municipality else "" for person in people)
    by_network = Counter(person.network.slug if person.network else "" for person in people)
    regions = {region.pk: region.name.as_dict() for region in Region.objects.filter(pk__in=by_region)}
    networks = {net.slug: net.name.as_dict() for net in Network.objects.filter(slug__in=by_network)}
    enough = is_publishable(len(people))
    return {
        "people": len(people) if enough else 0,
        "municipalities": len(towns) if enough else 0,
        "all_municipalities": Municipality.objects.filter(valid_until=None).count(),
        "regions_reached": len([code for code in by_region if code]) if enough else 0,
        "all_regions": Region.objects.count(),
        "regions": _combined(by_region, regions),
        "sizes": _combined(by_size, {}),
        "networks": _combined(by_network, networks),
    }


def _combined(counts: Counter[str], names: dict[str, dict[str, str]]) -> dict[str, Any]:
    combined = dataclasses.asdict(combine_small(counts))
    return {**combined, "rows": [[key, names.get(key, {}), count] for key, count in combined["rows"]]}
