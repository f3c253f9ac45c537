"""Who counts as having come, and what a mark of the check-in list says."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from skaala.registration.rules import check_in
from skaala.registration.rules.check_in import Presence

START = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)
END = START + timedelta(hours=2)
MOMENT = timedelta(microseconds=1)
PAGE = "00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    ("has_arrived", "was_taken", "now", "presence"),
    [
        (True, False, START, Presence.CAME),
        (True, True, END, Presence.CAME),
        (False, True, END - MOMENT, Presence.UNKNOWN),
        (False, True, END, Presence.MISSED),
        (False, False, END, Presence.UNKNOWN),  # nobody's coming was noted
    ],
)
def test_who_came(has_arrived, was_taken, now, presence):
    assert check_in.presence(has_arrived=has_arrived, end=END, was_taken=was_taken, now=now) == presence


def test_joining_counts_from_half_an_hour_before_to_half_an_hour_after():
    half = timedelta(minutes=30)
    for now, counts in (
        (START - half - MOMENT, False),
        (START - half, True),
        (END + half, True),
        (END + half + MOMENT, False),
    ):
        assert check_in.joining_counts(START, END, now=now) is counts


@pytest.mark.parametrize(
    ("revoked_at", "ends_with_event", "after_end", "opens"),
    [
        (None, True, timedelta(hours=2), True),
        (None, True, timedelta(hours=2) + MOMENT, False),
        (None, False, timedelta(days=7), True),
        (None, False, timedelta(days=7) + MOMENT, False),
        (START, False, timedelta(0), False),
        (START, True, timedelta(0), False),
    ],
)
def test_how_long_a_helpers_link_opens(revoked_at, ends_with_event, after_end, opens):
    assert (
        check_in.helper_link_opens(
            revoked_at=revoked_at, ends_with_event=ends_with_event, end=END, now=END + after_end
        )
        is opens
    )


def test_a_mark_says_who_came_and_who_did_not_after_all():
    come = check_in.read_mark({"come": "17", "mark": PAGE})
    undone = check_in.read_mark({"undo": "17", "mark": PAGE})
    assert come is not None
    assert undone is not None
    assert (come.attendance_id, come.has_come, come.waited) == (17, True, timedelta(0))
    assert (undone.attendance_id, undone.has_come) == (17, False)


def test_each_button_of_a_page_has_one_id_however_often_it_is_pressed():
    def id_of(**sent: str) -> uuid.UUID:
        mark = check_in.read_mark({"mark": PAGE, **sent})
        assert mark is not None
        return mark.mark_id

    assert id_of(come="17") == id_of(come="17", waited="60")
    other_page = PAGE.replace("1", "2")
    assert len({id_of(come="17"), id_of(undo="17"), id_of(come="18"), id_of(come="17", mark=other_page)}) == 4


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"come": "17"},
        {"mark": PAGE},
        {"come": "x", "mark": PAGE},
        {"come": "17", "mark": "x"},
        {"come": "0", "mark": PAGE},
        {"come": "-1", "mark": PAGE},
        {"come": str(2**63), "mark": PAGE},
    ],
)
def test_what_is_no_mark_is_none(sent):
    assert check_in.read_mark(sent) is None


def test_the_smallest_and_the_largest_number_are_marks():
    for number in (1, 2**63 - 1):
        mark = check_in.read_mark({"come": str(number), "mark": PAGE})
        assert mark is not None
        assert mark.attendance_id == number


@pytest.mark.parametrize(
    ("waited", "believed"),
    [("", 0), ("x", 0), ("-1", 0), ("0", 0), ("90", 90), ("86400", 86_400), ("86401", 0), ("9" * 30, 0)],
)
def test_how_long_a_mark_waited_is_believed_up_to_a_day(waited, believed):
    mark = check_in.read_mark({"come": "17", "mark": PAGE, "waited": waited})
    assert mark is not None
    assert mark.waited == timedelta(seconds=believed)
