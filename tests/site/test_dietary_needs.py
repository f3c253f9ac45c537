"""Only those who come on site to an event where something is served are asked what they cannot eat, and only theirs is kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from skaala.registration.models import Registration
from skaala.series.models import Event
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> Event:
    return cast.an_event(cast.a_series(published_at=timezone.now()), now=timezone.now(), mode="hybrid")


def sent(event: Event, mode: str, **changes: str) -> dict[str, Any]:
    return {
        "name": "Maija", "email": "maija@example.org", "organisation_kind": "municipality", "municipality": "Akaa",
        "organisation": "", "role": "", "language": "fi", "accessibility_needs": "", "events": str(event.pk),
        f"mode-{event.pk}": mode, "diet": "kala", "consents_to_diet": "on", **changes,
    }  # fmt: skip


@pytest.mark.parametrize(("mode", "kept"), [("onsite", "kala"), ("online", "")])
def test_kept_of_who_comes_on_site(client, event, mode, kept):
    client.post(f"/fi/series/{event.series.slug}/register/", sent(event, mode))
    found = Registration.objects.get()
    assert found.diet == kept
    assert found.consents.filter(purpose="diet").exists() == bool(kept)


def test_who_attends_online_is_not_asked_for_a_consent(client, event):
    address = f"/fi/series/{event.series.slug}/register/"
    assert client.post(address, sent(event, "onsite", consents_to_diet="")).status_code == 422
    client.post(address, sent(event, "online", consents_to_diet=""))
    assert Registration.objects.get().diet == ""


def test_the_page_says_whom_it_asks(client, event):
    address = f"/en/series/{event.series.slug}/register/"
    assert "Only if you come on site:" in client.get(address).content.decode()
    Event.objects.update(mode="onsite")
    page = client.get(address).content.decode()
    assert "Dietary needs" in page and "Only if you come on site:" not in page


def test_nobody_is_asked_where_nothing_is_served(client, event):
    Event.objects.update(has_catering=False)
    page = client.get(f"/en/series/{event.series.slug}/register/").content.decode()
    assert "Dietary" not in page and "Access needs" in page
