"""Two people have the same form open: each keeps what they changed, and where both changed the same, both texts are shown."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from skaala.desk.frame.forms import RecordForm
from skaala.registration.models import Question
from skaala.series.models import Event, Involvement, Material, Series, Update
from skaala.ui.texts import Texts
from tests import cast
from tests.desk.browser import typed

TEXTS = "/en/desk/series/spring/texts/"
DETAILS = "/en/desk/series/spring/details/"


def opened(desk: Client, address: str, **initial: Any) -> dict[str, Any]:
    """What a browser that has just opened the page would send."""
    form = desk.get(address).context["form"]
    return typed(form) | {"opened_with": form.opened_with()}


def resent(page: Any, sent: dict[str, Any]) -> dict[str, Any]:
    return sent | {"opened_with": page.context["form"].opened_with()}


@pytest.fixture
def series(db: None) -> Series:
    return cast.a_series(title=Texts(fi="Kevät", sv="Vår"), summary=Texts(fi="Lyhyesti\r\nkahdella rivillä"))


def test_each_keeps_what_they_changed(desk: Client, series: Series) -> None:
    anna, bo = opened(desk, TEXTS), opened(desk, TEXTS)
    assert desk.post(TEXTS, anna | {"title_fi": "Annan kevät"}).status_code == 302
    assert desk.post(TEXTS, bo | {"title_sv": "Bos vår", "introduction_en": "Why"}).status_code == 302
    found = Series.objects.get()
    assert found.title.as_dict() == {"fi": "Annan kevät", "sv": "Bos vår"}
    assert found.introduction.get("en") == "Why"
    assert found.summary.get("fi") == "Lyhyesti\r\nkahdella rivillä"


def test_where_both_changed_the_same_text_both_are_shown_and_nothing_is_saved(
    desk: Client, series: Series
) -> None:
    anna, bo = opened(desk, TEXTS), opened(desk, TEXTS)
    desk.post(TEXTS, anna | {"title_fi": "Annan kevät"})
    page = desk.post(TEXTS, bo | {"title_fi": "Bon kevät", "title_sv": "Bos vår"})
    content = page.content.decode()
    assert page.status_code == 422
    assert "Annan kevät" in content and "Bon kevät" in content
    assert 'name="choose-title_fi"' in content and "choose-title_sv" not in content
    assert Series.objects.get().title.as_dict() == {"fi": "Annan kevät", "sv": "Vår"}


@pytest.mark.parametrize(("choice", "stays"), [("mine", "Bon kevät"), ("theirs", "Annan kevät")])
def test_the_one_that_is_chosen_stays(desk: Client, series: Series, choice: str, stays: str) -> None:
    anna, bo = opened(desk, TEXTS), opened(desk, TEXTS)
    desk.post(TEXTS, anna | {"title_fi": "Annan kevät"})
    bo |= {"title_fi": "Bon kevät", "title_sv": "Bos vår"}
    bo = resent(desk.post(TEXTS, bo), bo)
    assert desk.post(TEXTS, bo).status_code == 422, "nothing was chosen"
    assert desk.post(TEXTS, bo | {"choose-title_fi": choice}).status_code == 302
    assert Series.objects.get().title.as_dict() == {"fi": stays, "sv": "Bos vår"}


def test_a_third_who_saves_meanwhile_is_shown_again(desk: Client, series: Series) -> None:
    anna, bo, carl = (opened(desk, TEXTS) for _ in range(3))
    desk.post(TEXTS, anna | {"title_fi": "Annan kevät"})
    bo = resent(desk.post(TEXTS, bo | {"title_fi": "Bon kevät"}), bo | {"title_fi": "Bon kevät"})
    carl = resent(desk.post(TEXTS, carl | {"title_fi": "Carlin kevät"}), carl | {"title_fi": "Carlin kevät"})
    assert desk.post(TEXTS, carl | {"choose-title_fi": "mine"}).status_code == 302
    again = desk.post(TEXTS, bo | {"choose-title_fi": "mine"})
    assert again.status_code == 422 and "Carlin kevät" in again.content.decode()
    assert Series.objects.get().title.get("fi") == "Carlin kevät"


def test_the_same_change_by_both_is_no_conflict(desk: Client, series: Series) -> None:
    anna, bo = opened(desk, TEXTS), opened(desk, TEXTS)
    for sent in (anna, bo):
        assert desk.post(TEXTS, sent | {"title_fi": "Sama"}).status_code == 302


def test_time_place_and_seats_of_an_event_are_kept_apart(desk: Client, series: Series) -> None:
    event = cast.an_event(series, capacity_online=None)
    address = f"/en/desk/series/spring/events/{event.slug}/"
    anna, bo = opened(desk, address), opened(desk, address)
    assert desk.post(address, anna | {"start_time": "08:00", "seats_online": "20"}).status_code == 302
    assert desk.post(address, bo | {"platform": "Zoom"}).status_code == 302
    found = Event.objects.get()
    assert found.start.astimezone(found.zone).strftime("%H:%M") == "08:00"
    assert (found.platform, found.capacity_online) == ("Zoom", 20)
    bo = opened(desk, address)
    desk.post(address, opened(desk, address) | {"by_invitation": "on"})
    page = desk.post(address, bo | {"by_invitation": "on", "platform": "Meet"})
    assert page.status_code == 302 and Event.objects.get().by_invitation


def test_a_zone_chosen_here_reads_the_times_on_this_page(desk: Client, series: Series) -> None:
    event = cast.an_event(series)
    address = f"/en/desk/series/spring/events/{event.slug}/"
    before = event.start.astimezone(event.zone)
    desk.post(address, opened(desk, address) | {"time_zone": "Europe/Stockholm"})
    found = Event.objects.get()
    assert found.time_zone == "Europe/Stockholm"
    assert found.start.astimezone(found.zone).strftime("%H:%M") == before.strftime("%H:%M")


def test_organisations_are_not_overwritten_either(desk: Client, series: Series) -> None:
    house = cast.an_organisation("house-one", name=cast.texts("House"))
    other = cast.an_organisation("other-one", name=cast.texts("Other"))
    rows = {
        "parts-TOTAL_FORMS": "3",
        "parts-INITIAL_FORMS": "0",
        "parts-MIN_NUM_FORMS": "0",
        "parts-MAX_NUM_FORMS": "30",
    }
    first = {"parts-0-organisation": house.pk, "parts-0-role": "organiser"}
    second = {"parts-0-organisation": other.pk, "parts-0-role": "organiser"}
    anna, bo, carl = (opened(desk, DETAILS) for _ in range(3))
    assert desk.post(DETAILS, anna | rows | first).status_code == 302
    assert desk.post(DETAILS, bo | rows | {"contact_name": "Bo"}).status_code == 302
    assert Involvement.objects.get().organisation == house and Series.objects.get().contact_name == "Bo"
    page = desk.post(DETAILS, carl | rows | second)
    assert page.status_code == 422 and "Saved now" in page.content.decode()
    assert desk.post(DETAILS, resent(page, carl) | rows | second).status_code == 302
    assert Involvement.objects.get().organisation == other


def pages_of_forms(series: Series) -> dict[str, str]:
    """The page of each form about a record that several people may have open, by the name of the form."""
    event = cast.an_event(series)
    question = Question.objects.create(series=series, label=cast.texts("Why?"))
    update = Update.objects.create(series=series, title=cast.texts("News"), published_at=cast.TODAY)
    material = Material.objects.create(series=series, title=cast.texts("Slides"), url="https://example.org/")
    at = "/en/desk/series/spring/"
    return {
        "TextsForm": f"{at}texts/",
        "DetailsForm": f"{at}details/",
        "EventForm": f"{at}events/{event.slug}/",
        "JoinLinkForm": f"{at}events/{event.slug}/join-link/",
        "QuestionForm": f"{at}questions/{question.pk}/",
        "UpdateForm": f"{at}news/{update.pk}/",
        "MaterialForm": f"{at}materials/{material.pk}/",
    }


ELSEWHERE = {
    "NewSeriesForm": "nobody else has seen it",
    "ConclusionForm": "tests/desk/test_conclude.py opens it",
    "OwnDetailsForm": "one's own account",
}
"""Forms that overwrite nobody's words."""
TO_COME = {
    "FaceForm",
    "PollForm",
    "PromptForm",
    "DirectoryForm",
    "ActionForm",
    "StudyForm",
    "FindingForm",
    "MeasureForm",
    "BottleneckForm",
}
"""Forms beyond series, events, questions and texts, which take the last one saved as before."""


def test_every_form_about_a_record_says_with_what_it_was_opened(desk: Client, series: Series) -> None:
    pages = pages_of_forms(series)
    forms = {
        form.__name__ for form in RecordForm.__subclasses__() if form.__module__.startswith("skaala.desk.")
    }
    assert forms == {*pages, *ELSEWHERE, *TO_COME}, "say in this test where the form can be opened"
    for name, address in pages.items():
        page = desk.get(address)
        assert page.status_code == 200, address
        assert type(page.context["form"]).__name__ == name
        assert 'name="opened_with"' in page.content.decode(), f"{name}: include desk/frame/opened_with.html"
