"""
A series shared with a partner organisation: which of its members come along, as what, and which controller answers for what.

Each keeps its own role, an owner is one of their own organisation alone, and the audit trail of the series is read on the
partner's own page, so that its auditors need no role in the series.
"""

from __future__ import annotations

from enum import StrEnum

from skaala.people.rules import Role

AS_PARTNER: dict[Role, Role] = {
    Role.OWNER: Role.ORGANISER,
    Role.ORGANISER: Role.ORGANISER,
    Role.FACILITATOR: Role.FACILITATOR,
    Role.ANALYST: Role.ANALYST,
    Role.CHECK_IN: Role.CHECK_IN,
    Role.READER: Role.READER,
}
"""What a member of the partner is in the shared series, by their role in the partner."""

USUALLY = (Role.OWNER, Role.ORGANISER, Role.FACILITATOR)
"""Whose members come along unless somebody chooses otherwise."""


class Duty(StrEnum):
    """What joint controllers divide between them (GDPR, article 26)."""

    INFORM = "inform"
    REQUESTS = "requests"
    SECURITY = "security"
    RETENTION = "retention"


class Who(StrEnum):
    """Which of the two answers for a duty: the organisation that owns the series, its partner, or both."""

    OWNER = "owner"
    PARTNER = "partner"
    BOTH = "both"
