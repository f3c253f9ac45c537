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
from skaala.workshops.pseudonym import pseudonyms_of

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

    Who has not yet taken part has a confirmed attendance and has neither written nor taken a stand.
    """
    here = _who_took_part(board)
    people = list(Participant.objects.filter(pk__in=here).values_list("perspective", "is_guest"))
    missing = _not_yet(board, here)
    counts = Counter(perspective for perspective, _ in people)
    guests = sum(is_guest for _, is_guest in people)
    states = dict(board.statements.order_by().values_list("state").annotate(Count("id")))
    return TakingPart(
        people=len(people),
        not_yet=len(missing),
        guests=guests,
        votes=CurrentVote.objects.filter(root__standings__board=board).count(),
        statements=states.get(Statement.State.SHOWN, 0),
        pending=states.get(Statement.State.PENDING, 0),
        waiting_guests=board.admissions.filter(state=Admission.State.WAITING).count(),
        by_perspective=_large_enough(counts, Event.Perspective.values),
        not_yet_by_size=_large_enough(Counter(missing.values()), Participant.SizeClass.values),
    )


def _who_took_part(board: Board) -> set[uuid.UUID]:
    """Return who wrote or took a stand on ``board``."""
    voted = board.votes.order_by().values_list("participant", flat=True).distinct()
    wrote = board.statements.exclude(author=None).filter(carried_from=None)
    return set(voted) | set(wrote.values_list("author", flat=True))


def not_yet_by_perspective(board: Board) -> list[PartCount]:
    """
    Count those who are registered and have not yet taken part in ``board`` by their perspective.

    That is what somebody has said of herself on any board of the series, and the event's for the others.
    """
    missing = _not_yet(board, _who_took_part(board))
    said = dict(Participant.objects.filter(pk__in=missing).values_list("pk", "perspective"))
    counts = Counter(said.get(who, board.event.perspective) for who in missing)
    return _large_enough(counts, Event.Perspective.values)


def _not_yet(board: Board, here: set[uuid.UUID]) -> dict[uuid.UUID, str]:
    """
    Return the size class of the town of each who has a confirmed attendance and is not among ``here``.

    The pseudonyms are worked out for the count and forgotten with it: none is kept beside a registration.
    """
    confirmed = Attendance.objects.filter(
        event=board.event_id, state=Attendance.State.CONFIRMED, registration__cancelled_at__isnull=True
    ).select_related("registration__municipality")
    towns = {each.registration_id: each.registration.municipality for each in confirmed}
    coming = zip(pseudonyms_of(towns, board.event.series), towns.values(), strict=True)
    return {who: str(town.size_class) if town else "" for who, town in coming if who not in here}


def _large_enough(counts: Mapping[str, int], order: Sequence[str]) -> list[PartCount]:
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
