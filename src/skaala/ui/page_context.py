"""What every page needs to know about itself: its address in each language.

Reads the address alone, so that public pages stay the same for everyone and free of cookies.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import gettext, override

from skaala.ui.languages import LANGUAGES, language_name, reader_language

ASKED = "asked"
"""The parameter of an address that says in which language it was asked for, where it is not offered in that."""


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """One language of the language switch."""

    code: str
    name: str
    url: str
    current: bool
    base: str = ""

    @property
    def absolute_url(self) -> str:
        """The address for machines: with host, without what a reader searched for."""
        return f"{self.base or settings.BASE_URL}{urlsplit(self.url).path}"


class Page:
    """The page now shown, as `page` in every template."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def path(self) -> str:
        """The address without host and query."""
        return self._request.path

    @cached_property
    def language(self) -> str:
        """The language now active."""
        return reader_language()

    @cached_property
    def languages(self) -> list[PageLanguage]:
        """This page in every language in which it is offered, the reader's own among them."""
        offered = getattr(self._request, "page_languages", LANGUAGES)
        here = (
            self._request.get_full_path() if self._request.method in {"GET", "HEAD"} else self._request.path
        )
        if self.asked:
            here = self._request.path
        return [
            PageLanguage(
                code,
                name,
                here if code == self.language else self._translated(here, code),
                code == self.language,
                getattr(self._request, "page_base_url", ""),
            )
            for code, name in settings.LANGUAGES
            if code in offered or code == self.language
        ]

    @cached_property
    def asked(self) -> str:
        """The language in which this page was asked for, if it is offered in others alone."""
        code = self._request.GET.get(ASKED, "")
        return (
            code
            if code in LANGUAGES and code not in getattr(self._request, "page_languages", LANGUAGES)
            else ""
        )

    @cached_property
    def only_offered_in(self) -> str:
        """The sentence that says so, in the language that was asked for."""
        with override(self.asked):
            return gettext("This page is not available in this language. Its language: %(language)s.") % {
                "language": language_name(self.language)
            }

    @cached_property
    def canonical_url(self) -> str:
        return next(language.absolute_url for language in self.languages if language.current)

    def _translated(self, here: str, code: str) -> str:
        there = translate_url(here, code)
        if there == here:
            # Nothing lives here (a 404), or it has no language: swap the prefix, else go to the front page.
            first, _, rest = here.removeprefix("/").partition("/")
            there = f"/{code}/{rest}" if first in dict(settings.LANGUAGES) else f"/{code}/"
        return there


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Context processor: give every template its :class:`Page`."""
    return {"page": Page(request)}
