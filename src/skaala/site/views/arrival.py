"""Arriving without a language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation


def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the front page in the language the browser asks for, Finnish where it asks for none of ours."""
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
        for path in ("r", "i", "h", "c", "board", "desk")
    )
    return HttpResponse(
        f"User-agent: *\n{closed}Sitemap: {settings.BASE_URL}/sitemap.xml\n", content_type="text/plain"
    )
