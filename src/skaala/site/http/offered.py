"""A page of a series in the languages in which the series is offered; asked for in another, it is shown in the first of them."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import translate_url
from django.utils import translation
from django.utils.http import urlencode

from skaala.series.models import Series
from skaala.series.models.own_words import speak_for, speaking_for
from skaala.site.http.hosts import keep_to_host
from skaala.ui.languages import LANGUAGES, reader_language
from skaala.ui.offered import offer, offering
from skaala.ui.page_context import ASKED


class NotOffered(Exception):
    """The page is not offered in the language of its address, but in ``language``."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language


def offer_languages_of(request: HttpRequest, series: Series) -> None:
    """
    Have the page ask, show and link the languages of ``series`` alone, in the words of its organisation. Each page calls this that has found its series.

    :raises Elsewhere: at another organisation's host
    :raises NotOffered: if the address asks for another one; what was sent in a form is taken, and answered in the first
    """
    keep_to_host(request, series.tenant)
    languages = series.offered
    offer(languages)
    speak_for(series.tenant_id)
    request.page_languages = languages  # type: ignore[attr-defined]
    asked = reader_language()
    if asked in languages:
        return
    if request.method in {"GET", "HEAD"}:
        raise NotOffered(languages[0])
    translation.activate(languages[0])


class OfferedLanguagesMiddleware:
    """Leads to an offered language, and lets no request know of the languages and words of the one before it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with offering(LANGUAGES), speaking_for(None):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if not isinstance(problem, NotOffered):
            return None
        there = translate_url(request.get_full_path(), problem.language)
        asked = urlencode({ASKED: reader_language()})
        response = HttpResponseRedirect(f"{there}{'&' if '?' in there else '?'}{asked}")
        # Addresses of some pages are keys.
        response["Referrer-Policy"], response["Cache-Control"] = "no-referrer", "no-store, private"
        return response
