"""Who may register for what, and until when. ``now`` is always handed in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from skaala.series.rules import Window

# From which state an attendance may go where. The picture in docs/states.md is drawn from this.
TRANSITIONS: dict[str, frozenset[str]] = {
    "confirmed": frozenset({"cancelled"}),
    "waiting": frozenset({"confirmed", "cancelled"}),
    "cancelled": frozenset({"waiting"}),
}

LINK_PAUSE = timedelta(minutes=10)
"""How long after a personal link was sent nobody can have it sent again."""


class Refusal(StrEnum):
    """Why somebody cannot register as they asked."""

    NOTHING_CHOSEN = "nothing_chosen"
    NOT_OF_THIS_SERIES = "not_of_this_series"
    NOT_PUBLISHED = "not_published"
    NOT_YET_OPEN = "not_yet_open"
    CLOSED = "closed"
    MODE_NOT_OFFERED = "mode_not_offered"
    ALREADY_STARTED = "already_started"
    ADDRESS_TAKEN = "address_taken"
    CANCELLED = "cancelled"
    CHANGED_MEANWHILE = "changed_meanwhile"
    EVENT_CANCELLED = "event_cancelled"
    INVITATION_OVER = "invitation_over"
    INVITATION_TOO_SMALL = "invitation_too_small"
    BY_INVITATION = "by_invitation"
    MODE_IS_FIXED = "way_stays"


class UnableToRegister(Exception):
    """
    What was asked for is not possible; nothing has been changed.

    ``event_id`` names the event concerned and ``since`` the instant that decides, where there is one; ``left`` how many an
    invitation still lets in.
    """

    def __init__(
        self,
        refusal: Refusal,
        *,
        event_id: int | None = None,
        since: datetime | None = None,
        left: int | None = None,
    ) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.event_id = event_id
        self.since = since
        self.left = left


@dataclass(frozen=True)
class Choice:
    """One event that somebody wants to attend, and how."""

    event_id: int
    mode: str


@dataclass(frozen=True)
class Offer:
    """What one event of the series offers at this moment."""

    event_id: int
    window: Window
    modes: frozenset[str]
    opens: datetime | None
    closes: datetime
    start: datetime


def opened(
    offers: Mapping[int, Offer], event_ids: Collection[int], *, now: datetime, until_end: bool
) -> dict[int, Offer]:
    """
    Return the offers as they are for somebody whom the organiser lets in: these events are open to them also before their
    opening and after their deadline, or without an invitation where one is needed.

    What is not published, cancelled or over stays closed to all.

    :param until_end: also after the start, for those who stand at the door
    """
    return {
        event_id: replace(offer, window=Window.OPEN)
        if event_id in event_ids
        and (
            offer.window in {Window.NOT_YET, Window.BY_INVITATION}
            or (offer.window == Window.CLOSED and (until_end or now < offer.start))
        )
        else offer
        for event_id, offer in offers.items()
    }


def admitted(offers: Mapping[int, Offer], event_ids: Collection[int]) -> dict[int, Offer]:
    """Return the offers as they are for somebody who was let in to these events before their opening, or by invitation."""
    return {
        event_id: replace(offer, window=Window.OPEN)
        if event_id in event_ids and offer.window in {Window.NOT_YET, Window.BY_INVITATION}
        else offer
        for event_id, offer in offers.items()
    }


def invitation_ends(
    *, expires_at: datetime | None, starts: Iterable[datetime], made_at: datetime
) -> datetime:
    """
    Return until when an invitation opens its events; none opens for ever.

    :param starts: of the events; where none of them is left, the invitation opens nothing
    """
    last = max(starts, default=made_at)
    return last if expires_at is None else min(last, expires_at)


def invitation_holds(
    *,
    ends: datetime,
    revoked_at: datetime | None,
    uses: int,
    most_uses: int | None,
    now: datetime,
) -> bool:
    """Say whether an invitation still lets somebody in."""
    return revoked_at is None and now < ends and (most_uses is None or uses < most_uses)


def check_can_register(choices: Iterable[Choice], offers: dict[int, Offer]) -> None:
    """
    Check that each chosen event can be registered for in the chosen mode.

    :raises UnableToRegister: naming the first event that cannot, and why
    """
    chosen = list(choices)
    if not chosen:
        raise UnableToRegister(Refusal.NOTHING_CHOSEN)
    for choice in chosen:
        check_can_add(choice, offers)


def check_can_add(choice: Choice, offers: dict[int, Offer]) -> None:
    """
    Check that one event can be registered for in the chosen mode.

    :raises UnableToRegister: saying why not
    """
    offer = offers.get(choice.event_id)
    if offer is None:
        raise UnableToRegister(Refusal.NOT_OF_THIS_SERIES)
    if offer.window == Window.UNPUBLISHED:
        raise UnableToRegister(Refusal.NOT_PUBLISHED, event_id=offer.event_id)
    if offer.window == Window.CANCELLED:
        raise UnableToRegister(Refusal.EVENT_CANCELLED, event_id=offer.event_id)
    if offer.window == Window.NOT_YET:
        raise UnableToRegister(Refusal.NOT_YET_OPEN, event_id=offer.event_id, since=offer.opens)
    if offer.window == Window.BY_INVITATION:
        raise UnableToRegister(Refusal.BY_INVITATION, event_id=offer.event_id)
    if offer.window != Window.OPEN:
        raise UnableToRegister(Refusal.CLOSED, event_id=offer.event_id, since=offer.closes)
    if choice.mode not in offer.modes:
        raise UnableToRegister(Refusal.MODE_NOT_OFFERED, event_id=offer.event_id)


def can_register(choices: Iterable[Choice], offers: dict[int, Offer]) -> bool:
    """Say whether :func:`check_can_register` would let the choices pass."""
    try:
        check_can_register(choices, offers)
    except UnableToRegister:
        return False
    return True


def check_can_drop(offer: Offer, *, now: datetime) -> None:
    """
    Check that an event can still be given up: until it starts.

    :raises UnableToRegister: once it has started
    """
    if now >= offer.start:
        raise UnableToRegister(Refusal.ALREADY_STARTED, event_id=offer.event_id, since=offer.start)


def check_can_switch(choice: Choice, offers: dict[int, Offer]) -> None:
    """
    Check that who comes to an event may choose the other way of attending: as long as one can register for it.

    :raises UnableToRegister: saying why not
    """
    offer = offers[choice.event_id]
    if offer.window == Window.CLOSED:
        raise UnableToRegister(Refusal.MODE_IS_FIXED, event_id=offer.event_id, since=offer.closes)
    check_can_add(choice, offers)


def check_transition(state: str, target: str) -> None:
    """
    Check that an attendance may go from one state to another.

    :raises ValueError: if not, which is a fault of the program and not of a person
    """
    if target not in TRANSITIONS[state]:
        raise ValueError(f"an attendance does not go from {state} to {target}")


class Startable(Protocol):
    """What :func:`reallocates_seats` needs to know of an event."""

    start: datetime

    @property
    def is_cancelled(self) -> bool: ...


def reallocates_seats(event: Startable, *, now: datetime) -> bool:
    """Say whether free seats still go to those who wait: until the event starts or is cancelled."""
    return now < event.start and not event.is_cancelled


def can_edit(starts: Iterable[datetime], *, now: datetime) -> bool:
    """Say whether there is something left to give up: until the last of the person's events starts."""
    return any(now < start for start in starts)


def can_change(starts: Iterable[datetime], offers: Mapping[int, Offer], *, now: datetime) -> bool:
    """Say whether a registration may still be changed: while one of its events is to come, or another can be added."""
    return can_edit(starts, now=now) or any(offer.window == Window.OPEN for offer in offers.values())


def may_send_link(last_sent: datetime | None, *, now: datetime) -> bool:
    """Say whether the personal link may be sent (again) now."""
    return last_sent is None or now - last_sent >= LINK_PAUSE
