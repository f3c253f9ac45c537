"""Boards, who takes part in numbers, and the picture last seen."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from skaala.insight.disclosure import publishable_cells
from skaala.registration.models import Attendance
from skaala.series.models import Event, Series, WordList
from skaala.series.models.own_words import words_of
from skaala.workshops import rules
from skaala.workshops.models import Admission, Board, Participant, Statement
from skaala.workshops.queries.guests import not_counted
from skaala.workshops.queries.results import count_votes

_WITH_EVENT = ("event__series__controller",)


def find_board_by_id(board_id: int) -> Board | None:
    """Return the board with this id, with event and series."""
    return Board.objects.select_related(*_WITH_EVENT).filter(pk=board_id).first()


def find_board_of(event: Event) -> Board | None:
    """Return the board of ``event``, with event and series."""
    return Board.objects.select_related(*_WITH_EVENT).filter(event=event).first()


def boards_of(events: Iterable[Event]) -> dict[int, Board]:
    """Return the boards of ``events`` by the event's id."""
    return {board.event_id: board for board in Board.objects.filter(event__in=list(events))}


def earlier_boards(board: Board) -> QuerySet[Board]:
    """Return the other boards of the same series whose event begins no later, the latest first."""
    return (
        Board.objects.filter(
            event__series=board.event.series_id, event__start__lte=board.event.start, is_rehearsal=False
        )
        .exclude(pk=board.pk)
        .select_related("event")
        .order_by("-event__start")
    )


def admission_of(board: Board, participant: Participant) -> Admission | None:
    """Return where a guest stands at the door of ``board``."""
    return board.admissions.filter(participant=participant).first()


@dataclass(frozen=True)
class PartCount:
    """How many of one perspective (or size class) there are; None where they are too few to be named."""

    perspective: str
    people: int | None


@dataclass(frozen=True)
class TakingPart:
    """A board in numbers. People are those who wrote or took a stand here."""

    people: int
    not_yet: int
    guests: int
    votes: int
    statements: int
    pending: int
    by_perspective: list[PartCount]
    not_yet_by_size: list[PartCount]


def taking_part(board: Board) -> TakingPart:
    """
    Count who takes part in ``board``: numbers, never names.

    Counted are those who wrote what is not hidden, or took a stand on what is shown, and such votes: hiding a statement
    takes its votes out of every number at once. Not yet taken part: the people with a confirmed place less the participants
    who registered, as sums.
    """
    shown = board.statements.filter(state=Statement.State.SHOWN)
    here = _who_took_part(board, shown, board.statements.exclude(state=Statement.State.HIDDEN))
    here -= not_counted(board)
    people = list(Participant.objects.filter(pk__in=here).values_list("perspective", "is_guest"))
    anyhow = _who_took_part(board, board.statements.all(), board.statements.all())
    missing = _not_yet_by_size(
        board, list(Participant.objects.filter(pk__in=anyhow).values_list("is_guest", "size_class"))
    )
    counts = Counter(perspective for perspective, _ in people)
    guests = sum(is_guest for _, is_guest in people)
    states = dict(board.statements.order_by().values_list("state").annotate(Count("id")))
    return TakingPart(
        people=len(people),
        not_yet=missing.total(),
        guests=guests,
        votes=count_votes(board),
        statements=states.get(Statement.State.SHOWN, 0),
        pending=states.get(Statement.State.PENDING, 0),
        by_perspective=_publishable_counts(
            counts, words_of(board.event.series.tenant_id, WordList.PERSPECTIVES).codes
        ),
        not_yet_by_size=_publishable_counts(missing, Participant.SizeClass.values),
    )


def _who_took_part(board: Board, voted: QuerySet[Statement], written: QuerySet[Statement]) -> set[uuid.UUID]:
    """Return who took a stand on ``board`` on one of these statements, or wrote one of those."""
    voters = (
        board.votes.filter(root__in=voted.values("root")).order_by().values_list("participant", flat=True)
    )
    authors = written.exclude(author=None).filter(carried_from=None).values_list("author", flat=True)
    return {*voters.distinct(), *authors}


def _not_yet_by_size(board: Board, here: Collection[tuple[bool, str]]) -> Counter[str]:
    """
    Count by size class those with a confirmed place less those who take part: nobody is told from anybody.

    :param here: of each who takes part, whether they are a guest, and their size class
    """
    confirmed = Attendance.objects.filter(
        event=board.event_id, state=Attendance.State.CONFIRMED, registration__cancelled_at__isnull=True
    ).select_related("registration__municipality")
    towns = [each.registration.municipality for each in confirmed]
    coming = Counter(str(town.size_class) if town else "" for town in towns)
    return coming - Counter(size for is_guest, size in here if not is_guest)


def _publishable_counts(counts: Mapping[str, int], order: Sequence[str]) -> list[PartCount]:
    """Return the counts in ``order``, without those that may not be published beside the total."""
    shown = publishable_cells(counts)
    return [PartCount(name, counts[name] if name in shown else None) for name in order if name in counts]


def boards_that_need_keys() -> list[Board]:
    """Return the boards that are open to participants, in earnest, with their events: their people have keys."""
    return list(
        Board.objects.filter(phase__in=rules.RUNNING, is_rehearsal=False, source="").select_related(
            "event__series"
        )
    )


def boards_in(series: Series) -> list[Board]:
    """Return the boards of ``series`` in order of their events."""
    return list(Board.objects.filter(event__series=series).select_related("event").order_by("event__start"))
