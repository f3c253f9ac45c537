"""Problem details (RFC 9457), in the reader's language."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpResponse

from skaala.api.http.messages import MEANINGS, TITLES
from skaala.ui.lost_database import RETRY_AFTER_SECONDS, is_lost

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
STATUS = {
    "malformed": 400,
    "key-needed": 401,
    "key-invalid": 401,
    "scope-missing": 403,
    "not-found": 404,
    "method-not-allowed": 405,
    "not-now": 409,
    "changed": 412,
    "too-large": 413,
    "key-reused": 422,
    "invalid": 422,
    "match-needed": 428,
    "too-many-requests": 429,
    "error": 500,
    "unavailable": 503,
}
"""Each kind of problem with its status."""
_OF_STATUS = {401: "key-needed", **{status: name for name, status in STATUS.items() if status != 401}}


class Problem(Exception):
    """
    Why a request is not answered as asked.

    :param name: a key of :data:`STATUS`
    :param detail: what it is about here, in the reader's language; what the kind means, if empty
    :param errors: what is wrong where: ``{"pointer": "/query/limit", "detail": …}``
    """

    def __init__(self, name: str, detail: str = "", errors: Iterable[Mapping[str, str]] = ()) -> None:
        super().__init__(name)
        self.name, self.detail, self.errors = name, detail, list(errors)


def answer(problem: Problem) -> HttpResponse:
    """Return the answer that tells a problem."""
    body: dict[str, Any] = {
        "type": type_of(problem.name),
        "title": str(TITLES[problem.name]),
        "status": STATUS[problem.name],
        "detail": problem.detail or str(MEANINGS[problem.name]),
    }
    if problem.errors:
        body["errors"] = problem.errors
    response = HttpResponse(
        json.dumps(body, ensure_ascii=False), status=STATUS[problem.name], content_type=MEDIA_TYPE
    )
    if STATUS[problem.name] == 401:
        response["WWW-Authenticate"] = 'Bearer realm="Skaala"'
    return response


def type_of(name: str) -> str:
    """Return the identifier of a kind of problem."""
    return f"urn:skaala:problem:{name}"


def as_problem(response: HttpResponse) -> HttpResponse:
    """Return an error page that something else has made as a problem, with what its headers say."""
    if response.status_code < 400 or response.get("Content-Type") == MEDIA_TYPE:
        return response
    made = answer(
        Problem(_OF_STATUS.get(response.status_code, "malformed" if response.status_code < 500 else "error"))
    )
    for name in ("Allow", "Retry-After"):
        if response.has_header(name):
            made[name] = response[name]
    return made


def failed(error: BaseException) -> HttpResponse:
    """Return what is told of a fault of ours, and log it."""
    if is_lost(error):
        logger.error("The database could not be reached: %s", error)
        response = answer(Problem("unavailable"))
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return response
    logger.error("The API could not answer", exc_info=error)
    return answer(Problem("error"))
