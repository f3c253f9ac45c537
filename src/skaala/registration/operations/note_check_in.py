"""What of checking people in without the organiser pages goes into the audit trail: by a helper's link, or by an entrance code."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from skaala.people.models import Account
from skaala.people.operations import note
from skaala.registration.models import HelperLink
from skaala.series.models import Event

LIST, CODE, CHECK_IN = "link.helper", "link.entrance-code", "link.check-in"


def note_check_in(
    action: str,
    event: Event,
    *,
    link: HelperLink | None,
    source: str,
    now: datetime,
    account: Account | None = None,
    registration: UUID | None = None,
) -> None:
    """
    Note what a helper with a link, or an organiser with somebody's entrance code, has seen or done.

    :param source: the network address it came from
    """
    who = (
        {"account": account.email, "name": account.name} if account else {"name": link.label if link else ""}
    )
    note(
        action=action,
        tenant=event.series.tenant_id,
        account=account.pk if account else None,
        series=event.series_id,
        registration=registration,
        details={"event": event.slug},
        personal=who | {"from": source},
        now=now,
    )
