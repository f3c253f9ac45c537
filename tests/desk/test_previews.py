"""Sharing the preview of a draft: made until a day, listed, and ended in one place."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

from django.test import Client
from django.utils import timezone

from skaala.series.models import SharedPreview
from tests import cast

PAGE = "/en/desk/series/spring/preview/"


def shared_link(page: str) -> str:
    found = re.search(r'value="([^"]+preview=[^"]+)"', page)
    assert found
    parts = urlsplit(unescape(found[1]))
    return f"{parts.path}?{parts.query}"


def test_a_link_is_made_listed_opened_by_a_stranger_and_ended(desk: Client, client: Client) -> None:
    cast.an_event(cast.a_series(status="draft"))
    day = timezone.localdate() + timedelta(days=5)
    listed = desk.post(PAGE, {"last_day": day.isoformat()}, follow=True).content.decode()
    assert "Links that work" in listed
    link = shared_link(listed)
    assert client.get(link).status_code == 200
    ended = desk.post(PAGE, {"end": str(SharedPreview.objects.get().pk)}, follow=True).content.decode()
    assert "The link no longer works." in ended and "Links that work" not in ended
    assert client.get(link).status_code == 404


def test_a_day_that_is_past_or_years_ahead_is_refused(desk: Client) -> None:
    cast.a_series(status="draft")
    for days in (-2, 800):
        day = timezone.localdate() + timedelta(days=days)
        assert desk.post(PAGE, {"last_day": day.isoformat()}).status_code == 422
    assert not SharedPreview.objects.exists()


def test_a_public_series_needs_no_link_and_other_series_links_are_not_found(desk: Client) -> None:
    cast.a_series()
    assert "no link is needed" in desk.get(PAGE).content.decode()
    desk.post(PAGE, {"last_day": timezone.localdate().isoformat()})
    assert not SharedPreview.objects.exists()
    assert desk.post(PAGE, {"end": "made-up"}).status_code == 404
