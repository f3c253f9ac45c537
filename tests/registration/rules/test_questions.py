"""Which questions are asked of whom, which answers count, and how options keep their meaning."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skaala.registration.rules import questions as rules


@dataclass
class Question:
    pk: int
    event_id: int | None = None
    is_required: bool = False
    shown_if_id: int | None = None
    shown_if_value: str = ""


@pytest.mark.parametrize(
    ("value", "wanted", "is_it"),
    [
        (True, "yes", True),
        (True, "no", False),
        (False, "no", True),
        (False, "yes", False),
        ("2", "2", True),
        ("12", "2", False),
        (["1", "2"], "2", True),
        (["12"], "2", False),
        ([], "2", False),
        (None, "2", False),
    ],
)
def test_whether_an_answer_meets_a_condition(value, wanted, is_it):
    assert rules.matches(value, wanted) is is_it


def keys(found: list[Question]) -> list[int]:
    return [question.pk for question in found]


def test_questions_of_an_event_are_asked_of_those_who_come_to_it():
    asked = [Question(1), Question(2, event_id=7), Question(3, event_id=8)]
    assert keys(rules.applicable_questions(asked, {}, {8})) == [1, 3]
    assert keys(rules.applicable_questions(asked, {}, ())) == [1]


def test_a_question_is_asked_where_its_condition_is_met_by_an_answer_that_counts():
    chain = [
        Question(1),
        Question(2, shown_if_id=1, shown_if_value="yes"),
        Question(3, shown_if_id=2, shown_if_value="b"),
        Question(4),
    ]
    assert keys(rules.applicable_questions(chain, {}, ())) == [1, 4]
    assert keys(rules.applicable_questions(chain, {1: True}, ())) == [1, 2, 4]
    assert keys(rules.applicable_questions(chain, {1: True, 2: "b"}, ())) == [1, 2, 3, 4]
    # The answer to what is not asked any more counts for nothing.
    assert keys(rules.applicable_questions(chain, {1: False, 2: "b"}, ())) == [1, 4]


def test_only_what_is_asked_and_required_must_be_answered():
    asked = [
        Question(1, is_required=True),
        Question(2),
        Question(3, is_required=True, shown_if_id=2, shown_if_value="yes"),
        Question(4, is_required=True, event_id=7),
    ]
    assert keys(rules.unanswered(asked, {}, {7})) == [1, 4]
    assert keys(rules.unanswered(asked, {1: "x", 2: True}, {7})) == [3, 4]
    assert keys(rules.unanswered(asked, {1: "", 2: True, 3: "y"}, ())) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 1 200,50 ", "1200.5"),
        ("1\u00a0200\u202f000", "1200000"),
        ("007", "7"),
        ("\u22123", "-3"),
        ("+3", "3"),
        ("-0", "0"),
        ("0,0", "0"),
        ("5.", "5"),
        ("100", "100"),
        ("9" * 12, "9" * 12),
        (f"1,{'1' * 12}", f"1.{'1' * 12}"),
    ],
)
def test_numbers_as_people_write_them(typed, kept):
    assert rules.read_number(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "-", ".5", "1e5", "1,2,3", "٣", "nan", "Infinity", "12 kg", "9" * 13, f"1.{'1' * 13}", "--3"],
)
def test_what_is_no_number(typed):
    with pytest.raises(ValueError):
        rules.read_number(typed)


@given(st.decimals(-(10**12) + 1, 10**12 - 1, places=3))
def test_a_number_that_was_read_reads_the_same_again(number):
    kept = rules.read_number(str(number) if "E" not in str(number) else f"{number:f}")
    assert rules.read_number(kept) == kept
    assert float(kept) == float(number)


def test_a_condition_cannot_come_before_what_it_depends_on():
    first, then = Question(1), Question(2, shown_if_id=1)
    assert not rules.breaks_order([first, then])
    assert rules.breaks_order([then, first])
    assert rules.breaks_order([Question(1, shown_if_id=1)])
    assert not rules.breaks_order([])


def option(key: str, fi: str, en: str = "", **more: object) -> dict[str, object]:
    return {"key": key, "label": {"fi": fi, "en": en}, **more}


def label(fi: str, en: str = "") -> dict[str, str]:
    return {"fi": fi, "en": en}


def keyed(found: list[dict[str, object]]) -> list[tuple[object, object, bool]]:
    return [(each["key"], each["label"]["fi"], bool(each.get("retired"))) for each in found]  # type: ignore[index]


def test_first_options_are_numbered_from_one():
    assert rules.new_options([], [label("Liha"), label("Kala")]) == [option("1", "Liha"), option("2", "Kala")]


def test_an_option_keeps_its_key_wherever_it_moves():
    before = [option("1", "Liha", "Meat"), option("2", "Kala", "Fish")]
    found = rules.new_options(before, [label("Kala", "Fish"), label("Liha", "Meat")])
    assert keyed(found) == [("2", "Kala", False), ("1", "Liha", False)]


def test_one_language_that_stays_is_enough_and_a_corrected_word_keeps_its_place():
    before = [option("1", "Liha", "Meat"), option("2", "Kala", "Fish")]
    found = rules.new_options(before, [label("Lihaa", "Meat"), label("Kalaa", "Seafood")])
    assert keyed(found) == [("1", "Lihaa", False), ("2", "Kalaa", False)]


def test_what_is_no_longer_offered_is_kept_as_retired_and_its_key_never_used_again():
    before = [option("1", "Liha", "Meat"), option("2", "Kala", "Fish")]
    fewer = rules.new_options(before, [label("Liha", "Meat")])
    assert keyed(fewer) == [("1", "Liha", False), ("2", "Kala", True)]
    more = rules.new_options(fewer, [label("Liha", "Meat"), label("Kasvis", "Vegetables")])
    assert keyed(more) == [("1", "Liha", False), ("3", "Kasvis", False), ("2", "Kala", True)]
    again = rules.new_options(more, [label("Kala", "Fish"), label("Liha", "Meat")])
    assert keyed(again) == [("2", "Kala", False), ("1", "Liha", False), ("3", "Kasvis", True)]


def test_two_options_of_one_name_are_not_one():
    before = [option("1", "Muu", "Other"), option("2", "Muu", "Other")]
    assert keyed(rules.new_options(before, [label("Muu", "Other"), label("Muu", "Other")])) == [
        ("1", "Muu", False),
        ("2", "Muu", False),
    ]


def test_keys_go_on_from_the_highest_not_from_the_last():
    before = [option("10", "Liha", "Meat"), option("9", "Kala", "Fish")]
    found = rules.new_options(before, [label("Liha", "Meat"), label("Kala", "Fish"), label("Muu", "Other")])
    assert keyed(found) == [("10", "Liha", False), ("9", "Kala", False), ("11", "Muu", False)]
