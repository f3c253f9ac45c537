"""What every change by a program goes through: it is of what the program has seen, and it is done once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.renderers import JSONRenderer

from skaala.api.http.caller import caller_of
from skaala.api.http.problems import Problem
from skaala.series.operations import RequestDiffers, do_once

Shown = TypeVar("Shown", bound=Schema)
LONGEST_NAME = 100


def tag_of(content: bytes) -> str:
    """Return the ETag of an answer's content."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def check_seen(request: HttpRequest, now_shown: Schema) -> None:
    """
    Refuse a change of what has been changed since the program read it.

    :param now_shown: what a reading would show now, read under a lock
    :raises Problem: if If-Match names another state, or is missing
    """
    sent = request.headers.get("If-Match", "")
    if not sent:
        raise Problem("match-needed")
    content = JSONRenderer().render(request, now_shown.model_dump(), response_status=200)
    tags = parse_etags(sent)
    if "*" not in tags and tag_of(content.encode() if isinstance(content, str) else content) not in tags:
        raise Problem("changed")


def once(request: HttpRequest, make: Callable[[], str], show: Callable[[str], Shown]) -> Shown:
    """
    Make something once under the request's Idempotency-Key, or each time where it has none.

    :param make: makes it and returns by which part of its address it is found
    :param show: reads it by that
    :raises Problem: if the key was used for another request
    """
    name = request.headers.get("Idempotency-Key", "")
    caller = caller_of(request)
    if not name or caller.key is None:
        return show(make())
    if len(name) > LONGEST_NAME or not (name.isascii() and name.isprintable()):
        detail = _("At most 100 letters, digits and signs of ASCII.")
        raise Problem("invalid", errors=[{"pointer": "/header/Idempotency-Key", "detail": detail}])
    asked = f"{request.method} {request.path}\n".encode() + request.body
    try:
        return show(do_once(key=caller.key, name=name, asked=asked, make=make, now=caller.now))
    except RequestDiffers:
        raise Problem("key-reused") from None
