"""The organiser pages of a single event speak of an event, not of a series, and say no name twice."""

from __future__ import annotations

import pytest

from skaala.series.models import Series
from skaala.ui.texts import Texts
from tests import cast
from tests.catalogue.actions import an_action

HOME = "/en/desk/series/spring/"


@pytest.fixture
def event(db):
    one = cast.an_event(cast.a_series(status="draft"))
    one.kind, one.number, one.title = "other", None, Texts(en="Opening day")
    one.save()
    return one


def page(desk, path: str = "") -> str:
    return desk.get(HOME + path).content.decode().partition("<main")[2]


def test_one_event_is_removed_published_and_opened_as_an_event(desk, event):
    assert "This event" in desk.get(HOME).content.decode()
    assert "Remove the event?" in page(desk, "remove/")
    for path in ("publish/", "remove/", ""):
        assert "the series" not in page(desk, path), path
    cast.an_event(event.series, number=2)
    assert "This series" in desk.get(HOME).content.decode()
    assert "Remove the series?" in page(desk, "remove/")


def test_an_event_of_another_kind_bears_its_name_once_in_the_list(desk, event):
    listed = page(desk, "events/")
    assert "event-label" not in listed
    heading = listed.partition("event-title")[2].partition("</h2>")[0]
    assert heading.count("Opening day") == 1


def test_what_it_follows_is_an_event_where_it_was_one(client, event):
    before = event.series
    Series.objects.update(status="published", published_at=cast.TODAY)
    after = cast.a_series(slug="autumn", copied_from=before)
    cast.an_event(after)
    an_action("Lamps", series=before)
    shown = client.get("/en/series/autumn/").content.decode()
    assert "What became of the previous event" in shown
    assert "previous series" not in shown
