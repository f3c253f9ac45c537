"""Nothing is final: a publication is confirmed and taken back, a cancelled event resumed, and why something cannot be is said before."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from skaala.mail.models import Email
from skaala.registration.models import Answer, Question
from skaala.registration.operations import cancel_event, cancel_registration
from skaala.registration.queries.questions import questions_of, removed_questions
from skaala.series.models import Event, Series
from skaala.ui.texts import Texts
from tests import cast

PAGE = "/en/desk/series/spring/publish/"
YES = {"action": "publish", "seen_and_confirmed": "1"}


def said(response: object) -> list[str]:
    return [str(message) for message in response.context["messages"]]  # type: ignore[attr-defined]


def test_publishing_asks_and_says_what_will_happen(desk: Client) -> None:
    cast.an_event(cast.a_series(status="draft"))
    asked = desk.post(PAGE, {"action": "publish"})
    page = asked.content.decode()
    assert Series.objects.get().status == "draft"
    assert "Registration opens at once for 1 event." in page
    assert "/sv/series/spring/" in page and "No emails are sent." in page
    assert said(desk.post(PAGE, YES, follow=True)) == ["It is public now."]
    assert Series.objects.get().status == "published"


def test_a_publication_is_taken_back_while_nobody_has_registered(desk: Client, client: Client) -> None:
    series = cast.a_series()
    cast.an_event(series)
    assert client.get("/en/series/spring/").status_code == 200
    assert "Make it a draft again" in desk.get(PAGE).content.decode()
    desk.post(PAGE, {"action": "unpublish"})
    found = Series.objects.get()
    assert (found.status, found.published_at) == ("draft", None)
    assert client.get("/en/series/spring/").status_code == 404


def test_once_somebody_has_registered_it_stays_public_and_the_page_says_so_before(desk: Client) -> None:
    series = cast.a_series()
    event = cast.an_event(series)
    person = cast.a_registration(series, event)
    for _ in range(2):  # also where they have cancelled since
        page = desk.get(PAGE).content.decode()
        assert "Make it a draft again" not in page and "Not possible any more" in page
        refused = desk.post(PAGE, {"action": "unpublish"}, follow=True)
        assert "stays public" in said(refused)[0]
        assert Series.objects.get().status == "published"
        cancel_registration(registration=person, now=cast.TODAY)


def test_what_cannot_be_removed_says_so_before(desk: Client) -> None:
    series = cast.a_series()
    event = cast.an_event(series)
    assert "Remove the event" in desk.get(f"/en/desk/series/spring/events/{event.slug}/").content.decode()
    cast.a_registration(series, event)
    page = desk.get(f"/en/desk/series/spring/events/{event.slug}/").content.decode()
    assert "Remove the event" not in page and "people have registered for it" in page
    page = desk.get("/en/desk/series/spring/remove/").content.decode()
    assert "It cannot be removed" in page and 'class="button is-danger"' not in page


def test_a_cancelled_event_is_resumed_with_an_email_and_a_file(desk: Client) -> None:
    now = timezone.now()
    series = cast.a_series(published_at=now)
    event = cast.an_event(series, now=now)
    cast.a_registration(series, event, now=now)
    cancel_event(event=event, reason=Texts(en="Storm"), now=now)
    address = f"/en/desk/series/spring/events/{event.slug}/resume/"
    assert "Resume the event" in desk.get(f"/en/desk/series/spring/events/{event.slug}/").content.decode()
    assert desk.get(address).status_code == 200
    shown = desk.post(address, {}).content.decode()
    assert "Resume the event and send the emails" in shown and Event.objects.get().is_cancelled
    desk.post(address, {"seen_and_confirmed": "1"})
    found = Event.objects.get()
    assert not found.is_cancelled and found.sequence == 2
    assert Email.objects.filter(kind="registration.event_resumed").count() == 1
    refused = desk.get(address, follow=True)
    assert "not cancelled" in said(refused)[-1]


def test_a_question_that_was_removed_is_asked_again_with_its_answers(desk: Client) -> None:
    series = cast.a_series()
    first = Question.objects.create(series=series, label=cast.texts("First?"), order=1)
    Question.objects.create(series=series, label=cast.texts("Second?"), order=2)
    person = cast.a_registration(series, cast.an_event(series))
    Answer.objects.create(registration=person, question=first, value="Because")
    home = "/en/desk/series/spring/questions/"
    desk.post(f"{home}{first.pk}/remove/")
    page = desk.get(home).content.decode()
    assert "Ask again" in page and "First?" in page
    assert desk.get(f"{home}restore/{first.pk}/")["Location"] == home
    desk.post(f"{home}restore/{first.pk}/")
    assert [question.label.get("en") for question in questions_of(series)] == ["Second? (en)", "First? (en)"]
    assert first.answers.get().value == "Because"
    assert "Ask again" not in desk.get(home).content.decode()


def test_a_removed_question_that_nobody_answered_can_be_asked_again_for_thirty_days(desk: Client) -> None:
    series = cast.a_series()
    question = Question.objects.create(series=series, label=cast.texts("Why?"))
    now = timezone.now()
    for days, is_there in {29: True, 31: False}.items():
        Question.objects.update(retired_at=now - timedelta(days=days))
        assert bool(removed_questions(series, now=now)) == is_there
        assert ("Ask again" in desk.get("/en/desk/series/spring/questions/").content.decode()) == is_there
    assert desk.post(f"/en/desk/series/spring/questions/restore/{question.pk}/").status_code == 404
