"""Publishing at once or at a set time, archiving, and copying to new dates."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from skaala.series.models import Event, Series
from skaala.series.operations import plan_copy
from skaala.series.rules import next_slug
from skaala.ui.texts import Texts
from tests import cast

PAGE = "/en/desk/series/spring/publish/"


def set_status(desk, action: str, language: str = "en", **more):
    more = {"seen_and_confirmed": "1", **more} if action == "publish" else more
    return desk.post(f"/{language}/desk/series/spring/publish/", {"action": action, **more}, follow=True)


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def status() -> str:
    return Series.objects.get(slug="spring").status


def test_a_series_is_made_published_archived_and_published_again(desk, client):
    desk.post("/en/desk/new-series/", {"title_fi": "Sarja", "slug": "spring", "languages": ["fi"]})
    assert said(set_status(desk, "publish"))[-1] == "The series has no events yet. Add one first."
    assert "A title and an event are needed" in desk.get(PAGE).content.decode()
    cast.an_event(Series.objects.get())
    assert client.get("/fi/series/spring/").status_code == 404
    assert said(set_status(desk, "publish")) == ["It is public now."]
    assert client.get("/fi/series/spring/").status_code == 200
    set_status(desk, "archive")
    assert status() == "archived"
    assert client.get("/fi/series/spring/").status_code == 200
    set_status(desk, "publish")
    assert status() == "published"


def test_a_series_is_set_to_appear_and_called_off(desk):
    cast.an_event(cast.a_series(status="draft"))
    set_status(desk, "schedule", publish_at_day="2030-01-10", publish_at_time="09:00")
    series = Series.objects.get()
    assert (series.status, series.publish_at) == ("scheduled", datetime(2030, 1, 10, 7, 0, tzinfo=UTC))
    set_status(desk, "schedule", publish_at_day="2030-01-11", publish_at_time="09:00")
    assert Series.objects.get().publish_at == datetime(2030, 1, 11, 7, 0, tzinfo=UTC)
    set_status(desk, "draft")
    assert (status(), Series.objects.get().publish_at) == ("draft", None)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Aika on jo mennyt. Valitse myöhempi tai julkaise nyt."),
        ("sv", "Tiden har redan passerat. Välj en senare eller publicera nu."),
        ("en", "That time is past. Choose a later one, or publish now."),
    ],
)
def test_a_time_that_is_past_is_refused_and_kept(language, words, desk):
    cast.an_event(cast.a_series(status="draft"))
    response = set_status(desk, "schedule", language, publish_at_day="2020-01-10", publish_at_time="09:00")
    form = response.context["form"]
    assert (response.status_code, form.errors["publish_at"]) == (422, [words])
    assert "2020-01-10" in response.content.decode()
    assert status() == "draft"


@pytest.mark.parametrize("action", ["draft", "archive"])
def test_a_action_that_does_not_fit_the_status_changes_nothing_and_says_so(action, desk):
    cast.an_event(cast.a_series(status="draft"))
    assert said(set_status(desk, action)) == [
        "Somebody else has changed the status meanwhile. Look at it again."
    ]
    assert status() == "draft"


def test_an_unknown_action_is_not_done(desk):
    cast.a_series()
    assert set_status(desk, "explode").status_code == 400


def test_looking_at_the_page_changes_nothing(desk):
    cast.an_event(cast.a_series(status="draft"))
    desk.get(PAGE, {"action": "publish"})
    assert status() == "draft"


# --- Copying -----------------------------------------------------------------------------------------------


@pytest.fixture
def the_2023_series(desk):
    """Three of the events as they were: 27.3. and 30.3. with deadlines the day before, 10.5. without one."""
    series = cast.a_series("scaling-2023", status="archived")

    def at(day: int, month: int, hour: int) -> datetime:
        return datetime(2023, month, day, hour, tzinfo=series.zone)

    cast.an_event(series, 1, start=at(27, 3, 13), end=at(27, 3, 15), registration_closes=at(27, 3, 0))
    cast.an_event(series, 3, start=at(30, 3, 9), end=at(30, 3, 11), registration_closes=at(30, 3, 0))
    cast.a_closing_event(series, start=at(10, 5, 10), end=at(10, 5, 15), registration_closes=None)
    return series


COPY = "/en/desk/series/scaling-2023/copy/"


def test_a_copy_is_shown_before_it_is_made(the_2023_series, desk):
    page = desk.get(COPY, {"first_day": "2027-04-05"})
    shown = [
        (label, planned.start.astimezone(the_2023_series.zone)) for label, planned in page.context["rows"]
    ]
    assert [(label, f"{start:%a %d.%m.%Y %H}") for label, start in shown] == [
        ("Workshop 1", "Mon 05.04.2027 13"),
        ("Workshop 3", "Thu 08.04.2027 09"),
        ("Closing event", "Wed 19.05.2027 10"),
    ]
    assert "until 4 April 2027" in page.content.decode()
    assert page.context["form"]["slug"].value() == "scaling-2027"
    assert Series.objects.count() == 1


@pytest.mark.parametrize(
    ("language", "holiday"), [("fi", "ma 29.3.2027"), ("sv", "mån 29.3.2027"), ("en", "Mon 29 March 2027")]
)
def test_easter_monday_is_warned_of(language, holiday, the_2023_series, desk):
    page = desk.get(f"/{language}/desk/series/scaling-2023/copy/", {"first_day": "2027-03-29"})
    ((day, name),) = page.context["holidays"]
    assert (day, name) == (holiday, Texts(fi="Toinen pääsiäispäivä", sv="Annandag påsk", en="Easter Monday"))


def test_the_day_offered_first_is_the_same_weekday_to_come(the_2023_series, desk):
    day = desk.get(COPY).context["first_day"]["first_day"].value()
    assert day.weekday() == 0
    assert timezone.localdate() < day <= timezone.localdate() + timedelta(weeks=52)


def test_a_confirmed_copy_is_a_draft_with_moved_dates_and_without_people(the_2023_series, desk):
    response = desk.post(COPY, {"first_day": "2027-04-05", "slug": "scaling-2027"})
    assert response["Location"] == "/en/desk/series/scaling-2027/"
    copy = Series.objects.get(slug="scaling-2027")
    assert (copy.status, copy.copied_from, copy.registrations.count()) == ("draft", the_2023_series, 0)
    first = copy.events.first()
    assert first.registration_closes == datetime(2027, 4, 4, 21, 0, tzinfo=UTC)
    assert first.join_url == ""
    assert Event.objects.filter(series=the_2023_series).count() == 3


@pytest.mark.parametrize(
    "sent",
    [
        {"first_day": "2027-04-05", "slug": "taken"},
        {"first_day": "soon", "slug": "x"},
        {"first_day": "9999-12-31", "slug": "x"},
    ],
)
def test_a_copy_that_cannot_be_made_is_not(sent, the_2023_series, desk):
    cast.a_series("taken")
    response = desk.post(COPY, sent)
    assert response.status_code == 422
    assert 'id="error-summary"' in response.content.decode()
    assert Series.objects.count() == 2


def test_a_series_without_events_has_nothing_to_copy(desk):
    cast.a_series()
    assert "There is nothing to copy yet" in desk.get("/en/desk/series/spring/copy/").content.decode()


@pytest.mark.parametrize(
    ("slug", "later"),
    [
        ("scaling-2023", "scaling-2027"),
        ("scaling", "scaling-2027"),
        ("2023-spring", "2027-spring"),
        ("a12023", "a12023-2027"),
    ],
)
def test_the_year_in_an_address_is_exchanged(slug, later):
    assert next_slug(slug, 2027) == later


def test_a_taken_address_gets_a_number(the_2023_series):
    cast.a_series("scaling-2027")
    assert plan_copy(series=the_2023_series, first_day=date(2027, 4, 5)).slug == "scaling-2027-2"
