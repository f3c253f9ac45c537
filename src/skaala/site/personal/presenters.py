"""What the personal page says of the workspaces: how the email with the link stands, and never what the link opens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from skaala.registration.models import Attendance, Registration
from skaala.registration.queries.workspaces import latest_email, own_address
from skaala.registration.rules.workspace_links import Answer
from skaala.reports.commitments.queries import takes_commitments
from skaala.workshops import queries, rules
from skaala.workshops.models import Board


@dataclass(frozen=True)
class Workspace:
    """
    The part of the page about workspaces.

    :ivar address: to which the link goes
    :ivar is_sent: whether it has been sent
    :ivar asked: what came of the press by which they asked for it
    :ivar steps_url: where they say in which next steps they take part
    """

    address: str
    is_sent: bool
    asked: str
    steps_url: str


def workspace_of(
    registration: Registration, boards: Iterable[Board], token: str, *, asked: str
) -> Workspace | None:
    """
    Return what the page says of the workspaces of the person's events; None if they have none.

    :param boards: of the events at which they have a place
    :param asked: the answer in the address after a press
    """
    known = list(boards)
    if not known:
        return None
    closing = [one for one in known if rules.is_open(one.phase) and takes_commitments(one)]
    return Workspace(
        address=own_address(registration),
        is_sent=latest_email(registration) is not None,
        asked=_said(asked, own_address(registration)),
        steps_url=reverse("site:personal-next-steps", args=[token, closing[0].code]) if closing else "",
    )


def has_open_workspace(registration: Registration) -> bool:
    """Say whether a workspace of an event at which they have a place is open."""
    confirmed = registration.attendances.filter(state=Attendance.State.CONFIRMED).select_related("event")
    boards = queries.boards_of([one.event for one in confirmed])
    return any(board.phase in rules.RUNNING and not board.is_rehearsal for board in boards.values())


def _said(answer: str, address: str) -> str:
    match answer:
        case Answer.FIRST | Answer.SAME_EMAIL | Answer.NEW_START:
            return _("The link is on its way by email to %(address)s.") % {"address": address}
        case Answer.NOT_YET:
            return _("No workspace is open yet. The link comes by email when the first one opens.")
        case Answer.NO_MORE:
            return _(
                "You have already been given a new link once. Open that email, or ask the organiser for help."
            )
        case "wait":
            return _("The link was sent a moment ago. Wait ten minutes before you ask again.")
    return ""
