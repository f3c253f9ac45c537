"""Who is registered and has not yet taken part, by perspective: in numbers of five and more."""

from __future__ import annotations

from collections import Counter

from skaala.registration.models import Attendance
from skaala.series.models import Event
from skaala.workshops.models import Board, Participant
from skaala.workshops.pseudonym import pseudonyms_of
from skaala.workshops.queries.boards import PartCount, large_enough, who_took_part


def not_yet_by_perspective(board: Board) -> list[PartCount]:
    """
    Count those with a confirmed attendance who have neither written nor taken a stand on ``board``.

    A perspective is what somebody has said of herself on any board of the series, and the event's for the others.
    The pseudonyms are worked out for this count and forgotten with it.
    """
    series = board.event.series
    coming = Attendance.objects.filter(
        event=board.event_id, state=Attendance.State.CONFIRMED, registration__cancelled_at__isnull=True
    ).values_list("registration", flat=True)
    missing = set(pseudonyms_of(coming, series)) - who_took_part(board)
    said = dict(Participant.objects.filter(pk__in=missing).values_list("pk", "perspective"))
    counts = Counter(said.get(who, board.event.perspective) for who in missing)
    return large_enough(counts, Event.Perspective.values)
