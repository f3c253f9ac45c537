"""Noting by a program that somebody has come: a gate that reads codes, a list of a call."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from skaala.api.http.caller import caller_of, event_or_problem
from skaala.api.http.problems import Problem
from skaala.api.http.texts_in import Sent
from skaala.people.rules import Scope
from skaala.registration.models import Arrival
from skaala.registration.operations import UnableToCheckIn, note_arrival
from skaala.registration.queries.arrivals import expected

router = Router(tags=["registrations"])


class ArrivalIn(Sent):
    """Whether somebody has come."""

    has_come: bool = Field(True, description="False takes it back.")
    mark: UUID | None = Field(
        None, description="Made where the mark is made: sent again, it changes nothing."
    )


class ArrivalOut(Schema):
    """What was noted."""

    registration: UUID
    has_come: bool
    is_new: bool = Field(description="Whether that changed anything.")


@router.put(
    "/series/{slug:series}/events/{slug:event}/arrivals/{uuid:registration}",
    response=ArrivalOut,
    operation_id="note_arrival",
)
def put_arrival(
    request: HttpRequest, series: str, event: str, registration: UUID, body: ArrivalIn
) -> ArrivalOut:
    found, caller = event_or_problem(request, series, event, Scope.CHECK_IN_WRITE), caller_of(request)
    attendance = expected(found).filter(registration=registration).first()
    if attendance is None:
        raise Problem("not-found")
    caller.person = registration
    try:
        is_new = note_arrival(
            event=found,
            attendance_id=attendance.pk,
            mark_id=body.mark or uuid4(),
            how=Arrival.How.LIST,
            now=caller.now,
            has_come=body.has_come,
        )
    except UnableToCheckIn:  # given up this very moment
        raise Problem("not-found") from None
    return ArrivalOut(registration=registration, has_come=body.has_come, is_new=is_new)
