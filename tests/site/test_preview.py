"""The pages of a series before it is published: everywhere the key stays, nothing is kept, and it ends on its day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from skaala.registration.models import Registration
from skaala.series.links import make_preview_key, make_shared_preview_key, opens_until
from skaala.series.models import Material, Series
from skaala.series.operations import end_preview, share_preview
from skaala.ui.texts import Texts
from tests.cast import a_series, an_event

NOW = datetime(2090, 1, 1, tzinfo=UTC)
FILLED_IN = {
    "name": "Maija", "email": "maija@example.org", "organisation_kind": "other", "organisation": "House",
    "language": "en",
}  # fmt: skip


@pytest.fixture
def draft(db: None) -> Series:
    """A draft with links to itself in its texts, and to another host that must not get the key."""
    elsewhere = "[Elsewhere](https://example.net/en/series/hidden/) [here](/en/series/hidden/privacy/)"
    series = a_series("hidden", status="draft", introduction=Texts(en=elsewhere))
    an_event(series, slug="one", now=NOW)
    an_event(series, 2, slug="two", now=NOW, registration_opens=timezone.now() + timedelta(days=30))
    Material.objects.create(series=series, title=Texts(en="Slides"), url="https://example.org/slides.pdf")
    return series


def addresses(html: str) -> set[str]:
    """Return where the links and forms of a page lead that are of the series."""
    found = {unescape(one) for one in re.findall(r'(?:href|action|src)="([^"]+)"', html)}
    return {one for one in found if re.match(r"/(fi|sv|en)/series/hidden/", one)}


def test_every_link_of_a_preview_keeps_the_key_and_leads_on(client: Client, draft: Series) -> None:
    key = make_preview_key(draft)
    ahead, seen = [f"/en/series/hidden/?preview={key.replace(':', '%3A')}"], set()
    while ahead:
        address = ahead.pop()
        if address in seen:
            continue
        seen.add(address)
        page = client.get(address)
        assert page.status_code == 200, address
        assert page["Cache-Control"] == "no-store, private"
        assert page["Referrer-Policy"] == "no-referrer"
        assert page["Content-Length"] == str(len(page.content)), "a browser would cut the page off"
        if page["Content-Type"].startswith("text/html"):
            ahead += [one.partition("#")[0] for one in addresses(page.content.decode())]
    paths = {one.partition("?")[0] for one in seen}
    assert all("preview=" in one for one in seen)
    for rest in ["", "one/", "two/", "register/", "choose/", "privacy/", "accessibility/", "calendar.ics"]:
        for language in ("fi", "sv", "en"):
            assert f"/{language}/series/hidden/{rest}" in paths


def test_other_hosts_do_not_get_the_key(client: Client, draft: Series) -> None:
    key = make_preview_key(draft)
    html = client.get("/en/series/hidden/", {"preview": key}).content.decode()
    assert "https://example.net/en/series/hidden/?" not in html
    assert 'href="https://example.net/en/series/hidden/"' in html


def test_a_draft_shows_how_to_register_and_the_whole_form(client: Client, draft: Series) -> None:
    key = make_preview_key(draft)
    html = client.get("/en/series/hidden/", {"preview": key}).content.decode()
    assert "Register for the series" in html and "This page has not been published" in html
    form = client.get("/en/series/hidden/register/", {"preview": key}).content.decode()
    assert form.count('name="events"') == 2
    assert "This page has not been published" in form


def test_the_form_can_be_tried_and_nothing_is_kept(client: Client, draft: Series) -> None:
    address = f"/en/series/hidden/register/?preview={make_preview_key(draft)}"
    event = draft.events.all()[0]
    wrong = client.post(address, {"email": "x"})
    assert wrong.status_code == 422 and "This page has not been published" in wrong.content.decode()
    sent = FILLED_IN | {"events": event.pk, f"mode-{event.pk}": "online"}
    tried = client.post(address, sent)
    assert tried.status_code == 200 and "Nothing was saved" in tried.content.decode()
    link = client.post(
        f"/en/series/hidden/link/?preview={make_preview_key(draft)}", {"email": "m@example.org"}
    )
    assert "Nothing was saved" in link.content.decode()
    assert not Registration.objects.exists()
    assert Series.objects.get(pk=draft.pk).status == "draft"


def test_a_question_asked_by_the_address_keeps_the_key(client: Client, draft: Series) -> None:
    key = make_preview_key(draft)
    html = client.get("/en/series/hidden/choose/", {"preview": key}).content.decode()
    assert f'<input type="hidden" name="preview" value="{key}">' in html


def test_a_key_opens_its_own_series_alone_for_a_day(client: Client, draft: Series) -> None:
    other = a_series("other", status="draft")
    key, now = make_preview_key(draft), timezone.now()
    assert client.get("/en/series/other/", {"preview": key}).status_code == 404
    assert client.get("/en/series/hidden/", {"preview": "made-up"}).status_code == 404
    assert client.get("/en/series/hidden/", {"preview": f"{key}x"}).status_code == 404
    assert opens_until(key, draft, now=now + timedelta(hours=23)) is not None
    assert opens_until(key, draft, now=now + timedelta(hours=25)) is None
    assert opens_until(key, other, now=now) is None


def test_a_shared_preview_ends_on_its_day_or_when_it_is_ended(client: Client, draft: Series) -> None:
    now = datetime(2027, 3, 27, 12, tzinfo=UTC)
    shared = share_preview(series=draft, last_day=date(2027, 3, 28), shared_by=None, now=now)
    key = make_shared_preview_key(shared)
    # The day on which the clocks are turned ends an hour earlier than others.
    assert opens_until(key, draft, now=datetime(2027, 3, 28, 20, 59, tzinfo=UTC)) is not None
    assert opens_until(key, draft, now=datetime(2027, 3, 28, 21, 1, tzinfo=UTC)) is None
    assert opens_until(key, a_series("other", status="draft"), now=now) is None
    end_preview(preview=shared, now=now)
    assert opens_until(key, draft, now=now) is None


def test_a_link_stays_good_once_the_series_is_public(client: Client, draft: Series) -> None:
    key = make_preview_key(draft)
    Series.objects.filter(pk=draft.pk).update(status="published", published_at=timezone.now())
    page = client.get("/en/series/hidden/", {"preview": key}).content.decode()
    assert "This page has not been published" not in page and settings.BASE_URL
