"""Places and waiting lists as the organiser sees and sets them."""

from __future__ import annotations

import pytest

from skaala.registration.models import Seat
from skaala.series.models import Event
from tests import cast
from tests.desk.browser import typed
from tests.registration.halls import a_hall, attendance_by_name, some, someone

ADDRESS = "/en/desk/series/spring/events/closing/"


@pytest.fixture
def hall(desk) -> Event:
    return a_hall(onsite=2)


def save(desk, **changes):
    return desk.post(ADDRESS, typed(desk.get(ADDRESS).context["form"]) | changes)


def test_places_are_set_on_the_event_form_and_those_who_wait_move_up(hall, desk):
    some(hall, "anna bertta cecilia")
    assert save(desk).status_code == 302  # as it was shown: nothing changes
    hall.refresh_from_db()
    assert (hall.capacity_onsite, hall.capacity_online) == (2, None)
    assert save(desk, seats_onsite="3", seats_online="10").status_code == 302
    assert attendance_by_name(hall)["cecilia"] == "onsite"
    assert Seat.objects.count() == 13


def test_a_number_below_what_is_taken_is_refused_and_says_how_many(hall, desk):
    some(hall, "anna bertta")
    page = save(desk, seats_onsite="1", title_en="Another title")
    assert page.status_code == 422
    assert page.context["form"].errors["seats_onsite"] == [
        "2 people have a place already. Choose that number or a larger one."
    ]
    hall.refresh_from_db()
    assert (hall.capacity_onsite, hall.title.get("en")) == (2, "Workshop title 9 (en)")


@pytest.mark.parametrize("typed_in", ["-1", "many", "1000000"])
def test_what_is_no_number_of_places_is_refused(hall, desk, typed_in):
    assert "seats_onsite" in save(desk, seats_onsite=typed_in).context["form"].errors


def test_a_new_event_has_its_seats_at_once(hall, desk):
    from tests.desk.test_events import NEW, WORKSHOP

    assert desk.post(NEW, WORKSHOP | {"seats_online": "7"}).status_code == 302
    made = Event.objects.get(slug="workshop-1")
    assert (made.capacity_online, made.seats.count()) == (7, 7)


def test_the_waiting_list_is_shown_in_order_with_the_counts(hall, desk):
    some(hall, "anna bertta cecilia daavid")
    someone(hall, "remote", "online")
    page = desk.get(f"{ADDRESS}waiting/")
    online, onsite = page.context["lines"]
    assert [row["attendance"].registration.email for row in onsite["rows"]] == [
        "cecilia@example.org",
        "daavid@example.org",
    ]
    assert [row["place"] for row in onsite["rows"]] == [1, 2]
    content = page.content.decode()
    assert (
        "2 of 2 places taken, 0 free, 2 waiting." in content
        and "1 person attends; places are not limited." in content
    )
    assert online["rows"] == []


def test_the_list_takes_the_same_queries_for_one_who_waits_and_five(hall, desk, count_queries):
    some(hall, "anna bertta cecilia")
    for_one = count_queries(f"{ADDRESS}waiting/")
    some(hall, "p1 p2 p3 p4")
    assert count_queries(f"{ADDRESS}waiting/") == for_one


def test_overview_list_of_events_and_of_people_show_those_who_wait(hall, desk):
    some(hall, "anna bertta cecilia")
    overview = desk.get("/en/desk/series/spring/").content.decode()
    assert '<span class="muted">/ 2</span>' in overview and f"{ADDRESS}waiting/" in overview
    events = desk.get("/en/desk/series/spring/events/").content.decode()
    assert "0 of 2 places free" in events and "1 waiting" in events
    waiting = desk.get("/en/desk/series/spring/registrations/?event=closing&state=waiting")
    assert [row["registration"].email for row in waiting.context["rows"]] == ["cecilia@example.org"]
    assert waiting.context["rows"][0]["events"] == [
        {"label": "Closing event", "mode": "on site (waiting list)"}
    ]
    seated = desk.get("/en/desk/series/spring/registrations/?event=closing&state=confirmed&mode=onsite")
    assert len(seated.context["rows"]) == 2
    csv = desk.get("/en/desk/series/spring/registrations/export/?as=csv").content.decode("utf-8-sig")
    assert csv.count("on site (waiting list)") == 1


def test_without_a_limit_nothing_is_said_of_waiting(desk):
    cast.an_event(cast.a_series())
    assert "waiting" not in desk.get("/en/desk/series/spring/").content.decode().lower()
