"""Withdrawing a consent removes what was stored with it at once, also when nothing else can be changed any more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.mail.models import Email
from skaala.registration.links.personal import make_token
from skaala.registration.models import Consent, Registration
from skaala.registration.operations import withdraw_consent
from skaala.series.models import Event
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def maija() -> Registration:
    series = cast.a_series()
    cast.an_event(series, now=timezone.now(), mode="hybrid", is_recorded=True)
    return cast.a_registration(
        series,
        now=timezone.now(),
        mode="onsite",
        diet="kala",
        consents_to_diet=True,
        accessibility_needs="luiska",
        consents_to_accessibility=True,
        consents_to_recording=True,
    )


def needs(registration: Registration) -> tuple[str, str]:
    registration.refresh_from_db()
    return registration.diet, registration.accessibility_needs


def active(registration: Registration) -> set[str]:
    return set(registration.consents.filter(withdrawn_at=None).values_list("purpose", flat=True))


def test_each_consent_is_withdrawn_alone_with_a_press_on_the_personal_page(client, maija):
    page = f"/en/r/{make_token(maija)}/"
    assert client.get(page).content.decode().count('name="purpose"') == 3
    emails = Email.objects.count()
    assert client.get(f"{page}consent/?purpose=diet").status_code == 302  # a scanner of links ends nothing
    assert needs(maija) == ("kala", "luiska")
    answer = client.post(f"{page}consent/", {"purpose": "diet"})
    assert answer["Location"] == f"{page}?withdrawn=1#consents"
    assert needs(maija) == ("", "luiska") and active(maija) == {"accessibility", "recording"}
    shown = client.get(f"{page}?withdrawn=1").content.decode()
    assert "kala" not in shown and "has been withdrawn" in shown
    assert client.post(f"{page}consent/", {"purpose": "diet"})["Location"] == page
    assert client.post(f"{page}consent/", {"purpose": "made up"})["Location"] == page
    client.post(f"{page}consent/", {"purpose": "recording"})
    assert needs(maija) == ("", "luiska") and active(maija) == {"accessibility"}
    assert Email.objects.count() == emails


def test_also_after_the_last_event_has_started(client, maija):
    Event.objects.update(
        start=timezone.now() - timedelta(hours=2),
        end=timezone.now() - timedelta(hours=1),
        registration_closes=timezone.now() - timedelta(days=1),
    )
    page = f"/en/r/{make_token(maija)}/"
    assert "can no longer be changed" in client.get(page).content.decode()
    client.post(f"{page}consent/", {"purpose": "accessibility"})
    assert needs(maija) == ("kala", "")


def test_a_consent_keeps_its_times(maija):
    now = timezone.now()
    assert withdraw_consent(registration=maija, purpose="diet", now=now)
    assert not withdraw_consent(registration=maija, purpose="diet", now=now + timedelta(days=1))
    assert Consent.objects.get(purpose="diet").withdrawn_at == now


def test_taking_the_tick_away_in_the_form_withdraws(client, maija):
    event = maija.series.events.get()
    form = {
        "name": maija.name,
        "email": maija.email,
        "organisation_kind": "municipality",
        "municipality": "Akaa",
        "language": "fi",
        "events": str(event.pk),
        f"mode-{event.pk}": "onsite",
        "diet": "kala",
        "accessibility_needs": "luiska",
        "consents_to_accessibility": "on",
        "consents_to_recording": "on",
    }
    path = f"/en/r/{make_token(maija)}/change/"
    assert client.post(path, form)["Location"].endswith("?changed=1")
    assert needs(maija) == ("", "luiska") and active(maija) == {"accessibility", "recording"}
    # New words without the tick are asked about.
    assert client.post(path, {**form, "diet": "vegaani"}).status_code == 422
