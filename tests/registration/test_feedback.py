"""Feedback: asked for a time, answered once, tied to nobody, and shown of enough people only."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import connection

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Superseded, compose
from skaala.registration import operations
from skaala.registration.models import FeedbackQuestion, FeedbackSurvey, Registration
from skaala.registration.operations.ask_feedback import close_due_surveys, queue_due_requests
from skaala.registration.operations.check_in import note_from_list
from skaala.registration.queries import feedback as queries
from skaala.registration.queries import own_data
from skaala.registration.rules import feedback as rules
from skaala.registration.rules.feedback import FeedbackState
from skaala.series.models import Event
from skaala.ui.texts import Texts
from tests import cast
from tests.registration.halls import some

END = cast.TODAY
DAY = timedelta(days=1)
QUESTIONS = [
    operations.QuestionDraft("scale", cast.texts("How useful"), Texts()),
    operations.QuestionDraft(
        "choice", cast.texts("Which part"), Texts(fi="alku\nloppu", sv="början\nslutet")
    ),
    operations.QuestionDraft("words", cast.texts("What else"), Texts()),
]


@pytest.mark.parametrize(
    ("now", "closed", "cancelled", "state"),
    [
        (END - timedelta(minutes=1), None, False, FeedbackState.NOT_YET),
        (END, None, False, FeedbackState.OPEN),
        (END + 7 * DAY - timedelta(minutes=1), None, False, FeedbackState.OPEN),
        (END + 7 * DAY, None, False, FeedbackState.CLOSED),
        (END, END, False, FeedbackState.CLOSED),  # closed is closed, even if the event is moved afterwards
        (END, None, True, FeedbackState.EVENT_CANCELLED),
    ],
)
def test_when_it_is_asked(now, closed, cancelled, state):
    assert rules.feedback_state(END, 7, closed_at=closed, is_cancelled=cancelled, now=now) == state


@pytest.mark.parametrize(("answers", "closed", "seen"), [(5, END, True), (4, END, False), (50, None, False)])
def test_results_are_seen_of_five_and_once_closed(answers, closed, seen):
    assert rules.may_be_seen(answers, closed_at=closed) is seen


def a_survey(questions=QUESTIONS, **details) -> Event:
    event = cast.an_event(cast.a_series())
    ask(event, questions, **details)
    return event


def ask(event, questions=QUESTIONS, *, days=7, sends_email=True) -> FeedbackSurvey:
    return operations.set_questions(
        event=event, introduction=Texts(), days=days, sends_email=sends_email, questions=questions
    )


def answer(event, person, *said, now=None) -> bool:
    ids = event.feedback_survey.questions.values_list("pk", flat=True)
    return operations.answer_feedback(
        registration=person,
        event=event,
        answers=dict(zip(ids, said, strict=False)),
        now=now or event.end + DAY,
    )


@pytest.mark.django_db
def test_one_answers_once_and_no_row_is_theirs():
    event = a_survey()
    anna, bertta = some(event, "anna bertta", "online")
    assert answer(event, bertta, 5, 2, "zz later in the alphabet") is True
    assert answer(event, anna, 4, 0, "aa") is True
    assert answer(event, anna, 1, 1, "again") is False
    scale, choice, words = FeedbackQuestion.objects.all()
    assert (scale.counts, choice.counts) == ({"5": 1, "4": 1}, {"2": 1})
    assert words.words == ["aa", "zz later in the alphabet"]  # in the order of the alphabet, not of coming
    survey = FeedbackSurvey.objects.get()
    assert survey.answers == len(survey.spent) == 2 and survey.spent == sorted(survey.spent)
    with (
        connection.cursor() as cursor
    ):  # no table has a row an answer, and none of those it has points to a person
        cursor.execute(
            "SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' "
            "AND confrelid::regclass::text IN ('registration_registration', 'registration_attendance')"
        )
        assert not any("feedback" in row[0] for row in cursor.fetchall())
    assert own_data.as_json(anna)["events"][0]["has_given_feedback"] is True


@pytest.mark.django_db
@pytest.mark.parametrize("when", ["before", "after", "waiting", "cancelled", "elsewhere"])
def test_who_is_not_asked_cannot_answer(when):
    event = a_survey()
    (anna,) = some(event, "anna", "online")
    now = {"before": event.end - timedelta(minutes=1), "after": event.end + 8 * DAY}.get(when, event.end)
    if when == "waiting":
        anna.attendances.update(
            state="waiting", waits_for="online", waiting_since=END, waiting_number=1, confirmed_at=None
        )
    if when == "cancelled":
        Registration.objects.update(cancelled_at=END)
        anna.refresh_from_db()
    asked = cast.an_event(event.series, 2) if when == "elsewhere" else event
    with pytest.raises(operations.UnableToAnswer):
        operations.answer_feedback(registration=anna, event=asked, answers={}, now=now)


@pytest.mark.django_db
def test_results_after_closing_and_nothing_of_fewer_than_five():
    event = a_survey()
    people = some(event, "anna bertta cecilia daavid eeva", "online")
    for number, person in enumerate(people, 1):
        answer(event, person, number, 1 if number < 5 else 0)
    survey = queries.survey_of(event)
    assert queries.results(survey) == []
    assert close_due_surveys(now=event.end + 7 * DAY - timedelta(minutes=1)) == 0
    assert close_due_surveys(now=event.end + 7 * DAY) == 1
    survey = queries.survey_of(event)
    assert (survey.spent, survey.answers) == ([], 5)
    scale, choice, words = queries.results(survey)
    assert (scale.is_shown, scale.average, scale.rows[0]) == (True, 3.0, ("1", 1))
    assert (choice.is_shown, choice.rows, words.is_shown) == (False, [], False)
    assert queries.at_a_glance(event.series, now=event.end)[event.pk].average == 3.0
    with pytest.raises(operations.UnableToSetQuestions):  # it cannot be opened again
        ask(event, days=30)


@pytest.mark.django_db
def test_questions_that_somebody_has_answered_stay():
    event = a_survey()
    (anna,) = some(event, "anna", "online")
    assert ask(event, QUESTIONS[:2]).questions.count() == 2
    answer(event, anna, 3)
    with pytest.raises(operations.UnableToSetQuestions):
        ask(event, QUESTIONS[1:2])
    assert ask(event, QUESTIONS[:2], days=3).days == 3
    assert FeedbackQuestion.objects.first().counts == {"3": 1}


@pytest.mark.django_db
def test_the_email_goes_once_to_who_came():
    event = a_survey()
    some(event, "anna bertta", "online")
    note_from_list(event=event, mode="online", lines=["anna@example.org"], noted_by=None, now=event.start)
    due = event.end + timedelta(hours=1)
    assert [queue_due_requests(now=now) for now in (due - timedelta(minutes=1), due, due)] == [0, 1, 0]
    email = Email.objects.get(kind="registration.feedback")
    assert email.to_address == "anna@example.org"
    composed = compose(email)
    assert "/feedback/" in composed.text and "/feedback/" in composed.html and "<time" not in composed.text
    # Two days later the list of the call is pasted, and says that Bertta was there too.
    note_from_list(event=event, mode="online", lines=["bertta@example.org"], noted_by=None, now=due + 2 * DAY)
    assert [queue_due_requests(now=due + days * DAY) for days in (2, 2, 7)] == [1, 0, 0]
    assert Email.objects.filter(kind="registration.feedback", to_address="bertta@example.org").count() == 1
    FeedbackSurvey.objects.update(closed_at=due)
    with pytest.raises(Superseded):
        compose(email)


@pytest.mark.django_db
def test_no_email_without_questions_by_rule_or_long_after():
    event = a_survey(sends_email=False)
    some(event, "anna", "online")
    assert queue_due_requests(now=event.end + DAY) == 0
    ask(event)
    assert queue_due_requests(now=event.end + 8 * DAY) == 0
    assert (
        queue_due_requests(now=event.end + DAY) == 1
    )  # nobody noted who came, so all with a place are asked


@pytest.mark.django_db
def test_words_and_codes_go_with_the_people_and_counts_stay():
    event = a_survey()
    anna, bertta = some(event, "anna bertta", "online")
    for person in (anna, bertta):
        answer(event, person, 5, 1, f"Ask {person.email}")
    operations.forget_person(registration=anna, now=event.end + DAY)
    assert len(FeedbackSurvey.objects.get().spent) == 1
    counts = operations.forget_people(series=event.series, now=event.end + DAY)
    survey = FeedbackSurvey.objects.get()
    kept = json.dumps([[one.words, one.counts] for one in survey.questions.all()])
    assert (counts["feedback_words"], survey.spent, survey.answers) == (2, [], 2)
    assert kept == '[[[], {"5": 2}], [[], {"1": 2}], [[], {}]]'
