"""Addresses of the API, without a language: programs ask for one in a header."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, re_path

from skaala.api.document import document
from skaala.api.http.problems import Problem, answer
from skaala.api.service import service

API_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


def openapi(request: HttpRequest) -> HttpResponse:
    """Give the OpenAPI document."""
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False, "indent": 1})


def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Say that there is nothing, to programs in their form."""
    return answer(Problem("not-found"))


_patterns, _app, _space = service.urls
for _pattern in _patterns:
    # The library answers 405 itself, with the methods that an address takes.
    _view: Any = _pattern.callback
    _view.methods = API_METHODS
nothing.methods = API_METHODS  # type: ignore[attr-defined]
nothing.csrf_exempt = True  # type: ignore[attr-defined]

app_name = "api"
urlpatterns = [
    path("v1/openapi.json", openapi, name="openapi"),
    path("v1/", (_patterns, None, None)),
    re_path("^(?P<rest>.*)$", nothing, name="nothing"),
]
