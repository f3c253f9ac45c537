"""What a series asks besides: who is asked, what is an answer, and that no answer is lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import translation

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.registration import operations
from skaala.registration.models import Answer, Attendance, Question
from skaala.registration.operations import QuestionDraft, SignUp
from skaala.registration.queries.feedback import survey_of
from skaala.registration.queries.questions import questions_of, tallies, without_answers
from skaala.registration.rules import Choice
from skaala.registration.rules.questions import (
    applicable_questions,
    breaks_order,
    new_options,
    read_number,
    unanswered,
)
from skaala.ui.texts import Texts
from tests.cast import TODAY, a_closing_event, a_series, an_event, some_details, texts


@dataclass
class Q:
    pk: int
    event_id: int | None = None
    is_required: bool = False
    shown_if_id: int | None = None
    shown_if_value: str = ""


BUS = Q(1, is_required=True)  # 1: by bus
WHICH = Q(2, is_required=True, shown_if_id=1, shown_if_value="1")
SEATS = Q(3, is_required=True, shown_if_id=2, shown_if_value="yes")
LUNCH = Q(4, event_id=7, is_required=True)
ALL = [BUS, WHICH, SEATS, LUNCH]


@pytest.mark.parametrize(
    ("answers", "events", "of", "missing"),
    [
        ({}, set(), [1], [1]),
        ({1: "2"}, set(), [1], []),
        ({1: "1"}, set(), [1, 2], [2]),
        ({1: "1", 2: True}, set(), [1, 2, 3], [3]),
        ({1: "1", 2: False}, set(), [1, 2], []),
        ({1: "2", 2: True}, set(), [1], []),  # what was not asked leads to nothing
        ({1: ["3", "1"], 2: False}, {7}, [1, 2, 4], [4]),
        ({1: "2"}, {8}, [1], []),
    ],
)
def test_a_question_is_asked_of_whom_it_concerns(answers, events, of, missing):
    assert [one.pk for one in applicable_questions(ALL, answers, events)] == of
    assert [one.pk for one in unanswered(ALL, answers, events)] == missing


def test_a_condition_stays_behind_what_it_hangs_on():
    assert not breaks_order(ALL)
    assert breaks_order([WHICH, BUS, SEATS])


@pytest.mark.parametrize("text", ["", "x", "1,2,3", "1e9", "--1", "NaN", "Infinity", "٣", "9" * 40, "1" * 13])
def test_what_is_no_number_is_none(text):
    with pytest.raises(ValueError, match=r"^"):
        read_number(text)


def test_zero_keeps_no_sign_and_large_numbers_their_digits():
    assert [read_number(one) for one in ("-0", "100", "0,50")] == ["0", "100", "0.5"]


def keys(options) -> list[tuple[str, str]]:
    return [(one["key"], ("-" if one.get("retired") else "") + one["label"]["fi"]) for one in options]


BEFORE = [{"key": "1", "label": {"fi": "Juna", "sv": "Tåg"}}, {"key": "2", "label": {"fi": "Bussi"}}]


@pytest.mark.parametrize(
    ("labels", "after"),
    [
        (["Juna", "Bussi"], [("1", "Juna"), ("2", "Bussi")]),
        (["Bussi", "Juna"], [("2", "Bussi"), ("1", "Juna")]),
        (["Bussi"], [("2", "Bussi"), ("1", "-Juna")]),  # the first goes: the second keeps its answers
        (["Juna", "Linja-auto"], [("1", "Juna"), ("2", "Linja-auto")]),  # reworded
        (["Auto", "Juna", "Bussi"], [("3", "Auto"), ("1", "Juna"), ("2", "Bussi")]),
        ([], [("1", "-Juna"), ("2", "-Bussi")]),
    ],
)
def test_options_keep_their_answers_through_changes(labels, after):
    assert keys(new_options(BEFORE, [{"fi": one} for one in labels])) == after


def test_an_option_that_comes_back_is_the_one_it_was():
    gone = new_options(BEFORE, [{"fi": "Bussi"}, {"fi": "Auto"}, {"fi": "Laiva"}])
    assert keys(gone) == [("2", "Bussi"), ("3", "Auto"), ("4", "Laiva"), ("1", "-Juna")]
    assert keys(new_options(gone, [{"fi": "Juna"}, {"fi": "Bussi"}]))[0] == ("1", "Juna")


def a_question(series, label: str = "Travel", *options: str, **details) -> Question:
    question = Question(series=series, label=texts(label), **details)
    return operations.save_question(question=question, options=[texts(one) for one in options])


@pytest.fixture
def series(db):
    series = a_series()
    an_event(series)
    a_closing_event(series)
    return series


def sign_up(series, answers, email="maija@example.org"):
    first = series.events.first()
    request = SignUp(some_details(email), (Choice(first.pk, "online"),), answers)
    return operations.register(series=series, request=request, now=TODAY)


def test_answers_are_counted_and_texts_are_listed(series):
    how = a_question(series, "Travel", "Train", "Bus", kind="several")
    lunch = a_question(series, "Lunch", kind="yes_no")
    many = a_question(series, "How many", kind="number")
    why = a_question(series, "Why", kind="text")
    sign_up(series, {how.pk: ["1", "2"], lunch.pk: True, many.pk: "2.5", why.pk: "Because"})
    gone = sign_up(series, {how.pk: ["1"], lunch.pk: False, many.pk: "100"}, "gone@example.org")
    sign_up(series, {how.pk: ["1"], lunch.pk: False, many.pk: "4"}, "b@example.org")
    operations.cancel_registration(registration=gone, now=TODAY)
    tally = {one.question.pk: one for one in tallies(series)}
    assert [(str(label.get("en")), count) for label, count in tally[how.pk].by_option] == [
        ("Train (en)", 2),
        ("Bus (en)", 1),
    ]
    assert [count for _label, count in tally[lunch.pk].by_option] == [1, 1]
    assert [str(one) for one in tally[many.pk].numbers] == ["2.5", "6.5", "4"]
    assert [one.value for one in tally[why.pk].texts] == ["Because"]
    assert not gone.answers.exists()  # nobody needs them any more


def test_who_lacks_an_answer_is_known_and_asked_in_the_reminder_until_they_have_answered(series):
    workshop, closing = series.events.all()
    how = a_question(series, "Travel", kind="yes_no", is_required=True)
    a_question(series, "Lunch", kind="yes_no", is_required=True, event=closing)
    which = a_question(series, "Which bus", kind="text", is_required=True, shown_if=how, shown_if_value="yes")
    a_question(series, "Wishes", kind="text")
    sign_up(series, {how.pk: False})
    brought = sign_up(series, {}, "brought@example.org")
    half = sign_up(series, {how.pk: True}, "half@example.org")
    gone = sign_up(series, {}, "gone@example.org")
    operations.cancel_registration(registration=gone, now=TODAY)
    # Who has dropped the closing event is asked nothing about it.
    dropped = sign_up(series, {how.pk: False}, "dropped@example.org")
    Attendance.objects.create(
        registration=dropped,
        event=closing,
        mode="online",
        state="cancelled",
        created_at=TODAY,
        cancelled_at=TODAY,
    )
    assert without_answers(series) == {brought.pk, half.pk}
    operations.queue_due_reminders(now=workshop.start - timedelta(hours=1))

    def asks(address: str) -> list[str]:
        email = compose(Email.objects.get(kind="registration.reminder", to_address=address))
        return [name for name in ("Travel", "Which bus", "Lunch", "Wishes") if f"- {name}" in email.text]

    assert [asks(f"{name}@example.org") for name in ("maija", "brought", "half")] == [
        [],
        ["Travel"],
        ["Which bus"],
    ]
    operations.change_registration(
        registration=half,
        details=some_details("half@example.org"),
        choices=(Choice(workshop.pk, "online"),),
        answers={how.pk: True, which.pk: "The blue one"},
        now=TODAY,
    )
    assert without_answers(series) == {brought.pk} and asks("half@example.org") == []


def test_a_question_taken_out_keeps_its_answers_and_frees_what_hung_on_it(series):
    lunch = a_question(series, "Lunch", kind="yes_no")
    what = a_question(series, "What", kind="text", shown_if=lunch, shown_if_value="yes")
    registration = sign_up(series, {lunch.pk: True, what.pk: "Soup"})
    with pytest.raises(operations.BreaksOrder):
        operations.move_question(question=what, up=True)
    assert operations.retire_question(question=lunch, now=TODAY) == 1
    assert [(one.pk, one.shown_if) for one in questions_of(series)] == [(what.pk, None)]
    # A later change of the registration does not touch what is asked no longer.
    changed = operations.change_registration(
        registration=registration,
        details=some_details(),
        choices=(Choice(series.events.first().pk, "online"),),
        answers={what.pk: "Stew"},
        now=TODAY,
    )
    assert changed and dict(Answer.objects.values_list("question", "value")) == {
        lunch.pk: True,
        what.pk: "Stew",
    }


def test_the_kind_of_an_answered_question_stays(series):
    lunch = a_question(series, "Lunch", kind="yes_no")
    sign_up(series, {lunch.pk: True})
    lunch.kind = "text"
    with pytest.raises(operations.KindIsAnswered):
        operations.save_question(question=lunch, options=[])


def test_the_kind_of_a_question_that_decides_others_stays(series):
    lunch = a_question(series, "Lunch", kind="yes_no")
    what = a_question(series, "What", kind="text", shown_if=lunch, shown_if_value="yes")
    lunch.kind = "text"
    with pytest.raises(operations.DecidesOthers):
        operations.save_question(question=lunch, options=[])
    operations.retire_question(question=what, now=TODAY)
    operations.save_question(question=lunch, options=[])  # one that is asked no longer hinders nothing


def test_a_copy_asks_the_same_and_nobody_has_answered(series):
    closing = series.events.last()
    lunch = a_question(series, "Lunch", kind="yes_no", event=closing, is_required=True)
    a_question(series, "What", "Soup", "Stew", kind="choice", shown_if=lunch, shown_if_value="yes")
    operations.retire_question(question=a_question(series, "Old"), now=TODAY)
    sign_up(series, {lunch.pk: True})
    copy = operations.copy_series(series=series, slug="autumn", days=100, now=TODAY)
    one, two = questions_of(copy)
    assert (one.event.series, one.event.slug, one.is_required) == (copy, "closing", True)
    assert (two.shown_if, two.shown_if_value, [str(label.get("sv")) for _key, label in two.choices()]) == (
        one,
        "yes",
        ["Soup (sv)", "Stew (sv)"],
    )
    assert Answer.objects.count() == 1 and questions_of(series)[0].pk == lunch.pk


def test_a_copy_asks_for_feedback_in_the_same_words_and_holds_no_answers(series):
    closing = series.events.last()
    drafts = [
        QuestionDraft("scale", texts("How was it?"), Texts()),
        QuestionDraft("choice", texts("Again?"), texts("Yes\nNo")),
    ]
    operations.set_questions(
        event=closing, introduction=texts("Thanks"), days=5, sends_email=False, questions=drafts
    )
    survey = survey_of(closing)
    survey.questions.update(counts={"1": 9})
    survey.answers, survey.closed_at, survey.spent = 9, TODAY, ["code"]
    survey.save()
    copy = operations.copy_series(series=series, slug="autumn", days=100, now=TODAY)
    copied = survey_of(copy.events.last())
    assert [QuestionDraft(one.kind, one.text, one.options) for one in copied.questions.all()] == drafts
    assert (copied.introduction, copied.days, copied.sends_email) == (texts("Thanks"), 5, False)
    assert (copied.answers, copied.closed_at, copied.spent) == (0, None, [])
    assert [one.counts for one in copied.questions.all()] == [{}, {}]
    assert survey_of(copy.events.first()) is None and survey_of(closing).answers == 9


def test_answers_in_words_are_the_readers(series):
    how = a_question(series, "Travel", "Train", "Bus", kind="choice")
    with translation.override("sv"):
        assert how.words("2") == "Bus (sv)" and Question(kind="yes_no").words(True) == "Ja"
    with translation.override("fi"):
        assert (
            how.words("2") == "Bus (fi)"
            and Question(kind="yes_no").words(False) == "Ei"
            and Question(kind="number").words("2") == "2"
        )
    assert isinstance(how.label, Texts)
