"""At the door: what a helper's link shows and takes, and what an entrance code opens for whom."""

from __future__ import annotations

import uuid
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.operations import message
from skaala.mail.renderers.emails import compose
from skaala.people.models import Tenant
from skaala.registration import links, operations
from skaala.registration.links import check_in as check_in_links
from skaala.registration.links.personal import make_token
from skaala.registration.models import Arrival, ArrivalMark, Attendance, HelperLink
from skaala.series.models import Event
from tests import cast
from tests.registration.halls import a_hall, some

pytestmark = pytest.mark.django_db


def a_hall_to_come():
    """An event in the time of the cast, which is years ahead of the machine's clock."""
    return a_hall(onsite=None)


def moved(event, *, starts_in: timedelta):
    """Move an event beside the machine's clock, for what depends on it."""
    start = timezone.now() + starts_in
    Event.objects.filter(pk=event.pk).update(
        start=start, end=start + timedelta(hours=2), registration_closes=None
    )
    event.refresh_from_db()


def a_link(event, **details) -> str:
    link = operations.give_helper_link(
        event=event, label="Front door", ends_with_event=True, now=timezone.now(), **details
    )
    return urlsplit(links.helper_url(link, "en")).path


def code_of(person, event=None) -> str:
    attendance = person.attendances.select_related("registration").get(**({"event": event} if event else {}))
    return urlsplit(links.code_url(attendance)).path


def words(page) -> str:
    return " ".join(page.content.decode().split())


def mark(client, path, person, *, action="come", page_id=None, **headers):
    attendance = Attendance.objects.get(registration=person)
    sent = {action: attendance.pk, "mark": page_id or uuid.uuid4()}
    return client.post(path, sent, headers=headers)


def test_a_helper_sees_names_and_organisations_and_nothing_else(client):
    event = a_hall_to_come()
    cast.a_registration(
        event.series, event, mode="onsite", name="Åke Öman", role="Secret role", diet="nuts",
        consents_to_diet=True, organisation="Town office", email="ake@example.org",
    )  # fmt: skip
    page = client.get(a_link(event))
    said = words(page)
    assert "Åke Öman" in said and "Akaa, Town office" in said
    assert not any(secret in said for secret in ("ake@example.org", "Secret role", "nuts", "/r/"))
    assert page["Cache-Control"] == "no-store, private" and page["Referrer-Policy"] == "no-referrer"
    assert "Åke" not in words(client.get(a_link(event), {"q": "nobody"}))
    assert "Åke" in words(client.get(a_link(event), {"q": "office öman"}))


def test_a_double_press_and_a_queue_sent_twice_count_once(client):
    event = a_hall_to_come()
    anna, _bertta = some(event, "anna bertta")
    path, page_id = a_link(event), uuid.uuid4()
    json = {"Accept": "application/json"}
    answers = [mark(client, path, anna, page_id=page_id, **json) for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json()["counts"] == answers[1].json()["counts"] == {"onsite": [1, 2]}
    assert (Arrival.objects.count(), ArrivalMark.objects.count()) == (1, 1)
    undone = mark(client, path, anna, action="undo", **json)
    assert undone.json()["come"] == {}
    again = mark(client, path, anna, page_id=page_id, **json)  # the queue of a phone that was away
    assert again.json()["come"] == {} and not Arrival.objects.exists()


def test_a_mark_that_waited_says_when_the_person_came(client):
    event = a_hall_to_come()
    anna, bertta, carl = some(event, "anna bertta carl")
    path, now = a_link(event), timezone.now()
    for person, waited in ((anna, "600"), (bertta, "-5"), (carl, "9" * 30)):
        sent = {"come": person.attendances.get().pk, "mark": uuid.uuid4(), "waited": waited}
        assert client.post(path, sent, headers={"Accept": "application/json"}).status_code == 200
    ago = [now - arrival.at for arrival in Arrival.objects.order_by("attendance")]
    assert timedelta(minutes=9, seconds=50) < ago[0] <= timedelta(minutes=10)
    assert all(abs(one) < timedelta(seconds=10) for one in ago[1:])


def test_without_javascript_a_press_leads_back_to_the_list(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    path = a_link(event)
    answer = mark(client, path, anna)
    assert answer.status_code == 302 and answer["Location"].startswith(path)
    assert "Take back" in words(client.get(path))
    other = cast.an_event(event.series)
    refused = mark(client, a_link(other), anna)
    assert "has no place at the event any more" in words(client.get(refused["Location"]))
    assert client.post(path, {"come": "many", "mark": "x"})["Location"].endswith("?refused=1")


def test_a_link_that_was_ended_says_so_and_takes_nothing(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    path = a_link(event)
    operations.end_helper_link(link=HelperLink.objects.get(), now=timezone.now())
    for answer in (client.get(path), mark(client, path, anna)):
        assert answer.status_code == 410 and "This link has ended" in words(answer)
        assert "anna" not in words(answer)
    waiting = mark(client, path, anna, Accept="application/json")
    assert waiting.status_code == 410 and "ended" in waiting.json()["problem"]
    assert client.get(path[:-3] + "xx/").status_code == 404
    assert not Arrival.objects.exists()


def test_a_strange_page_cannot_press_for_a_helper(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    answer = mark(client, a_link(event), anna, **{"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403 and not Arrival.objects.exists()


def test_a_code_is_only_shown_to_its_owner_and_checks_in_by_a_helper(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    code = code_of(anna)
    shown = client.get(code)
    assert "Show this at the entrance" in words(shown) and "<svg" in words(shown)
    assert "Maija" not in words(shown) and make_token(anna) not in words(shown)
    assert client.post(code).status_code == 403 and not Arrival.objects.exists()

    client.get(a_link(event))  # now it is a helper's phone
    asked = words(client.get(code))
    assert "Check in Maija Mayor" in asked and "anna@example.org" not in asked
    assert not Arrival.objects.exists()  # a scanner of links may look
    for _double in range(2):
        client.post(code)
    assert Arrival.objects.get().how == "code"
    assert "Arrived" in words(client.get(code))


def test_a_code_of_another_event_says_which_it_is_for(client):
    event = a_hall_to_come()
    elsewhere = cast.an_event(event.series, mode="onsite")
    (anna,) = some(elsewhere, "anna")
    client.get(a_link(event))
    refused = client.get(code_of(anna))
    assert refused.status_code == 409
    assert "This code is for “Workshop 1: Workshop title 1 (en)”" in words(refused).replace("(fi)", "(en)")
    assert client.post(code_of(anna)).status_code == 409 and not Arrival.objects.exists()


def test_a_code_of_another_event_lets_in_who_is_expected_here_too(client):
    event = a_hall_to_come()
    elsewhere = cast.an_event(event.series, mode="onsite")
    anna = cast.a_registration(event.series, event, elsewhere, mode="onsite", email="anna@example.org")
    client.get(a_link(event))
    asked = client.get(code_of(anna, elsewhere))  # in Finnish, as Anna's emails are
    assert asked.status_code == 302 and asked["Location"].startswith("/en/c/")
    assert "has a place at this one too" in words(client.get(asked["Location"]))
    client.post(code_of(anna, elsewhere))
    assert Arrival.objects.get().attendance.event == event


def test_a_code_of_who_has_cancelled_or_of_nobody_opens_nothing(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    code = code_of(anna)
    operations.cancel_registration(registration=anna, now=timezone.now())
    assert client.get(code).status_code == 410 and "no longer valid" in words(client.get(code))
    assert client.get("/en/c/made~up/").status_code == 404


def test_an_organiser_checks_in_with_the_code_at_any_event(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    organiser = cast.an_organiser()
    cast.signs_in(client, organiser)
    client.post(code_of(anna))
    assert Arrival.objects.get().noted_by == organiser


def test_an_organiser_without_the_second_factor_that_is_required_checks_nobody_in(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    cast.signs_in(client, cast.an_organiser())
    Tenant.objects.update(requires_second_factor=True)
    assert anna.name not in words(client.get(code_of(anna)))
    assert client.post(code_of(anna)).status_code == 403
    assert not Arrival.objects.exists()


def test_the_code_is_in_email_and_on_the_personal_page_of_who_comes_on_site(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    (daavid,) = some(event, "daavid", "online")
    by_person = {one.to_address: one for one in Email.objects.all()}
    email = by_person["anna@example.org"]
    composed = compose(email)
    code = code_of(anna)
    assert code in composed.text and f'src="cid:entrance-code-{event.slug}"' in composed.html
    assert make_token(anna) not in code
    parts = {part["Content-ID"]: part for part in message(email, composed).message().walk()}
    picture = parts[f"<entrance-code-{event.slug}>"]
    assert (
        picture.get_payload(decode=True).startswith(b"\x89PNG")
        and picture.get_content_disposition() == "inline"
    )
    with links.masked():
        assert code not in compose(email).text
    assert compose(by_person["daavid@example.org"]).pictures == {}
    assert code in words(client.get(f"/en/r/{make_token(anna)}/"))
    assert "entrance-code" not in words(client.get(f"/en/r/{make_token(daavid)}/"))


def test_a_code_ends_when_the_link_is_replaced(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    code, first = code_of(anna), check_in_links._codes.sign(str(anna.attendances.get().pk))
    assert client.get(code).status_code == client.get(f"/en/c/{first}/").status_code == 200
    operations.renew_link(registration=anna, now=timezone.now())
    assert client.get(code).status_code == client.get(f"/en/c/{first}/").status_code == 404
    assert client.get(code_of(anna)).status_code == 200


def test_feedback_by_the_personal_link(client):
    event = a_hall_to_come()
    (anna,) = some(event, "anna")
    other = cast.an_event(event.series)
    stranger = cast.a_registration(event.series, other, email="x@example.org", mode="online")
    moved(event, starts_in=timedelta(hours=-3))
    draft = operations.QuestionDraft("scale", cast.texts("How useful"), cast.texts(""))
    operations.set_questions(
        event=event, introduction=cast.texts("Hello"), days=7, sends_email=False, questions=[draft]
    )
    page = f"/en/r/{make_token(anna)}/"
    path = f"{page}feedback/{event.pk}/"
    assert path in words(client.get(page))
    assert "How useful (en)" in words(client.get(path))
    empty = client.post(path, {})
    assert empty.status_code == 422 and "Answer at least one question." in words(empty)
    (question,) = event.feedback_survey.questions.all()
    assert client.post(path, {f"question-{question.pk}": "9"}).status_code == 422
    assert client.post(path, {f"question-{question.pk}": "4"}).status_code == 302
    assert "Thank you for your feedback" in words(client.get(path))
    client.post(path, {f"question-{question.pk}": "1"})
    question.refresh_from_db()
    assert question.counts == {"4": 1}
    assert Client().get(f"/en/r/{make_token(stranger)}/feedback/{event.pk}/").status_code == 404
