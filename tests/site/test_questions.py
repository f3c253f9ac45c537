"""The questions of a series on its form, on the personal page and at the desk."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from skaala.registration import operations
from skaala.registration.links.personal import make_token
from skaala.registration.models import Answer, Question, Registration
from skaala.site.http.page_cache import page_cache
from tests import cast
from tests.cast import a_closing_event, a_registration, a_series, an_event, an_organiser
from tests.registration.test_questions import a_question

pytestmark = pytest.mark.django_db
FORM = "/en/series/spring/register/"
DESK = "/en/desk/series/spring/questions/"


@pytest.fixture
def series():
    page_cache.clear()
    now = timezone.now()
    series = a_series(published_at=now - timedelta(days=1))
    an_event(series, 1, now=now)
    a_closing_event(series, now=now)
    return series


@pytest.fixture
def asked(series) -> tuple[Question, Question, Question]:
    """How one travels; with whom, of those who come by bus; lunch, of those who come to the closing event."""
    how = a_question(series, "Travel", "Train", "Bus", kind="choice", is_required=True)
    who = a_question(series, "With whom", kind="text", is_required=True, shown_if=how, shown_if_value="2")
    closing = series.events.last()
    lunch = a_question(series, "Lunch", kind="yes_no", is_required=True, event=closing)
    return how, who, lunch


def form(series, *, events=1, **answers):
    chosen = list(series.events.all())[:events]
    return {"events": [one.pk for one in chosen], f"mode-{chosen[-1].pk}": "online", "name": "Maija Mayor",
            "email": "maija@example.org", "organisation_kind": "other", "organisation": "Oy", "municipality": "",
            "network": "", "role": "", "language": "en", "diet": "", "accessibility_needs": "", **answers}  # fmt: skip


def names(*questions) -> list[str]:
    return [f"question-{one.pk}" for one in questions]


def given() -> dict[int, object]:
    return dict(Answer.objects.values_list("question", "value"))


def test_the_form_asks_and_says_in_words_when(client, series, asked):
    how, who, lunch = asked
    page = client.get(FORM).content.decode()
    assert "Answer this if you answered “Bus (en)” to “Travel (en)”." in page
    assert f'data-only-if="question-{how.pk}=2"' in page and f'data-only-at="{lunch.event_id}"' in page
    assert "Answer this if you are attending" in page
    operations.retire_question(question=who, now=timezone.now())
    assert "With whom" not in client.get(FORM).content.decode()  # kept pages notice


@pytest.mark.parametrize(
    ("typed", "events", "wrong", "kept"),
    [
        ({}, 1, [0], None),
        ({0: "1"}, 1, [], {0: "1"}),
        ({0: "1", 1: "nobody asked"}, 1, [], {0: "1"}),
        ({0: "2"}, 1, [1], None),
        ({0: "2", 1: "Calle"}, 1, [], {0: "2", 1: "Calle"}),
        ({0: "9"}, 1, [0], None),
        ({0: "1"}, 2, [2], None),
        ({0: "1", 2: "no"}, 2, [], {0: "1", 2: False}),
        ({0: "1", 2: "<x>"}, 1, [], {0: "1"}),  # wrong, but not asked
        ({0: "1", 2: "<x>"}, 2, [2], None),
        ({0: "2", 1: "x" * 2001}, 1, [1], None),
    ],
    ids=str,
)
def test_answers_are_taken_or_refused_with_all_that_was_typed(
    client, series, asked, typed, events, wrong, kept
):
    fields = names(*asked)
    sent = {fields[place]: value for place, value in typed.items()}
    response = client.post(FORM, form(series, events=events, **sent))
    if kept is not None:
        assert response.status_code == 302
        assert given() == {asked[place].pk: value for place, value in kept.items()}
        return
    assert response.status_code == 422 and not Registration.objects.exists()
    assert sorted(response.context["form"].errors) == sorted(fields[place] for place in wrong)
    assert 'value="Maija Mayor"' in response.content.decode()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_number_is_asked_for_in_words(client, series, language):
    (name,) = names(a_question(series, "How many", kind="number"))
    refused = client.post(f"/{language}/series/spring/register/", form(series, **{name: "many"}))
    words = {"fi": "Kirjoita luku", "sv": "Skriv ett tal", "en": "Write a number"}
    assert refused.status_code == 422 and words[language] in refused.content.decode()
    assert client.post(FORM, form(series, **{name: "1 200,5"})).status_code == 302
    assert list(given().values()) == ["1200.5"]


def test_answers_are_seen_changed_taken_along_and_forgotten_by_the_person(client, series, asked):
    how, who, lunch = asked
    client.post(FORM, form(series, **dict(zip(names(how, who), ["2", "Calle"], strict=True))))
    page = f"/en/r/{make_token(Registration.objects.get())}/"
    assert "Bus (en)" in client.get(page).content.decode() and "Calle" in client.get(page).content.decode()
    # The option they chose is taken away; it stays theirs until they change it themselves.
    operations.save_question(
        question=how, options=[how.choices()[0][1], how.choices()[0][1].__class__(en="Car")]
    )
    operations.retire_question(question=who, now=timezone.now())
    change = client.get(f"{page}change/").content.decode()
    assert "Bus (en)" not in change or 'value="2"' in change
    sent = form(series, events=2, **dict(zip(names(how, lunch), ["1", "yes"], strict=True)))
    assert client.post(f"{page}change/", sent).status_code == 302
    assert given() == {how.pk: "1", who.pk: "Calle", lunch.pk: True}
    exported = json.loads(client.get(f"{page}data.json").content)["answers"]
    assert [one["in_words"] for one in exported] == ["Train (en)", "Calle", "Yes"]
    client.post(f"{page}delete/")
    assert not Answer.objects.exists()


def test_who_has_not_been_asked_is_asked_on_their_page(client, series, asked):
    page = f"/en/r/{make_token(a_registration(series, now=timezone.now()))}/"
    assert "The organiser has questions for you" in client.get(page).content.decode()


class TestDesk:
    @pytest.fixture
    def desk(self):
        client = Client()
        cast.signs_in(client, an_organiser())
        return client

    def sent(self, **changes):
        return {"label_fi": "Kyyti?", "label_sv": "Skjuts?", "kind": "choice", "options_fi": "Juna\r\nBussi\r\n",
                "options_sv": "Tåg\r\nBuss", "only_at": "", "condition": "", **changes}  # fmt: skip

    def test_a_question_is_made_changed_moved_and_removed(self, desk, series):
        assert desk.post(f"{DESK}new/", self.sent()).status_code == 302
        how = Question.objects.get()
        two = self.sent(label_fi="Kenen?", kind="text", condition=f"{how.pk}=1", is_required="on")
        assert desk.post(f"{DESK}new/", two).status_code == 302
        who = Question.objects.get(kind="text")
        assert (who.shown_if, who.shown_if_value, who.is_required) == (how, "1", True)
        two = self.sent(options_fi="Polkupyörä\nBussi\nKävellen", options_sv="Cykel\nBuss\nTill fots")
        assert desk.post(f"{DESK}{how.pk}/", two).status_code == 302
        page = desk.get(DESK).content.decode()
        assert "which nobody can choose any more" in page
        desk.post(f"{DESK}{how.pk}/", self.sent())
        page = desk.post(f"{DESK}{who.pk}/move/", {"up": "1"}, follow=True).content.decode()
        assert "so it must come first" in page
        a_registration(series, now=timezone.now())
        Answer.objects.create(registration=Registration.objects.get(), question=how, value="1")
        assert "Juna" in desk.get(f"{DESK}answers/").content.decode()
        refused = desk.post(f"{DESK}{how.pk}/", self.sent(kind="text"))
        assert refused.status_code == 422 and "has been answered" in refused.content.decode()
        asks = desk.get(f"{DESK}{how.pk}/remove/").content.decode()
        assert "1 person has answered it" in asks and "will be asked of everybody" in asks
        assert desk.post(f"{DESK}{how.pk}/remove/", follow=True).status_code == 200
        assert "No longer asked" in desk.get(DESK).content.decode()
        person = Registration.objects.get()
        assert "Juna" in desk.get(f"/en/desk/series/spring/registrations/{person.pk}/").content.decode()
        written = desk.get("/en/desk/series/spring/registrations/export/?as=csv").content.decode("utf-8-sig")
        head, row = csv.reader(io.StringIO(written), delimiter=";")
        assert row[head.index("Kyyti? (no longer asked)")] == "Juna"

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"label_fi": "", "label_sv": ""}, "Write this in at least one language."),
            ({"options_fi": "Juna"}, "Now there are: Finnish: 1, Swedish: 2."),
            ({"options_fi": "", "options_sv": ""}, "Write at least two options"),
            ({"options_fi": "Juna\njuna"}, "Two options are the same"),
            ({"options_fi": "x\n" + "y" * 201}, "longer than 200"),
            ({"kind": "poem"}, "Choose one of the options"),
            ({"condition": "99=1"}, "Choose one of the options"),
            ({"only_at": "99999"}, "Choose one of the options"),
        ],
    )
    def test_bad_input_is_said_and_nothing_is_saved(self, desk, series, changes, words):
        response = desk.post(f"{DESK}new/", self.sent(**changes))
        assert response.status_code == 422 and words in response.content.decode()
        assert not Question.objects.exists()


def test_the_desk_sees_who_has_not_answered_and_writes_to_them(series, asked, client):
    cast.signs_in(client, an_organiser())
    client.post(FORM, form(series, **dict(zip(names(asked[0]), ["1"], strict=True))))
    brought = a_registration(
        series, series.events.first(), email="brought@example.org", name="Bo Brought", now=timezone.now()
    )
    page = client.get(DESK).content.decode()
    assert "1 person has not answered what must be answered" in page
    listed = client.get("/en/desk/series/spring/registrations/?answers=missing").content.decode()
    assert "Bo Brought" in listed and "Maija Mayor" not in listed and "1 person matches" in listed
    person = client.get(f"/en/desk/series/spring/registrations/{brought.pk}/").content.decode()
    assert "Not answered" in person and "Travel (en)" in person and "With whom" not in person
    message = client.get("/en/desk/series/spring/letters/write/?answers=missing").context["form"]
    sent = {"key": message.initial["key"], "answers": message.initial["answers"]}
    sent |= {"subject_en": "One thing more", "body_en": "Please answer."}
    seen = client.post("/en/desk/series/spring/letters/write/", sent)
    assert [one["name"] for one in seen.context["people"]] == ["Bo Brought"]
    for question in asked:
        operations.retire_question(question=question, now=timezone.now())
    assert "answers" not in client.get("/en/desk/series/spring/registrations/").context["form"].fields
    assert "has not answered" not in client.get(DESK).content.decode()
