"""Who may register, add, switch and give up what, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from skaala.registration import rules
from skaala.registration.rules import Choice, Offer, Refusal, UnableToRegister
from skaala.series.rules import Window

NOW = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)
OPENS, CLOSES, START = NOW - timedelta(days=5), NOW + timedelta(days=1), NOW + timedelta(days=2)
MOMENT = timedelta(microseconds=1)


def an_offer(window: Window = Window.OPEN, event_id: int = 1) -> Offer:
    return Offer(event_id, window, frozenset({"online"}), OPENS, CLOSES, START)


@pytest.mark.parametrize(
    ("window", "refusal", "since"),
    [
        (Window.UNPUBLISHED, Refusal.NOT_PUBLISHED, None),
        (Window.CANCELLED, Refusal.EVENT_CANCELLED, None),
        (Window.NOT_YET, Refusal.NOT_YET_OPEN, OPENS),
        (Window.BY_INVITATION, Refusal.BY_INVITATION, None),
        (Window.CLOSED, Refusal.CLOSED, CLOSES),
        (Window.PAST, Refusal.CLOSED, CLOSES),
    ],
)
def test_a_refusal_names_the_event_and_the_instant_that_decides(window, refusal, since):
    with pytest.raises(UnableToRegister) as refused:
        rules.check_can_add(Choice(7, "online"), {7: an_offer(window, 7)})
    assert (refused.value.refusal, refused.value.event_id, refused.value.since) == (refusal, 7, since)
    assert (str(refused.value), refused.value.left) == (refusal.value, None)


def test_a_mode_that_is_not_offered_names_the_event():
    with pytest.raises(UnableToRegister) as refused:
        rules.check_can_add(Choice(7, "onsite"), {7: an_offer(event_id=7)})
    assert (refused.value.refusal, refused.value.event_id) == (Refusal.MODE_NOT_OFFERED, 7)


def test_a_refusal_says_how_many_an_invitation_still_lets_in():
    refused = UnableToRegister(Refusal.INVITATION_TOO_SMALL, left=2)
    assert (refused.left, refused.event_id, refused.since) == (2, None, None)


OPEN_TO_ALL_LET_IN = {Window.NOT_YET, Window.BY_INVITATION}


@pytest.mark.parametrize("window", list(Window))
def test_whom_the_organiser_lets_in_gets_in_before_opening_without_invitation_and_until_the_start(window):
    def after(now: datetime, *, until_end: bool) -> Window:
        return rules.opened({1: an_offer(window)}, {1}, now=now, until_end=until_end)[1].window

    before_the_start = Window.OPEN if window in OPEN_TO_ALL_LET_IN | {Window.CLOSED} else window
    since_the_start = Window.OPEN if window in OPEN_TO_ALL_LET_IN else window
    assert after(START - MOMENT, until_end=False) == before_the_start
    assert after(START, until_end=False) == since_the_start
    assert after(START, until_end=True) == before_the_start  # those at the door


@pytest.mark.parametrize("window", list(Window))
def test_who_was_let_in_early_stays_in_but_not_after_the_deadline(window):
    expected = Window.OPEN if window in OPEN_TO_ALL_LET_IN else window
    assert rules.admitted({1: an_offer(window)}, {1})[1].window == expected


def test_only_the_events_somebody_is_let_in_to_are_opened():
    offers = {1: an_offer(Window.NOT_YET), 2: an_offer(Window.NOT_YET, 2)}
    for found in (rules.opened(offers, [2], now=NOW, until_end=True), rules.admitted(offers, [2])):
        assert found == {1: offers[1], 2: an_offer(Window.OPEN, 2)}


@pytest.mark.parametrize(
    ("changed", "holds"),
    [
        ({}, True),
        ({"revoked_at": NOW}, False),
        ({"ends": NOW}, False),
        ({"ends": NOW + MOMENT}, True),
        ({"uses": 3, "most_uses": 3}, False),
        ({"uses": 2, "most_uses": 3}, True),
        ({"uses": 1_000, "most_uses": None}, True),
        ({"uses": 0, "most_uses": 0}, False),
    ],
)
def test_until_when_an_invitation_holds(changed, holds):
    unlimited = {"ends": NOW + timedelta(days=1), "revoked_at": None, "uses": 0, "most_uses": None}
    assert rules.invitation_holds(**{**unlimited, **changed}, now=NOW) is holds


@pytest.mark.parametrize(
    ("expires_at", "starts", "ends"),
    [
        (None, [NOW, NOW + MOMENT], NOW + MOMENT),
        (NOW, [NOW + MOMENT], NOW),
        (NOW + 2 * MOMENT, [NOW + MOMENT], NOW + MOMENT),
        (None, [], NOW - MOMENT),
    ],
)
def test_every_invitation_has_an_end(expires_at, starts, ends):
    assert rules.invitation_ends(expires_at=expires_at, starts=starts, made_at=NOW - MOMENT) == ends


def test_an_event_that_has_started_cannot_be_given_up():
    with pytest.raises(UnableToRegister) as refused:
        rules.check_can_drop(an_offer(event_id=7), now=START)
    assert refused.value.refusal == Refusal.ALREADY_STARTED
    assert (refused.value.event_id, refused.value.since) == (7, START)


def test_the_way_of_attending_is_fixed_after_the_deadline():
    rules.check_can_switch(Choice(7, "online"), {7: an_offer(event_id=7)})
    with pytest.raises(UnableToRegister) as refused:
        rules.check_can_switch(Choice(7, "online"), {7: an_offer(Window.CLOSED, 7)})
    assert refused.value.refusal == Refusal.MODE_IS_FIXED
    assert (refused.value.event_id, refused.value.since) == (7, CLOSES)
    with pytest.raises(UnableToRegister) as refused:
        rules.check_can_switch(Choice(7, "onsite"), {7: an_offer(event_id=7)})
    assert refused.value.refusal == Refusal.MODE_NOT_OFFERED


@pytest.mark.parametrize("state", ["confirmed", "waiting", "cancelled"])
@pytest.mark.parametrize("target", ["confirmed", "waiting", "cancelled"])
def test_a_place_that_was_given_up_is_waited_for_again(state, target):
    allowed = (state, target) in {
        ("confirmed", "cancelled"), ("waiting", "confirmed"), ("waiting", "cancelled"), ("cancelled", "waiting")
    }  # fmt: skip
    if allowed:
        rules.check_transition(state, target)
    else:
        with pytest.raises(ValueError):
            rules.check_transition(state, target)


@dataclass
class Event:
    is_cancelled: bool = False
    start: datetime = START


def test_free_seats_go_to_those_who_wait_until_the_event_starts_or_is_cancelled():
    assert rules.reallocates_seats(Event(), now=START - MOMENT)
    assert not rules.reallocates_seats(Event(), now=START)
    assert not rules.reallocates_seats(Event(is_cancelled=True), now=NOW)


@pytest.mark.parametrize(
    ("starts", "windows", "possible"),
    [
        ([START], [Window.CLOSED], True),
        ([NOW], [Window.CLOSED], False),
        ([NOW], [Window.CLOSED, Window.OPEN], True),
        ([NOW], [Window.NOT_YET, Window.BY_INVITATION], False),
        ([], [], False),
    ],
)
def test_a_registration_can_be_changed_while_something_is_to_come_or_can_be_added(starts, windows, possible):
    offers = {number: an_offer(window, number) for number, window in enumerate(windows)}
    assert rules.can_change(starts, offers, now=NOW) is possible


def test_a_link_that_was_never_sent_may_be_sent():
    assert rules.may_send_link(None, now=NOW)


@pytest.mark.parametrize(
    ("ends", "on_site", "since"),
    [
        ([NOW], [], NOW + timedelta(days=14)),
        ([NOW, START], [], START + timedelta(days=14)),
        ([NOW, START], [NOW], NOW + timedelta(days=14)),  # on site alone is food served
        ([], [NOW, START], START + timedelta(days=14)),
    ],
)
def test_needs_are_forgotten_a_fortnight_after_the_last_event_they_were_for(ends, on_site, since):
    assert not rules.needs_have_served(ends, on_site, now=since - MOMENT)
    assert rules.needs_have_served(ends, on_site, now=since)


def test_needs_of_who_attends_nothing_are_forgotten_at_once():
    assert rules.needs_have_served([], [], now=NOW)


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("Maija Mäkinen", False),
        ("https://evil.example", True),
        ("ftp://x", True),
        ("WWW.evil", True),
        ("evil.example/prize", True),
        ("EVIL.FI/x", True),
        ("Aki K. / Espoo", False),
        ("A.B/C", False),
        ("Oy Firma Ab.", False),
    ],
)
def test_a_name_that_an_email_program_would_make_a_link_of(name, holds):
    assert rules.holds_link(name) is holds


@pytest.mark.parametrize(
    ("address", "compared"),
    [
        (" Maija@Example.ORG\n", "maija@example.org"),
        ("ma\uff49ja@example.org", "maija@example.org"),
        ("strasse@example.org", "strasse@example.org"),
        ("STRAßE@example.org", "strasse@example.org"),
    ],
)
def test_an_address_is_compared_whatever_its_case_and_width(address, compared):
    assert rules.normalise_address(address) == compared
