"""The service: its subjects together, what it answers where something goes wrong, and its document."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from skaala.api.catalogue.views import router as catalogue
from skaala.api.http.problems import Problem, answer, failed
from skaala.api.places.views import router as places
from skaala.api.registrations.views import router as registrations
from skaala.api.reports.views import router as reports
from skaala.api.results.views import router as results
from skaala.api.series.views import router as series

VERSION = "1.0"
service = NinjaAPI(title="Skaala", version=VERSION, docs_url=None, openapi_url=None, urls_namespace="api")
for router in (series, registrations, results, reports, catalogue, places):
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
    errors = [
        {"pointer": "/" + "/".join(str(part) for part in one["loc"]), "detail": str(one["msg"])}
        for one in error.errors
    ]
    return answer(Problem("invalid", errors=errors))


@service.exception_handler(Exception)
def _error(request: HttpRequest, error: Any) -> HttpResponse:
    return failed(error)
