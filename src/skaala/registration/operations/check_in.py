"""Noting at the door, at the desk or by the join link that somebody has come, and taking it back."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from skaala.people.models import Account
from skaala.registration.models import Arrival, ArrivalMark, Attendance, HelperLink
from skaala.registration.rules import check_in as rules
from skaala.registration.rules import normalise_address
from skaala.series.models import Event


class UnableToCheckIn(Exception):
    """The person has no place at this event (any more)."""


@transaction.atomic
def note_arrival(
    *,
    event: Event,
    attendance_id: int,
    mark_id: uuid.UUID,
    how: str,
    now: datetime,
    has_come: bool = True,
    helper_link: HelperLink | None = None,
    noted_by: Account | None = None,
) -> bool:
    """
    Note that somebody has come, or take it back.

    What was done last at the door holds, in whatever order phones without network tell of it.

    :param mark_id: made where the mark is made; a second call with the same one changes nothing
    :param now: when the mark was made
    :returns: whether anything changed
    :raises NotExpected: if the person has no place at ``event``
    """
    attendance = (
        Attendance.objects.select_for_update(of=("self",))
        .filter(pk=attendance_id, event=event, registration__cancelled_at__isnull=True)
        .filter(state=Attendance.State.CONFIRMED)
        .first()
    )
    if attendance is None:
        raise UnableToCheckIn
    if ArrivalMark.objects.filter(pk=mark_id).exists():
        return False
    by = {"helper_link": helper_link, "noted_by": noted_by}
    ArrivalMark.objects.create(
        pk=mark_id, attendance=attendance, has_come=has_come, how=how, made_at=now, **by
    )
    since = ArrivalMark.objects.filter(attendance=attendance, made_at__gt=now + rules.SAME_MOMENT)
    if since.filter(has_come=not has_come).exists():
        return False
    if not has_come:
        return bool(Arrival.objects.filter(attendance=attendance).delete()[0])
    arrival, is_new = Arrival.objects.get_or_create(
        attendance=attendance, defaults={"at": now, "how": how, **by}
    )
    if now < arrival.at:
        Arrival.objects.filter(pk=arrival.pk).update(at=now)
    return is_new


def note_joining(*, attendance: Attendance, now: datetime) -> bool:
    """
    Note that somebody has pressed the button that leads to the call: it counts as coming shortly before, during and after the event.

    :returns: whether it counted and had not been noted yet
    """
    event = attendance.event
    if not rules.joining_counts(event.start, event.end, now=now):
        return False
    if Arrival.objects.filter(attendance=attendance).exists():
        return False
    try:
        return note_arrival(
            event=event,
            attendance_id=attendance.pk,
            mark_id=uuid.uuid4(),
            how=Arrival.How.JOINED,
            now=now,
        )
    except UnableToCheckIn:  # given up this very moment
        return False


def note_from_list(
    *, event: Event, mode: str, lines: Iterable[str], noted_by: Account | None, now: datetime
) -> tuple[int, list[str]]:
    """
    Note as come all whom a list of a call names, by e-mail address or by full name, a person a line.

    :returns: how many were noted anew, and the lines that name nobody, or several
    """
    people: dict[str, list[Attendance]] = {}
    active = Attendance.objects.filter(
        event=event, mode=mode, state=Attendance.State.CONFIRMED, registration__cancelled_at__isnull=True
    )
    for attendance in active.select_related("registration").order_by("pk"):
        registration = attendance.registration
        for key in {registration.email_normalised, _folded(registration.name)}:
            people.setdefault(key, []).append(attendance)
    noted, unknown = 0, []
    for line in lines:
        if not line.strip():
            continue
        found = _named(line, people)
        if len(found) != 1:
            unknown.append(line.strip())
            continue
        noted += note_arrival(
            event=event,
            attendance_id=found[0].pk,
            mark_id=uuid.uuid4(),
            how=Arrival.How.LIST,
            noted_by=noted_by,
            now=now,
        )
    return noted, unknown


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _named(line: str, people: dict[str, list[Attendance]]) -> list[Attendance]:
    """
    Return whom one line names: by an address in it, else by the whole of it, else by one of its columns.

    The lists that calls give have a person a line and columns between tabs, semicolons or commas.
    """
    columns = [part.strip(" \"'<>") for part in line.replace(";", "\t").replace(",", "\t").split("\t")]
    words = [word.strip("<>()\"',;") for word in line.split()]
    for word in [*words, *columns]:
        if "@" in word and (found := people.get(normalise_address(word))):
            return found
    for name in [line, *columns]:
        if found := people.get(_folded(name)):
            return found
    return []
