"""What a key of the API may open: its scopes, each with the permission that the organiser pages ask for the same."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from skaala.people.rules.roles import Permission


class Scope(StrEnum):
    """One thing that a key of the API may open."""

    SERIES_READ = "series:read"
    SERIES_WRITE = "series:write"
    SERIES_PUBLISH = "series:publish"
    REGISTRATIONS_READ = "registrations:read"
    CHECK_IN_WRITE = "check-in:write"


OPENS: dict[Scope, Permission] = {
    Scope.SERIES_READ: Permission.SEE_SERIES,
    Scope.SERIES_WRITE: Permission.EDIT_SERIES,
    Scope.SERIES_PUBLISH: Permission.PUBLISH,
    Scope.REGISTRATIONS_READ: Permission.SEE_PEOPLE,
    Scope.CHECK_IN_WRITE: Permission.CHECK_IN,
}
"""Whoever makes a key gives it nothing that they may not do themselves."""

PERSONAL = frozenset({Scope.REGISTRATIONS_READ})
"""What one of these opens is personal data: each reading of it is in the audit trail."""

LONGEST_LIFE = timedelta(days=366)
"""A key that nobody remembers must end."""


def may_end_on(day: date, *, today: date) -> bool:
    """Say whether a key made today may end with that day."""
    return today <= day <= today + LONGEST_LIFE
