"""Giving, changing and ending a role in a single series."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from skaala.people.models import Account
from skaala.people.operations.access_ended import tell_access_ended
from skaala.people.rules import IN_ONE_SERIES, Role
from skaala.series.models import Series, SeriesRole

NOTED_EVERY = timedelta(hours=1)


class RoleHasEnded(Exception):
    """Somebody else has ended the role meanwhile; nothing has been changed."""


class NotGivenInOneSeries(Exception):
    """There is no such role in a single series."""


@transaction.atomic
def give_role(*, series: Series, account: Account, role: Role, now: datetime) -> SeriesRole:
    """Give ``account`` a role in this series alone, instead of the one they may have there."""
    _check(role)
    Series.objects.select_for_update(no_key=True).get(pk=series.pk)
    held = SeriesRole.objects.filter(series=series, account=account, ended_at=None).first()
    if held is None:
        return SeriesRole.objects.create(series=series, account=account, role=role, since=now)
    return change_series_role(held=held, role=role)


@transaction.atomic
def change_series_role(*, held: SeriesRole, role: Role) -> SeriesRole:
    """
    Give somebody another role in the series.

    :raises RoleHasEnded: if it has ended
    """
    _check(role)
    present = _locked(held)
    present.role = role
    present.save(update_fields=["role"])
    tell_access_ended()  # the new role may see less
    return present


@transaction.atomic
def end_series_role(*, held: SeriesRole, now: datetime) -> SeriesRole:
    """
    End a role in a series, from the next request and for open streams at once; what the person made stays.

    :raises RoleHasEnded: if it has ended already
    """
    present = _locked(held)
    present.ended_at = now
    present.save(update_fields=["ended_at"])
    tell_access_ended()
    return present


def note_use(*, series: int, account: Account, now: datetime) -> None:
    """Note, once an hour at most, that somebody has used their role in a series."""
    is_old = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    SeriesRole.objects.filter(is_old, series=series, account=account, ended_at=None).update(last_used_at=now)


def _check(role: Role) -> None:
    if role not in IN_ONE_SERIES:
        raise NotGivenInOneSeries(role)


def _locked(held: SeriesRole) -> SeriesRole:
    present = SeriesRole.objects.select_for_update().filter(pk=held.pk, ended_at=None).first()
    if present is None:
        raise RoleHasEnded
    return present
