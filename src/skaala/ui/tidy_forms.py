"""
The one door at which what people type becomes what is kept: composed letters, plain spaces, no characters that cannot be seen.

A name that was typed on another keyboard, or copied from a PDF or a web page, is then found by the same name (Unicode Standard Annex 15).
Tables that are read go through the same :func:`skaala.tables.characters.tidy`.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict

from skaala.tables.characters import tidy


class TidyFormsMiddleware:
    """Tidies the fields of forms and of addresses' queries before any view reads them; passwords stay as they are typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.GET = tidied(request.GET)  # type: ignore[assignment]
        read_form = request._load_post_and_files

        def read_tidily() -> None:
            read_form()
            request._post = tidied(request._post)  # type: ignore[attr-defined]

        # When the form is read and not before: a view may still decide how its files arrive.
        request._load_post_and_files = read_tidily  # type: ignore[method-assign]
        return self.get_response(request)


def tidied(fields: QueryDict) -> QueryDict:
    """Return the fields of a form with tidy values; the very same object where they are tidy already."""
    changed = {
        name: [_tidy(value) for value in values]
        for name, values in fields.lists()
        if "password" not in name and not all(map(_is_plain, values))
    }
    if not changed:
        return fields
    copy = fields.copy()
    for name, values in changed.items():
        copy.setlist(name, values)
    copy._mutable = False
    return copy


def _is_plain(value: object) -> bool:
    return not isinstance(value, str) or (value.isascii() and value.isprintable())


def _tidy(value: str) -> str:
    # A form says itself that nothing may hold NUL.
    return value if "\x00" in value else tidy(value)
