"""How many requests a program may send, and what it is told of that."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from skaala.api.http.caller import Caller
from skaala.api.http.problems import Problem, answer
from skaala.people.operations.rate_limit import Count, count, network_address

WITHIN = timedelta(minutes=1)


def count_request(request: HttpRequest, caller: Caller | None, now: datetime) -> Count | None:
    """Count one more request of a key, or of a network address where no valid key was sent; None where any number is taken."""
    if not settings.API_REQUESTS_A_MINUTE:
        return None
    if caller is not None and caller.key is not None:
        return count(purpose="api-key", caller=str(caller.key.pk), within=WITHIN, now=now)
    return count(purpose="api", caller=network_address(request.META), within=WITHIN, now=now)


def is_beyond(counted: Count | None) -> bool:
    """Say whether that was one too many."""
    return counted is not None and counted.number > settings.API_REQUESTS_A_MINUTE


def refused(counted: Count | None) -> HttpResponse:
    """Return the answer to one too many."""
    response = answer(Problem("too-many-requests"))
    response["Retry-After"] = str(counted.seconds_left if counted else 1)
    return response


def say_limit(response: HttpResponse, counted: Count | None) -> None:
    """Say how many are left and until when, in the fields of the IETF's draft "RateLimit header fields for HTTP"."""
    if counted is None:
        return
    limit = settings.API_REQUESTS_A_MINUTE
    response["RateLimit-Policy"] = f'"minute";q={limit};w={int(WITHIN.total_seconds())}'
    response["RateLimit"] = f'"minute";r={max(limit - counted.number, 0)};t={counted.seconds_left}'
