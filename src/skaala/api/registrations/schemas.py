"""Registrations as programs see them; what people need (diet, accessibility) and answered stays on the organiser pages."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from skaala.api.http.pages import Paged
from skaala.registration.models import Attendance, Registration


class AttendanceOut(Schema):
    """That person at one event."""

    event: str
    mode: str = Field(description="online or onsite")
    state: str = Field(description="confirmed, waiting or cancelled")
    waits_for: str = Field(
        description="The way of attending whose waiting list the person is on; may be empty."
    )


class RegistrationOut(Schema):
    """One person's sign-up to a series."""

    id: UUID
    name: str
    email: str
    organisation_kind: str = Field(description="municipality, network, state_body, company or other")
    municipality: str | None = Field(description="Code of Statistics Finland.")
    organisation: str
    role: str
    language: str
    is_simulated: bool
    created_at: datetime
    updated_at: datetime
    cancelled_at: datetime | None
    events: list[AttendanceOut]


class RegistrationPage(Paged):
    """A page of registrations."""

    items: list[RegistrationOut]


def registration_out(one: Registration, attendances: list[Attendance]) -> RegistrationOut:
    return RegistrationOut(
        id=one.pk,
        name=one.name,
        email=one.email,
        organisation_kind=one.organisation_kind,
        municipality=one.municipality_id,
        organisation=one.organisation,
        role=one.role,
        language=one.language,
        is_simulated=one.is_simulated,
        created_at=one.created_at,
        updated_at=one.updated_at,
        cancelled_at=one.cancelled_at,
        events=[
            AttendanceOut(event=at.event.slug, mode=at.mode, state=at.state, waits_for=at.waits_for)
            for at in attendances
        ],
    )
