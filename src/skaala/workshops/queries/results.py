"""The votes that count on a board, what the engine last made of them, and what was published of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import Any
from uuid import UUID

from django.db.models import Count

from skaala.series.models import Event
from skaala.workshops import rules
from skaala.workshops.models import (
    Board,
    CurrentVote,
    Participant,
    Picture,
    Publication,
    PublishedFile,
    Statement,
    Vote,
)
from skaala.workshops.queries.guests import guests_among, not_counted

COUNTED = (Statement.State.SHOWN, Statement.State.HIDDEN)
"""Hidden statements keep their votes; in figures only those of shown ones are counted."""


def ballots_of(board: Board) -> rules.Ballots:
    """
    Return the votes that count on ``board`` now: on what stands there, cast there or in an earlier workshop.

    A carried statement brings its votes along. What people vote on it in a later workshop is that workshop's: it changes
    nothing here.
    """
    perspectives = {
        str(who): name
        for who, name in Participant.objects.filter(series=board.event.series_id).values_list(
            "pk", "perspective"
        )
    }
    outside = not_counted(board)
    marks = board.marks.exclude(participant__in=outside).order_by().values_list("root").annotate(Count("id"))
    return rules.Ballots.of(
        [(str(who), str(root), value) for who, root, value in _votes(board, *COUNTED)],
        perspectives,
        {str(root): count for root, count in marks},
        guests_among(perspectives, board),
    )


def count_votes(board: Board) -> int:
    """Return how many votes count on what is shown on ``board``."""
    return len(_votes(board, Statement.State.SHOWN))


@dataclass(frozen=True)
class VotingProgress:
    """
    How far a room has come with voting.

    Counted are those who have voted on this board; votes that a carried statement brought with it make nobody present.

    :ivar voted: people who have voted on anything that is shown
    :ivar half: of them, those who have voted on at least half
    :ivar everything: those who have voted on all but their own
    :ivar median: on how many statements the person in the middle has voted
    """

    voted: int
    half: int
    everything: int
    median: int
    statements: int


def voting_progress(board: Board) -> VotingProgress:
    """Return how far the room has come with voting; nothing of what anybody voted."""
    shown = board.statements.filter(state=Statement.State.SHOWN)
    own = Counter(shown.exclude(author=None).values_list("author", flat=True))
    here = set(board.votes.filter(came_with=None).values_list("participant", flat=True))
    done = Counter(who for who, _root, _value in _votes(board, Statement.State.SHOWN) if who in here)
    total = shown.count()
    return VotingProgress(
        voted=len(done),
        half=sum(2 * votes >= total for votes in done.values()),
        everything=sum(votes >= total - own[who] for who, votes in done.items()),
        median=int(median(done.values())) if done else 0,
        statements=total,
    )


def _votes(board: Board, *states: str) -> list[tuple[UUID, UUID, int]]:
    current = board.statements.filter(state__in=states).values("root")
    fields = ("participant", "root", "value")
    outside = not_counted(board)
    later = Statement.objects.filter(
        root__in=current, board__event__start__gt=board.event.start, board__is_rehearsal=False
    )
    if not later.exists():
        return list(
            CurrentVote.objects.filter(root__in=current).exclude(participant__in=outside).values_list(*fields)
        )
    latest = (
        Vote.objects.filter(root__in=current, board__event__start__lte=board.event.start)
        .exclude(participant__in=outside)
        .order_by("participant", "root", "-number")
        .distinct("participant", "root")
    )
    # Taken back is no vote.
    return [(who, root, value) for who, root, value in latest.values_list(*fields) if value is not None]


def latest_picture(board: Board) -> Picture | None:
    """Return what the engine last saw on ``board``, without the votes it was made of."""
    return board.pictures.defer("ballots").first()


def results_are_public(board: Board) -> bool:
    """Say whether everyone may see what the votes of ``board`` say."""
    return board.results_published_at is not None and board.phase in rules.PUBLISHING


def has_public_results(event: Event) -> bool:
    """Say whether everyone may see what the votes of the event's board say; public pages are told when that changes."""
    board = Board.objects.filter(event=event, results_published_at__isnull=False).first()
    return board is not None and results_are_public(board)


@dataclass(frozen=True)
class Source:
    """The votes that public figures are made of, and each voter's opinion group."""

    ballots: rules.Ballots
    groups: Mapping[str, str] = field(default_factory=dict)


def public_source(board: Board) -> Source:
    """Return what was published of ``board``; before that what its results are made of."""
    publication = Publication.objects.filter(board=board).first()
    if publication is None or not publication.ballots:
        return latest_source(board)
    groups = publication.result.get("members", {})
    return Source(rules.Ballots.unpacked(bytes(publication.ballots)), groups)


def latest_source(board: Board) -> Source:
    """Return what the results of ``board`` are made of: the votes of the latest analysis, or those of now before any."""
    picture = board.pictures.first()
    groups = picture.result.get("members", {}) if picture is not None else {}
    if picture is None or not picture.ballots:
        return Source(ballots_of(board), groups)
    return Source(rules.Ballots.unpacked(bytes(picture.ballots)), groups)


def publishes_rows(board: Board) -> bool:
    """Say whether the organiser chose to publish a row a person."""
    return Publication.objects.filter(board=board, has_rows=True).exists()


@dataclass(frozen=True)
class PublishedPicture:
    """What was published of the results, counted of what is still shown."""

    result: dict[str, Any]
    made_at: datetime


def published_picture(board: Board) -> PublishedPicture | None:
    """Return what was published of the results of ``board``; None where nothing was."""
    publication = Publication.objects.filter(board=board).first()
    if publication is None or not publication.result:
        return None
    shown = board.statements.filter(state=Statement.State.SHOWN).values_list("root", flat=True)
    counts: Mapping[str, int | None] = {}
    if publication.ballots:
        ballots = rules.Ballots.unpacked(bytes(publication.ballots))
        roots = {str(each) for each in shown}
        counts = {**ballots.counts(roots), "guests": ballots.guest_count(roots)}
    return PublishedPicture({**publication.result, **counts}, publication.made_at)


def published_file(board: Board, ending: str) -> PublishedFile | None:
    """Return a file as it was made when the results were published, if all that is in it is still shown."""
    found = PublishedFile.objects.filter(publication__board=board, ending=ending).first()
    if found is None:
        return None
    shown = set(board.statements.filter(state=Statement.State.SHOWN).values_list("number", flat=True))
    return found if shown.issuperset(found.numbers) else None
