"""Links to a series are shown elsewhere with a picture of it."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image

from skaala.people.models import Face
from skaala.people.rules.colours import USUAL_BAND
from skaala.series.models import Series
from skaala.site.announcement.views import share_picture as view
from skaala.ui.child import Reason, UnableToFinish
from tests.cast import a_series, an_event, texts

pytestmark = pytest.mark.django_db
PICTURE = "/fi/series/spring/picture.png"


@pytest.fixture
def series() -> Series:
    now = timezone.now()
    long = "Kestävyystoimenpidesuunnitelmavalmisteluryhmän puheenjohtajiston tapahtumasarja " * 3
    series = a_series(published_at=now - timedelta(days=1), title=texts(long))
    an_event(series, 1, now=now)
    return series


def corner(content: bytes) -> str:
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        return "#{:02x}{:02x}{:02x}".format(*picture.convert("RGB").getpixel((2, 2)))  # type: ignore[misc]


def test_it_has_the_colour_of_the_organisation_and_the_size_that_is_asked_for(client, series):
    answer = client.get(PICTURE)
    assert answer["Content-Type"] == "image/png"
    assert corner(answer.content) == USUAL_BAND
    Face.objects.create(tenant=series.tenant, band="#5a1a4a")
    assert corner(client.get(PICTURE).content) == "#5a1a4a"


def test_pages_name_it_with_its_whole_address(client, series, settings):
    address = f'<meta property="og:image" content="{settings.BASE_URL}{PICTURE}">'
    assert address in client.get("/fi/series/spring/").content.decode()
    event = series.events.get()
    assert address in client.get(f"/fi/series/spring/{event.slug}/").content.decode()


def test_what_is_not_public_has_none(client, series):
    Series.objects.update(status="draft")
    assert client.get(PICTURE).status_code == 404


def test_a_busy_machine_asks_to_come_again(client, series, monkeypatch):
    def busy(*_args: object, **_more: object) -> bytes:
        raise UnableToFinish(Reason.BUSY)

    monkeypatch.setattr(view, "share_picture", busy)
    answer = Client().get(PICTURE)
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
