"""Requests that no browser sends are answered with 400 before any view sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_header_parameters

Environ = dict[str, Any]
UTF8 = frozenset({"utf-8", "utf8"})
ODD_CHARSET = "skaala.odd_charset"
_NEVER = frozenset("\x00" + "".join(map(chr, range(0xD800, 0xE000))))


def only_utf8(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """
    Hide another charset than UTF-8 from Django, which decodes by it while it makes the request, before any middleware.

    The middleware below then refuses the request.
    """

    def checked(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        content_type = environ.get("CONTENT_TYPE", "")
        if "charset" in content_type.lower() and not _is_utf8(content_type):
            environ["CONTENT_TYPE"], environ[ODD_CHARSET] = "", True
        return application(environ, start_response)

    return checked


def _is_utf8(content_type: str) -> bool:
    try:
        _, parameters = parse_header_parameters(content_type)
    except ValueError:
        return False
    return parameters.get("charset", "utf-8").lower() in UTF8


class WellFormedMiddleware:
    """
    Refuses what would break a decoder or the database: another charset than the UTF-8 of our pages, NUL or a lone
    surrogate in an address, an Origin that is no address. What is typed into a form is for the form to judge, so that
    it can say what is wrong beside the field.

    Stands behind the choice of the language, so that the answer is in the reader's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        check_is_well_formed(request)
        return self.get_response(request)


def check_is_well_formed(request: HttpRequest) -> None:
    """
    Look at what every view may read.

    :raises BadRequest: if some of it cannot have come from a page of ours
    """
    if request.META.get(ODD_CHARSET) or not _is_utf8(request.META.get("CONTENT_TYPE", "")):
        raise BadRequest("another charset than UTF-8")
    if not _NEVER.isdisjoint(request.path):
        raise BadRequest("a character in the path that no text has")
    if not is_address(request.headers.get("Origin", "")):
        raise BadRequest("an Origin that is no address")
    for name, values in request.GET.lists():
        if not all(_NEVER.isdisjoint(text) for text in (name, *values)):
            raise BadRequest("a character in the address that no text has")


def is_address(origin: str) -> bool:
    """Say whether ``origin`` can be read as an address at all; an empty one and `null` can."""
    try:
        urlsplit(origin).port  # noqa: B018  raises where it is not a number
    except ValueError:
        return False
    return True
