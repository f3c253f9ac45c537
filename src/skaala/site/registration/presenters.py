"""What somebody sees who came by an invitation or sees a preview: some events as if they were open to all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from skaala.registration import queries, rules
from skaala.registration.models import Invitation, RegistrationSource
from skaala.registration.operations import Source
from skaala.registration.queries.invitations import ends
from skaala.series.models import Series
from skaala.series.rules import Window
from skaala.site.announcement.presenters.pages import EventPage, SeriesPage


@dataclass(frozen=True)
class Invited:
    """An invitation that holds."""

    invitation: Invitation
    opened: list[EventPage]

    @property
    def ends(self) -> datetime:
        return ends(self.invitation)

    @property
    def source(self) -> Source:
        ids = frozenset(event.pk for event in self.invitation.events.all())
        return Source(kind=RegistrationSource.Kind.INVITED, invitation=self.invitation, opens=ids)


def open_for(invitation: Invitation, page: SeriesPage, *, now: datetime) -> tuple[SeriesPage, Invited]:
    """Return the page of a series with the events open that the invitation opens, and which those are."""
    ids = {event.pk for event in invitation.events.all()}
    offers = queries.offers(page.series, now=now)
    if page.series.status != Series.Status.ARCHIVED:
        offers = rules.opened(offers, ids, now=now, until_end=False)
    events = [
        replace(one, is_open=True, status="open", reason_closed="", closes=one.event.start)
        if not one.is_open and offers[one.event.pk].window == Window.OPEN
        else one
        for one in page.events
    ]
    opened = [one for one in events if one.event.pk in ids and one.is_open]
    return replace(page, events=events), Invited(invitation, opened)


def open_to_try(page: SeriesPage) -> SeriesPage:
    """Return the page of a series with the events open that open later, so that a preview shows the whole form."""
    events = [
        replace(one, is_open=True, status="open", reason_closed="") if one.status == "not_open" else one
        for one in page.events
    ]
    return replace(page, events=events)
