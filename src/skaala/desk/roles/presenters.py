"""The links of a series that open a part of it without an account: to check people in, and to lead a workspace."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from skaala.desk.frame.messages import event_label
from skaala.registration.models import HelperLink
from skaala.registration.queries.arrivals import helper_link_ends
from skaala.series.models import Series
from skaala.workshops.models import Invitation
from skaala.workshops.rules import invitation_ends

HELPER, CO_FACILITATOR = "helper", "co-facilitator"


@dataclass(frozen=True)
class LinkRow:
    """A link that still opens something."""

    kind: str
    what: str
    key: uuid.UUID
    label: str
    event: Any
    last_used_at: datetime | None
    ends: datetime


def open_links(series: Series, *, now: datetime) -> list[LinkRow]:
    """Return the links that open something today, by event."""
    rows = [
        LinkRow(
            HELPER,
            _("Check-in helper"),
            one.pk,
            one.label,
            event_label(one.event),
            one.last_used_at,
            helper_link_ends(one),
        )
        for one in HelperLink.objects.filter(event__series=series, revoked_at=None)
        .select_related("event__series")
        .order_by("event__start", "created_at")
    ]
    rows += [
        LinkRow(
            CO_FACILITATOR,
            _("Co-facilitator"),
            one.pk,
            one.label,
            event_label(one.board.event),
            one.last_used_at,
            invitation_ends(one.board.event.end),
        )
        for one in Invitation.objects.filter(board__event__series=series)
        .select_related("board__event__series")
        .order_by("board__event__start", "made_on", "label")
    ]
    return [row for row in rows if row.ends > now]
