"""The list of series and the dashboard of one."""

from datetime import timedelta

import pytest
from django.utils import translation

from skaala.desk.frame.messages import event_label
from skaala.registration.models import Registration
from skaala.ui.texts import Texts
from tests import cast


def test_without_any_series_the_first_step_is_shown(desk):
    assert "Create the first series" in desk.get("/en/desk/").content.decode()


def test_the_list_shows_counts_and_the_next_step(desk):
    series = cast.a_series()
    event = cast.an_event(series, join_url="")
    cast.a_registration(series, event)
    cast.a_registration(series, event, email="other@example.org")
    (row,) = desk.get("/en/desk/").context["rows"]
    assert (row.event_count, row.people, row.next_step.text) == (
        1,
        2,
        "Workshop 1: the join link is missing.",
    )


def test_the_list_takes_the_same_queries_for_one_series_and_three(desk, count_queries):
    series = cast.a_series("one")
    cast.a_registration(series, cast.an_event(series))
    for_one = count_queries("/en/desk/")
    for slug in ("two", "three"):
        more = cast.a_series(slug)
        cast.an_event(more, 1)
        cast.a_registration(more, cast.an_event(more, 2))
    assert count_queries("/en/desk/") == for_one


def test_the_dashboard_takes_the_same_queries_for_one_event_and_person_and_three(desk, count_queries):
    series = cast.a_series()
    cast.a_registration(series, cast.an_event(series))
    for_one = count_queries("/en/desk/series/spring/")
    for number in (2, 3):
        cast.a_registration(series, cast.an_event(series, number), email=f"{number}@example.org")
    assert count_queries("/en/desk/series/spring/") == for_one


def test_the_dashboard_counts_people_by_event_mode_day_region_and_size(desk):
    series = cast.a_series()
    cast.an_event(series)
    cast.a_closing_event(series)
    cast.a_registration(series)
    cast.a_registration(
        series,
        series.events.last(),
        mode="onsite",
        email="other@example.org",
        organisation_kind="company",
        organisation="Oy",
    )
    page = desk.get("/en/desk/series/spring/").context
    assert page["event_rows"] == [("Workshop 1", 1, 0), ("Closing event", 1, 1)]
    assert [number for _day, number in page["day_points"]] == [2]
    assert [number for _name, number in page["region_rows"]] == [1]
    assert [row[1:] for row in page["size_rows"]] == [(0, 0), (1, 1), (0, 0)]
    assert (page["people"], page["municipalities"]) == (2, 1)


def test_who_has_cancelled_is_not_counted(desk):
    series = cast.a_series()
    cast.a_registration(series, cast.an_event(series))
    Registration.objects.update(cancelled_at=cast.TODAY)
    page = desk.get("/en/desk/series/spring/").context
    assert (page["people"], page["event_rows"]) == (0, [("Workshop 1", 0, 0)])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", ["ohjelma tarkentuu.", "”Tiivistelmä” puuttuu kielillä: ruotsi, englanti."]),
        ("sv", ["programmet preciseras.", "”Sammanfattning” saknas på: svenska, engelska."]),
        ("en", ["the programme is to be specified.", "“Summary” is missing in: Swedish, English."]),
    ],
)
def test_what_is_missing_is_said_in_the_organiser_s_language(language, said, desk):
    event = cast.an_event(cast.a_series(summary=Texts(fi="Lyhyesti")), programme_pending=True)
    tasks = desk.get(f"/{language}/desk/series/spring/").context["tasks"]
    with translation.override(language):
        label = event_label(event)
    assert [task.text.removeprefix(f"{label}: ") for task in tasks] == said


def test_a_draft_is_shown_by_a_preview_that_a_stranger_can_open(desk, client):
    cast.an_event(cast.a_series(status="draft"))
    page = desk.get("/en/desk/series/spring/")
    key = page.context["preview_key"]
    assert f"/sv/series/spring/?preview={key.replace(':', '%3A')}" in page.content.decode()
    assert client.get("/en/series/spring/").status_code == 404
    assert client.get("/en/series/spring/", {"preview": key}).status_code == 200


@pytest.mark.parametrize(
    ("status", "start", "said"),
    [
        ("draft", cast.TODAY, "Publish the event."),
        ("published", cast.TODAY - timedelta(days=5000), "The event is over: archive it."),
        ("published", cast.TODAY, None),
        ("archived", cast.TODAY - timedelta(days=5000), None),
    ],
)
def test_the_next_step_follows_from_status_and_time(status, start, said, desk):
    series = cast.a_series(status=status)
    cast.an_event(series, start=start)
    (row,) = desk.get("/en/desk/").context["rows"]
    assert (row.next_step.text if row.next_step else None) == said
    cast.an_event(series, start=start, number=2)
    (row,) = desk.get("/en/desk/").context["rows"]
    assert "series" in row.next_step.text if row.next_step else said is None  # now it is more than one event
