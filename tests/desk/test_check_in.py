"""The day itself at the desk: the list, links for helpers, lists of calls, who did not come, certificates."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from skaala.registration.models import Arrival, Attendance, HelperLink, Mailing
from skaala.series.models import Event
from tests import cast
from tests.registration.halls import a_hall, some

PAGE = "/en/desk/series/spring/events/closing/"
LIST = "/en/desk/series/spring/registrations/"


@pytest.fixture
def event(desk):
    return a_hall(onsite=None)


def over(event):
    """Let the event have ended an hour ago by the machine's clock."""
    end = timezone.now() - timedelta(hours=1)
    Event.objects.filter(pk=event.pk).update(
        start=end - timedelta(hours=2), end=end, registration_closes=None
    )


def words(page) -> str:
    return " ".join(page.content.decode().split())


def press(desk, person, action="come", **headers):
    attendance = Attendance.objects.get(registration=person)
    return desk.post(f"{PAGE}door/", {action: attendance.pk, "mark": uuid.uuid4()}, headers=headers)


def test_an_organiser_notes_who_came_and_takes_it_back(desk, organiser, event):
    anna, _bertta = some(event, "anna bertta")
    press(desk, anna)
    assert Arrival.objects.get().noted_by == organiser
    assert '<strong data-check-in-count="onsite">1</strong> / 2' in words(desk.get(f"{PAGE}door/"))
    assert desk.get(f"{PAGE}door/", {"as": "json"}).json()["counts"] == {"onsite": [1, 2]}
    press(desk, anna, "undo")
    assert not Arrival.objects.exists()
    gone = press(desk, cast.a_registration(event.series, cast.an_event(event.series), email="x@example.org"))
    assert "has no place at the event any more" in words(desk.get(gone["Location"]))


def test_the_list_takes_few_queries_however_long_it_is(desk, event, count_queries):
    some(event, "anna bertta")
    few = count_queries(f"{PAGE}door/")
    some(event, "c d e f g h")
    assert count_queries(f"{PAGE}door/") == few


def test_a_helpers_link_is_made_shown_again_and_ended(desk, event):
    made = words(desk.post(f"{PAGE}door/helpers/", {"label": "Front door", "ends_with_event": "on"}))
    link = HelperLink.objects.get()
    address = made.split('<a href="http://testserver')[1].split('"')[0]
    assert "/en/h/" in address and Client().get(address).status_code == 200
    assert "Valid until" in made and "This link works until" in words(Client().get(address))
    action = f"{PAGE}door/helpers/{link.pk}/"
    assert address in words(desk.post(action, {"show": "1"}))
    desk.post(action, {"end": "1"})
    assert Client().get(address).status_code == 410
    assert desk.post(f"{PAGE}door/helpers/", {"label": ""}).status_code == 422
    assert desk.post(f"{PAGE}door/helpers/{uuid.uuid4()}/", {"end": "1"}).status_code == 404


def test_a_list_of_a_call_notes_and_gives_back_what_it_could_not_read(desk, event):
    some(event, "daavid", "online")
    sent = {"mode": "online", "people": "daavid@example.org\nNobody Known"}
    page = words(desk.post(f"{PAGE}door/came/", sent))
    assert "1 person was checked in." in page
    assert "1 line names nobody who has a place" in page and "Nobody Known</textarea>" in page
    assert Arrival.objects.get().how == "list"


def test_who_did_not_come_is_seen_filtered_exported_and_written_to(desk, event):
    anna, bertta = some(event, "anna bertta")
    press(desk, anna)
    over(event)
    found = desk.get(LIST, {"event": "closing", "state": "missed"}).context["rows"]
    assert [row["registration"] for row in found] == [bertta]
    assert found[0]["events"][0]["mode"] == "on site, did not attend"
    file = desk.get(f"{LIST}export/", {"as": "csv"}).content.decode()
    assert "on site, attended" in file and "on site, did not attend" in file
    overview = words(desk.get("/en/desk/series/spring/"))
    assert "1 did not come" in overview
    assert "Did not attend" in words(desk.get(f"{LIST}{bertta.pk}/"))
    message = {"key": str(uuid.uuid4()), "event": "closing", "state": "attended", "subject_0": "Thanks",
               "subject_1": "", "subject_2": "", "body_0": "The slides are there", "body_1": "", "body_2": ""}  # fmt: skip
    for name in ("subject", "body"):
        for number, code in enumerate(("fi", "sv", "en")):
            message[f"{name}_{code}"] = message.pop(f"{name}_{number}")
    desk.post("/en/desk/series/spring/letters/write/", message | {"seen_and_confirmed": "1"})
    mailing = Mailing.objects.get(kind="message")
    assert [one.registration for one in mailing.registration_emails.all()] == [anna]


def test_a_certificate_for_who_came(desk, event):
    anna, bertta = some(event, "anna bertta")
    press(desk, anna)
    assert desk.get(f"{LIST}{anna.pk}/certificate.pdf").status_code == 302  # not before it is over
    over(event)
    file = desk.get(f"{LIST}{anna.pk}/certificate.pdf")
    assert file.content.startswith(b"%PDF-") and "attachment" in file["Content-Disposition"]
    none = desk.get(f"{LIST}{bertta.pk}/certificate.pdf", follow=True)
    assert "nobody has noted that this person came" in words(none)


QUESTIONS = {
    "days": "7", "sends_email": "on", "introduction_fi": "", "questions-TOTAL_FORMS": "2",
    "questions-INITIAL_FORMS": "0", "questions-0-kind": "choice", "questions-0-text_en": "Which part?",
    "questions-0-options_fi": "alku\nloppu", "questions-0-options_en": "beginning\nend", "questions-1-text_fi": "",
}  # fmt: skip


def test_questions_are_proposed_written_and_kept_when_answered(desk, event):
    assert "Nothing is asked yet" in words(desk.get(f"{PAGE}feedback/"))
    proposed = words(desk.get(f"{PAGE}feedback/questions/"))
    assert "Mitä opit?" in proposed and "Vad lärde du dig?" in proposed
    assert desk.post(f"{PAGE}feedback/questions/", QUESTIONS).status_code == 302
    (question,) = event.feedback_survey.questions.all()
    assert (question.kind, question.options.as_dict()) == (
        "choice", {"fi": "alku\nloppu", "en": "beginning\nend"},
    )  # fmt: skip
    uneven = desk.post(f"{PAGE}feedback/questions/", QUESTIONS | {"questions-0-options_sv": "början"})
    assert uneven.status_code == 422 and "as many options in each language" in words(uneven)
    assert "Ask at least one question." in words(
        desk.post(
            f"{PAGE}feedback/questions/",
            QUESTIONS
            | {"questions-0-text_en": "", "questions-0-options_fi": "", "questions-0-options_en": ""},
        )
    )
    event.feedback_survey.answers = 1
    event.feedback_survey.save()
    kept = desk.post(f"{PAGE}feedback/questions/", QUESTIONS | {"questions-0-text_en": "Another?"})
    assert kept.status_code == 422 and "Somebody has answered already" in words(kept)
    assert "Another?" in words(kept)


def test_results_and_their_file_after_closing(desk, event):
    desk.post(f"{PAGE}feedback/questions/", QUESTIONS)
    survey = event.feedback_survey
    survey.questions.update(counts={"1": 3, "2": 2})
    survey.answers = 5
    survey.save()
    assert "beginning" not in words(desk.get(f"{PAGE}feedback/"))
    refused = desk.get(f"{PAGE}feedback/export/", follow=True)
    assert "no results that may be shown" in words(refused)
    over(event)
    survey.closed_at = timezone.now()
    survey.save()
    page = words(desk.get(f"{PAGE}feedback/"))
    assert "beginning" in page and "Edit the questions" not in page
    assert "Which part?;beginning;3" in desk.get(f"{PAGE}feedback/export/?as=csv").content.decode()
    survey.answers = 4
    survey.save()
    assert "so the results are not shown" in words(desk.get(f"{PAGE}feedback/"))
