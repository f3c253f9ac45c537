"""Who may follow a board as facilitator or on the projector now: by a role in its series, or by a co-facilitator's link."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from skaala.people.queries import sessions_that_last, signed_out_by_directory
from skaala.people.rules import Permission
from skaala.series.queries import accounts_who_may
from skaala.workshops.links.invitation import invited_readers
from skaala.workshops.links.live import Audience, Pass, who
from skaala.workshops.models import Board

BY_ROLE = (Audience.FACILITATOR, Audience.PROJECTOR)


def member_reader(audience: Audience, account: int, session: int) -> str:
    """Return the word by which the streams know an account that follows a board by its role, in one of its sessions."""
    return who(audience.value, f"{account}:{session}")


def present_readers(board_ids: Collection[int], *, now: datetime) -> set[tuple[int, str]]:
    """Return boards and words of the readers whose roles, links and sessions last."""
    series_of = dict(Board.objects.filter(pk__in=board_ids).values_list("pk", "event__series_id"))
    able = accounts_who_may(Permission.SEE_BOARDS, series=set(series_of.values()))
    # Whom their directory has ended keeps no stream either, whatever role they have until their next sign-in.
    accounts = {account for _series, account in able}
    ended = signed_out_by_directory(accounts)
    # A session that was ended, in the list of them or by signing out, opens no page, so it follows no board either.
    sessions = sessions_that_last(accounts - ended, now=now)
    by_role = {
        (board, member_reader(audience, account, session))
        for board, series in series_of.items()
        for held, account in able
        if held == series
        for whose, session in sessions
        if whose == account
        for audience in BY_ROLE
    }
    return by_role | invited_readers(board_ids, now=now)


def is_still_open(allowed: Pass, *, now: datetime) -> bool:
    """Say whether a stream may be opened with this pass; a participant's always."""
    if not allowed.is_checked:
        return True
    return (allowed.board_id, allowed.who) in present_readers([allowed.board_id], now=now)
