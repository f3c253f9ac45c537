"""Reading registrations: with their own scope alone, and each reading is in the audit trail."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from skaala.api.http.caller import caller_of, series_or_problem
from skaala.api.http.pages import Page, page_of
from skaala.api.http.problems import Problem
from skaala.api.registrations import schemas
from skaala.people.rules import Scope
from skaala.registration.queries import active_registrations, find_registration
from skaala.registration.queries.registrations import loaded_attendances

router = Router(tags=["registrations"])
HERE = "/series/{slug:series}/registrations"


@router.get(HERE, response=schemas.RegistrationPage, operation_id="list_registrations")
def list_registrations(request: HttpRequest, series: str, page: Page) -> schemas.RegistrationPage:
    found = series_or_problem(request, series, Scope.REGISTRATIONS_READ)
    rows, cursor = page_of(active_registrations(found), page)
    return schemas.RegistrationPage(
        items=[schemas.registration_out(one, loaded_attendances(one)) for one in rows], next_cursor=cursor
    )


@router.get(HERE + "/{uuid:registration}", response=schemas.RegistrationOut, operation_id="get_registration")
def get_registration(request: HttpRequest, series: str, registration: UUID) -> schemas.RegistrationOut:
    found = find_registration(series_or_problem(request, series, Scope.REGISTRATIONS_READ), registration)
    if found is None:
        raise Problem("not-found")
    caller_of(request).person = found.pk
    return schemas.registration_out(found, list(found.attendances.all()))
