"""The door of the API: every request and every answer under its address goes through it, also those that find nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

from skaala.api.http.caller import Caller, find_caller
from skaala.api.http.changing import tag_of
from skaala.api.http.limits import count_request, is_beyond, refused, say_limit
from skaala.api.http.problems import Problem, answer, as_problem, failed
from skaala.api.http.trail import note_request

PATH = "/api/"


class DoorMiddleware:
    """Stands behind the choice of the language, so that problems are told in it, and before all that may refuse a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PATH):
            return self.get_response(request)
        try:
            response = self._answered(request)
        except Exception as error:  # of the door itself; what lies behind it has answered for its own
            response = failed(error)
        # Any site may read what is public; a key is sent by programs alone, never by a browser of its own accord.
        response["Access-Control-Allow-Origin"] = "*"
        patch_vary_headers(response, ["Authorization"])
        return response

    def _answered(self, request: HttpRequest) -> HttpResponse:
        caller: Caller | None = None
        problem: Problem | None = None
        try:
            caller = find_caller(request)
        except Problem as found:
            problem = found
        counted = count_request(request, caller, timezone.now())
        if is_beyond(counted):
            response = refused(counted)
        elif caller is None:
            assert problem is not None
            response = answer(problem)
        else:
            request.api_caller = caller  # type: ignore[attr-defined]
            response = as_problem(self.get_response(request))
            note_request(request, caller, response)
        response = _with_tag(request, response, is_public=caller is not None and caller.key is None)
        say_limit(response, counted)
        return response


def _with_tag(request: HttpRequest, response: HttpResponse, *, is_public: bool) -> HttpResponse:
    """What is public may be kept and is asked for again each time; what a key opens is kept nowhere on its way."""
    is_kept = is_public and response.status_code == 200
    response["Cache-Control"] = "no-cache" if is_kept else "private, no-store"
    if request.method not in {"GET", "HEAD"} or response.status_code != 200 or response.streaming:
        return response
    tag = tag_of(response.content)
    response["ETag"] = tag
    conditional: HttpResponse = get_conditional_response(request, etag=tag, response=response) or response
    return conditional
