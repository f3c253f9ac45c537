"""The service: its subjects together, what it answers where something goes wrong, and its document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from skaala.api.catalogue.views import router as catalogue
from skaala.api.check_in.views import router as check_in
from skaala.api.http.problems import Problem, answer, failed
from skaala.api.places.views import router as places
from skaala.api.registrations.views import router as registrations
from skaala.api.reports.views import router as reports
from skaala.api.results.views import router as results
from skaala.api.series import changes as _changes  # noqa: F401  adds what changes them to the same router
from skaala.api.series.views import router as series

VERSION = "1.0"
service = NinjaAPI(title="Skaala", version=VERSION, docs_url=None, openapi_url=None, urls_namespace="api")
for router in (series, registrations, check_in, results, reports, catalogue, places):
    service.add_router("", router)


@service.exception_handler(Problem)
def _problem(request: HttpRequest, problem: Any) -> HttpResponse:
    return answer(problem)


@service.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(Problem("not-found"))


@service.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: Any) -> HttpResponse:
    """The library refuses a body that is no JSON this way."""
    return answer(Problem("malformed"))


@service.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    errors = [{"pointer": _pointer(one["loc"]), "detail": str(one["msg"])} for one in error.errors]
    return answer(Problem("invalid", errors=errors))


def _pointer(place: Iterable[int | str]) -> str:
    """Return where in a request something is; the library names the argument of ours between a body and its fields."""
    parts = [str(part) for part in place]
    if parts[:2] == ["body", "body"]:
        del parts[1]
    return "/" + "/".join(parts)


@service.exception_handler(Exception)
def _error(request: HttpRequest, error: Any) -> HttpResponse:
    return failed(error)
