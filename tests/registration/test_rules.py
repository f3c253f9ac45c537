"""Who may register, as a table, and tokens and addresses by property."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skaala.registration import rules
from skaala.registration.rules import Choice, Offer, Refusal, UnableToRegister
from skaala.series.rules import Window

NOW = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)


def an_offer(event_id: int = 1, window: Window = Window.OPEN, modes: tuple[str, ...] = ("online",)) -> Offer:
    return Offer(event_id, window, frozenset(modes), None, NOW + timedelta(days=1), NOW + timedelta(days=2))


@pytest.mark.parametrize(
    ("choices", "offers", "refusal"),
    [
        ([Choice(1, "online")], [an_offer()], None),
        ([Choice(1, "onsite")], [an_offer(modes=("online", "onsite"))], None),
        ([], [an_offer()], Refusal.NOTHING_CHOSEN),
        ([Choice(2, "online")], [an_offer()], Refusal.NOT_OF_THIS_SERIES),
        ([Choice(1, "onsite")], [an_offer()], Refusal.MODE_NOT_OFFERED),
        ([Choice(1, "online")], [an_offer(window=Window.UNPUBLISHED)], Refusal.NOT_PUBLISHED),
        ([Choice(1, "online")], [an_offer(window=Window.NOT_YET)], Refusal.NOT_YET_OPEN),
        ([Choice(1, "online")], [an_offer(window=Window.CLOSED)], Refusal.CLOSED),
        ([Choice(1, "online")], [an_offer(window=Window.PAST)], Refusal.CLOSED),
        (
            [Choice(1, "online"), Choice(2, "online")],
            [an_offer(), an_offer(2, Window.CLOSED)],
            Refusal.CLOSED,
        ),
    ],
)
def test_who_can_register(choices, offers, refusal):
    offered = {offer.event_id: offer for offer in offers}
    assert rules.can_register(choices, offered) == (refusal is None)
    if refusal is not None:
        with pytest.raises(UnableToRegister) as refused:
            rules.check_can_register(choices, offered)
        assert refused.value.refusal == refusal


def test_a_refusal_names_the_event_and_since_when():
    with pytest.raises(UnableToRegister) as refused:
        rules.check_can_register([Choice(1, "online")], {1: an_offer(window=Window.CLOSED)})
    assert (refused.value.event_id, refused.value.since) == (1, NOW + timedelta(days=1))


def test_an_event_can_be_given_up_until_it_starts():
    rules.check_can_drop(an_offer(), now=NOW + timedelta(days=2, seconds=-1))
    with pytest.raises(UnableToRegister):
        rules.check_can_drop(an_offer(), now=NOW + timedelta(days=2))


def test_details_can_be_changed_until_the_last_event_starts():
    starts = [NOW, NOW + timedelta(days=1)]
    assert rules.can_edit(starts, now=NOW + timedelta(hours=23))
    assert not rules.can_edit(starts, now=NOW + timedelta(days=1))
    assert not rules.can_edit([], now=NOW)


@given(st.timedeltas(timedelta(0), timedelta(hours=1)))
def test_a_link_is_sent_at_most_once_in_ten_minutes(passed):
    assert rules.may_send_link(NOW, now=NOW + passed) == (passed >= timedelta(minutes=10))


@given(st.emails(), st.sampled_from([str.upper, str.lower, str.title, lambda text: f"  {text} "]))
def test_one_address_however_it_is_written(address, change):
    assert rules.normalise_address(change(address)) == rules.normalise_address(address)
