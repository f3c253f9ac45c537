"""Reading what the events of a series offer to those who register."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from skaala.registration import rules
from skaala.registration.models import Invitation, Registration
from skaala.registration.queries.invitations import open_invitations
from skaala.registration.rules import Offer
from skaala.series import queries as series_queries
from skaala.series import rules as series_rules
from skaala.series.models import Event, Series


def offers(series: Series, *, now: datetime) -> dict[int, Offer]:
    """Return what each event of ``series`` offers at ``now``, by the event's id."""
    return {event.pk: offer(series, event, now=now) for event in series.events.all()}


def offers_to(
    registration: Registration, active: Collection[int], *, now: datetime
) -> tuple[dict[int, Offer], dict[int, Invitation]]:
    """
    Return what each event offers to somebody who has registered, and by which invitation where only one opens it to them.

    :param current: the ids of the events that they attend or wait for
    """
    found = rules.admitted(offers(registration.series, now=now), active)
    by: dict[int, Invitation] = {}
    if registration.series.status == Series.Status.ARCHIVED:
        return found, by
    for invitation in open_invitations(registration, now=now):
        ids = {event.pk for event in invitation.events.all()} - set(active)
        opened = rules.opened(found, ids, now=now, until_end=False)
        by |= {event_id: invitation for event_id in ids if opened.get(event_id) != found.get(event_id)}
        found = opened
    return found, by


def offer(series: Series, event: Event, *, now: datetime) -> Offer:
    """Return what one event offers at ``now``."""
    modes = {"online"} if event.offers_online else set()
    if event.offers_onsite:
        modes.add("onsite")
    return Offer(
        event_id=event.pk,
        window=series_queries.registration_window(series, event, now=now),
        modes=frozenset(modes),
        opens=event.registration_opens,
        closes=series_rules.closes_at(event),
        start=event.start,
    )
