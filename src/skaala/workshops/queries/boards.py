"""Boards, who takes part in numbers, and the picture last seen."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from skaala.registration.models import Attendance
from skaala.series.models import Event, Series
from skaala.workshops import rules
from skaala.workshops.models import Admission, Board, CurrentVote, Participant, Picture, Statement

_WITH_EVENT = ("event__series__controller",)


def find_board(code: str) -> Board | None:
    """Return the board with this short code, however it is typed, with event and series."""
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    return Board.objects.select_related(*_WITH_EVENT).filter(code=typed).first()


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


def latest_picture(board: Board) -> Picture | None:
    """Return what the engine last saw on ``board``."""
    return board.pictures.first()


def results_are_public(board: Board) -> bool:
    """Say whether everyone may see what the votes of ``board`` say."""
    return board.results_published_at is not None and board.phase in rules.PUBLISHING


def has_public_results(event: Event) -> bool:
    """Say whether everyone may see what the votes of the event's board say; public pages are told when that changes."""
    board = Board.objects.filter(event=event, results_published_at__isnull=False).first()
    return board is not None and results_are_public(board)


def admission_of(board: Board, participant: Participant) -> Admission | None:
    """Return where a guest stands at the door of ``board``."""
    return board.admissions.filter(participant=participant).first()


def waiting_guests(board: Board) -> list[Admission]:
    """Return the guests who wait to be let in."""
    waiting = board.admissions.filter(state=Admission.State.WAITING)
    return list(waiting.select_related("participant").order_by("mark"))


@dataclass(frozen=True)
class PartCount:
    """How many of one perspective (or size class) there are; None where they are too few to be named."""

    perspective: str
    people: int | None


@dataclass(frozen=True)
class TakingPart:
    """A board in numbers. People are those who wrote or took a stand here."""

    people: int
    registered: int
    not_yet: int
    guests: int
    votes: int
    statements: int
    pending: int
    waiting_guests: int
    by_perspective: list[PartCount]
    not_yet_by_size: list[PartCount]


def taking_part(board: Board) -> TakingPart:
    """
    Count who takes part in ``board``: numbers, never names.

    Who has not yet taken part is the number of confirmed attendances less that of the registered who have.
    """
    people = list(
        Participant.objects.filter(pk__in=who_took_part(board)).values_list(
            "perspective", "is_guest", "size_class"
        )
    )
    coming = _sizes_of_those_registered(board)
    registered = coming.total()
    counts = Counter(perspective for perspective, _, _ in people)
    guests = sum(is_guest for _, is_guest, _ in people)
    missing = coming - Counter(size for _, is_guest, size in people if not is_guest)
    states = dict(board.statements.order_by().values_list("state").annotate(Count("id")))
    return TakingPart(
        people=len(people),
        registered=registered,
        not_yet=max(0, registered - (len(people) - guests)),
        guests=guests,
        votes=CurrentVote.objects.filter(root__standings__board=board).count(),
        statements=states.get(Statement.State.SHOWN, 0),
        pending=states.get(Statement.State.PENDING, 0),
        waiting_guests=board.admissions.filter(state=Admission.State.WAITING).count(),
        by_perspective=large_enough(counts, Event.Perspective.values),
        not_yet_by_size=large_enough(missing, Participant.SizeClass.values),
    )


def who_took_part(board: Board) -> set[uuid.UUID]:
    """Return who wrote or took a stand on ``board``."""
    voted = board.votes.order_by().values_list("participant", flat=True).distinct()
    wrote = board.statements.exclude(author=None).filter(carried_from=None)
    return set(voted) | set(wrote.values_list("author", flat=True))


def _sizes_of_those_registered(board: Board) -> Counter[str]:
    confirmed = Attendance.objects.filter(
        event=board.event_id, state=Attendance.State.CONFIRMED, registration__cancelled_at__isnull=True
    ).select_related("registration__municipality")
    towns = (attendance.registration.municipality for attendance in confirmed)
    return Counter(str(town.size_class) if town else "" for town in towns)


def large_enough(counts: Mapping[str, int], order: Sequence[str]) -> list[PartCount]:
    """Hide the small ones; where one alone would be hidden, the total would tell it, so the next smallest goes too."""
    hidden = {name for name, count in counts.items() if count < rules.SMALLEST_SHOWN}
    for name in sorted(counts, key=lambda name: counts[name]):
        if not hidden or sum(counts[each] for each in hidden) >= rules.SMALLEST_SHOWN:
            break
        hidden.add(name)
    return [PartCount(name, None if name in hidden else counts[name]) for name in order if name in counts]


def boards_in(series: Series) -> list[Board]:
    """Return the boards of ``series`` in order of their events."""
    return list(Board.objects.filter(event__series=series).select_related("event").order_by("event__start"))
