"""Arriving without a language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation

from skaala.people import queries
from skaala.site.http.page_cache import cache_until, public_cacheable

FOR_GOOD = datetime.max.replace(tzinfo=UTC)  # as long as nobody changes anything


def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the front page in the language the browser asks for, the default one where it asks for none of ours."""
    with translation.override(translation.get_language_from_request(request)):
        response = HttpResponseRedirect(reverse("site:front"))
    response["Vary"] = "Accept-Language, Cookie"
    return response


def style_guide(request: HttpRequest) -> HttpResponse:
    """Lead to the living style guide."""
    with translation.override(translation.get_language_from_request(request)):
        return HttpResponseRedirect(reverse("ui:style-guide"))


def robots(request: HttpRequest) -> HttpResponse:
    """Keep machines out of personal pages and the desk."""
    closed = "".join(
        f"Disallow: /{code}/{path}/\n"
        for code, _ in settings.LANGUAGES
        for path in ("r", "i", "h", "c", "f", "q", "board", "desk")
    )
    return HttpResponse(
        f"User-agent: *\n{closed}Sitemap: {settings.BASE_URL}/sitemap.xml\n", content_type="text/plain"
    )


def security(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a weakness (RFC 9116); the operator's address, if there is one."""
    if not settings.OPERATOR_EMAIL:
        raise Http404
    expires = (timezone.now() + timedelta(days=90)).strftime("%Y-%m-%dT00:00:00Z")
    languages = ", ".join(code for code, _ in settings.LANGUAGES)
    return HttpResponse(
        f"Contact: mailto:{settings.OPERATOR_EMAIL}\nExpires: {expires}\nPreferred-Languages: {languages}\n"
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt\n",
        content_type="text/plain; charset=utf-8",
    )


@public_cacheable
def organisation_style(request: HttpRequest, organisation: str) -> HttpResponse:
    """Give the style sheet of an organisation's colours."""
    return _file(queries.style_sheet_of(organisation).encode(), "text/css; charset=utf-8")


@public_cacheable
def organisation_logo(request: HttpRequest, organisation: str) -> HttpResponse:
    """Give an organisation's logo."""
    return _file(queries.logo_of(organisation), "image/png")


def _file(content: bytes, kind: str) -> HttpResponse:
    if not content:
        raise Http404
    return cache_until(HttpResponse(content, content_type=kind), FOR_GOOD)
