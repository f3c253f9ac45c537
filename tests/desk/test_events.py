"""Making and changing events, their programme and their join link."""

from datetime import UTC, datetime

import pytest

from skaala.desk.events.forms.events import PROBLEMS
from skaala.places.models import Venue
from skaala.registration.models import Registration
from skaala.series.models import Event, ProgrammeItem
from skaala.series.rules import Problem
from skaala.ui.texts import Texts
from tests import cast
from tests.desk.browser import typed

NEW = "/en/desk/series/spring/new-event/"
WORKSHOP = {
    "kind": "workshop", "number": "1", "title_fi": "Työpaja", "perspective": "receiver", "mode": "online",
    "time_zone": "Europe/Helsinki",
    "start_day": "2030-04-02", "start_time": "13:00", "end_day": "2030-04-02", "end_time": "15:00",
}  # fmt: skip


def add(desk, language: str = "en", **changes):
    return desk.post(f"/{language}/desk/series/spring/new-event/", WORKSHOP | changes)


@pytest.fixture
def series(desk):
    return cast.a_series()


def test_an_event_is_added_with_times_of_its_zone_and_an_address(series, desk):
    assert add(desk).status_code == 302
    event = Event.objects.get()
    assert (event.slug, event.number, event.title) == ("workshop-1", 1, Texts(fi="Työpaja"))
    assert event.start == datetime(2030, 4, 2, 10, 0, tzinfo=UTC)


def test_times_are_read_in_the_zone_that_was_chosen(series, desk):
    add(desk, time_zone="Europe/Stockholm")
    event = Event.objects.get()
    assert (event.start, event.time_zone) == (datetime(2030, 4, 2, 11, 0, tzinfo=UTC), "Europe/Stockholm")


def test_a_day_alone_as_deadline_means_until_the_end_of_it_also_when_clocks_change(series, desk):
    # Clocks go forward on 31.3.2030: that day ends 23 hours after it began.
    add(desk, registration_closes_day="2030-03-31")
    assert Event.objects.get().registration_closes == datetime(2030, 3, 31, 21, 0, tzinfo=UTC)
    form = desk.get("/en/desk/series/spring/events/workshop-1/").context["form"]
    sent = typed(form)
    assert (sent["registration_closes_day"], sent["registration_closes_time"]) == ("31 March 2030", "")


def test_an_event_saved_as_it_was_shown_does_not_change(series, desk):
    event = cast.an_event(series, mode="hybrid", audience=cast.texts("All"), registration_opens=cast.TODAY)
    address = "/en/desk/series/spring/events/workshop-1/"
    sent = typed(desk.get(address).context["form"])
    before = Event.objects.filter(pk=event.pk).values().get()
    assert desk.post(address, sent).status_code == 302
    after = Event.objects.filter(pk=event.pk).values().get()
    assert before | {"updated_at": None} == after | {"updated_at": None}


# Problem → what is typed to bring it about, in a series that has “workshop-1” already
WRONG = {
    Problem.END_BEFORE_START: {"number": "2", "end_time": "12:00"},
    Problem.START_IN_PAST: {"number": "2", "start_day": "2020-04-02", "end_day": "2020-04-02"},
    Problem.DEADLINE_AFTER_START: {"number": "2", "registration_closes_day": "2030-04-02"},
    Problem.OPENS_AFTER_CLOSING: {
        "number": "2",
        "registration_opens_day": "2030-04-03",
        "registration_opens_time": "10:00",
    },
    Problem.NUMBER_TAKEN: {"slug": "other"},
    Problem.VENUE_MISSING: {"number": "2", "mode": "onsite"},
    Problem.ADDRESS_TAKEN: {"number": "2", "slug": "workshop-1"},
}


def test_every_problem_has_its_words_and_its_example():
    assert set(PROBLEMS) == set(WRONG) == set(Problem)


@pytest.mark.parametrize("problem", Problem)
def test_each_problem_is_said_at_its_field_in_three_languages_and_what_was_typed_is_kept(
    problem, series, desk
):
    cast.an_event(series)
    field, words = PROBLEMS[problem]
    said = set()
    for language in ("fi", "sv", "en"):
        response = add(desk, language, audience_fi="Kaikille", **WRONG[problem])
        form = response.context["form"]
        assert response.status_code == 422
        assert list(form.errors) == [field]
        assert typed(form) | {"audience_fi": "Kaikille"} == typed(form)
        said.update(form.errors[field])
        assert f'href="#id_{field}' in response.content.decode()
    assert len(said) == 3
    assert str(words) in said
    assert Event.objects.count() == 1


def test_all_problems_are_said_at_once(series, desk):
    cast.an_event(series)
    form = add(desk, end_time="12:00", mode="onsite").context["form"]
    assert set(form.errors) == {"end", "venue", "number"}


def test_an_address_of_another_page_of_the_series_is_taken(series, desk):
    assert list(add(desk, slug="register").context["form"].errors) == ["slug"]


@pytest.mark.parametrize(
    "bad",
    [
        {"title_fi": "x" * 10_000},
        {"title_fi": "a\0b"},
        {"number": "-1"},
        {"number": "9" * 30},
        {"start_day": "2030-02-30"},
        {"start_time": "25:00"},
        {"start_time": ""},
        {"start_day": "2030-03-31", "start_time": "03:30"},
        {"start_day": "0001-01-01"},
        {"end_day": "9999-12-31"},
        {"registration_closes_day": "9999-12-31"},
        {"time_zone": "Mars/Olympus"},
        {"mode": "telepathy"},
        {"venue": "999999"},
        {"join_url": "javascript:alert(1)"},
    ],
    ids=lambda bad: " ".join(
        f"{key} {value[:10]}".encode("unicode_escape").decode() for key, value in bad.items()
    ),
)
def test_bad_input_is_answered_and_makes_nothing(bad, series, desk):
    assert add(desk, **bad).status_code == 422
    assert not Event.objects.exists()


def test_a_past_event_is_entered_afterwards_when_that_is_said(series, desk):
    past = {"start_day": "2020-04-02", "end_day": "2020-04-02"}
    assert add(desk, **past).status_code == 422
    assert add(desk, **past, may_be_past="on").status_code == 302


def test_a_venue_is_made_on_the_spot(series, desk):
    sent = {
        "mode": "onsite",
        "venue-new-name_fi": "Kuntatalo",
        "venue-new-street": "Toinen linja 14",
        "venue-new-city_fi": "Helsinki",
    }
    assert add(desk, **sent).status_code == 302
    assert str(Event.objects.get().venue.address) == "Toinen linja 14, Helsinki"


def test_a_venue_is_not_left_behind_by_an_event_that_could_not_be_saved(series, desk):
    response = add(desk, **{"end_time": "12:00", "mode": "onsite", "venue-new-name_fi": "Kuntatalo"})
    assert response.status_code == 422
    assert response.context["venue"]["name"].value()[0] == "Kuntatalo"
    assert not Venue.objects.exists()


def test_an_event_left_open_in_a_browser_does_not_bring_an_old_join_link_back(series, desk):
    event = cast.an_event(series)
    sent = typed(desk.get("/en/desk/series/spring/events/workshop-1/").context["form"])
    desk.post("/en/desk/series/spring/events/workshop-1/join-link/", {"join_url": "https://new.example.org/"})
    desk.post("/en/desk/series/spring/events/workshop-1/", sent | {"join_url": event.join_url})
    event.refresh_from_db()
    assert event.join_url == "https://new.example.org/"


def test_the_join_link_is_changed_and_a_participant_s_old_email_leads_to_the_new_one(series, desk, client):
    from skaala.registration import links

    event = cast.an_event(series)
    registration = cast.a_registration(series, event)
    (attendance,) = registration.attendances.all()
    address = links.join_url(attendance)
    page = desk.post(
        "/en/desk/series/spring/events/workshop-1/join-link/",
        {"join_url": "https://new.example.org/"},
        follow=True,
    )
    assert "Emails already sent now lead to the new one." in page.content.decode()
    assert "https://new.example.org/" in client.post(address).content.decode()


def test_a_join_link_that_would_run_something_is_refused(series, desk):
    event = cast.an_event(series)
    response = desk.post(
        "/en/desk/series/spring/events/workshop-1/join-link/", {"join_url": "javascript:alert(1)"}
    )
    assert response.status_code == 422
    assert Event.objects.get().join_url == event.join_url


def test_an_event_nobody_registered_for_is_removed_after_asking(series, desk):
    cast.an_event(series)
    assert desk.get("/en/desk/series/spring/events/workshop-1/remove/").status_code == 200
    assert Event.objects.exists()
    desk.post("/en/desk/series/spring/events/workshop-1/remove/")
    assert not Event.objects.exists()


def test_an_event_with_registrations_stays_even_if_they_were_cancelled(series, desk):
    cast.a_registration(series, cast.an_event(series))
    Registration.objects.update(cancelled_at=cast.TODAY)
    page = desk.post("/en/desk/series/spring/events/workshop-1/remove/", follow=True).content.decode()
    assert "cannot be removed" in page
    assert "/events/workshop-1/remove/" not in page
    assert Event.objects.exists()


def the_programme(desk, **changes) -> dict:
    context = desk.get("/en/desk/series/spring/events/workshop-1/programme/").context
    sent = typed(context["pending"]) | typed(context["rows"].management_form)
    for row in context["rows"]:
        sent |= typed(row)
    return sent | changes


def save_programme(desk, **changes):
    return desk.post("/en/desk/series/spring/events/workshop-1/programme/", the_programme(desk, **changes))


def test_a_programme_is_written_row_by_row_and_emptied_rows_go(series, desk):
    start = datetime(2030, 4, 2, 10, 0, tzinfo=UTC)
    event = cast.an_event(
        series, start=start, end=start.replace(hour=12), registration_closes=None, programme_pending=True
    )
    sent = {
        "items-0-start": "13:00",
        "items-0-title_fi": "Avaus",
        "items-2-start": "13.15",
        "items-2-end": "14:00",
        "items-2-title_sv": "Tal",
        "items-2-speaker": "Olli",
    }
    assert save_programme(desk, programme_pending="", **sent).status_code == 302
    first, second = event.programme.all()
    assert (first.start, first.end, first.title) == (start, None, Texts(fi="Avaus"))
    assert (second.start, second.end, second.speaker) == (
        start.replace(minute=15),
        start.replace(hour=11),
        "Olli",
    )
    event.refresh_from_db()
    assert event.programme_pending is False
    assert save_programme(desk, **{"items-0-start": "", "items-0-title_fi": ""}).status_code == 302
    assert [item.title for item in event.programme.all()] == [Texts(sv="Tal")]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"title_fi": "Avaus"}, "start"),
        ({"start": "13:00"}, "title"),
        ({"start": "13:00", "end": "12:00", "title_fi": "Avaus"}, "end"),
        ({"start": "later", "title_fi": "Avaus"}, "start"),
    ],
)
def test_a_half_written_row_is_asked_about_and_kept(row, field, series, desk):
    cast.an_event(series)
    response = save_programme(desk, **{f"items-0-{name}": value for name, value in row.items()})
    form = response.context["rows"][0]
    assert (response.status_code, list(form.errors)) == (422, [field])
    assert not ProgrammeItem.objects.exists()


def test_the_programme_moves_along_with_its_event(series, desk):
    start = datetime(2030, 3, 26, 11, 0, tzinfo=UTC)
    event = cast.an_event(series, start=start, end=start.replace(hour=13), registration_closes=None)
    save_programme(desk, **{"items-0-start": "13:15", "items-0-title_fi": "Avaus"})
    address = "/en/desk/series/spring/events/workshop-1/"
    sent = typed(desk.get(address).context["form"]) | {"start_day": "2030-04-02", "end_day": "2030-04-02"}
    assert desk.post(address, sent).status_code == 302
    # A week later the clocks have gone forward; on the wall it is still a quarter past one.
    assert event.programme.get().start == datetime(2030, 4, 2, 10, 15, tzinfo=UTC)


def test_the_list_of_events_takes_the_same_queries_for_one_and_three(series, desk, count_queries):
    cast.an_event(series)
    for_one = count_queries("/en/desk/series/spring/events/")
    for number in (2, 3):
        cast.an_event(series, number, mode="hybrid")
    assert count_queries("/en/desk/series/spring/events/") == for_one
