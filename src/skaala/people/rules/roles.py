"""
The roles, and what each may do: one table, which is also drawn in docs/roles.md and on the page where a role is given.

Each role has the least that its work needs. Which page of the organiser pages needs what is in skaala.desk.frame.permissions.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in an organisation, or in one series."""

    OWNER = "owner"
    ORGANISER = "organiser"
    FACILITATOR = "facilitator"
    ANALYST = "analyst"
    CHECK_IN = "check_in"
    READER = "reader"
    AUDITOR = "auditor"


class Permission(StrEnum):
    """One thing that a role may do or not."""

    SEE_SERIES = "see_series"
    EDIT_SERIES = "edit_series"
    PUBLISH = "publish"
    COPY_SERIES = "copy_series"
    GIVE_SERIES_ROLES = "give_series_roles"
    SEE_PEOPLE = "see_people"
    CHANGE_PEOPLE = "change_people"
    CHECK_IN = "check_in"
    SEND_EMAILS = "send_emails"
    SEE_FEEDBACK = "see_feedback"
    SEE_RESULTS = "see_results"
    SEE_BOARDS = "see_boards"
    LEAD_BOARDS = "lead_boards"
    ARRANGE_BOARDS = "arrange_boards"
    SEE_REPORT = "see_report"
    EDIT_REPORT = "edit_report"
    PUBLISH_REPORT = "publish_report"
    EDIT_CATALOGUE = "edit_catalogue"
    SEE_MEMBERS = "see_members"
    CHANGE_MEMBERS = "change_members"
    CHANGE_FACE = "change_face"
    CHANGE_API_KEYS = "change_api_keys"
    SEE_AUDIT = "see_audit"


_OWNER, _ORGANISER, _FACILITATOR, _ANALYST, _CHECK_IN, _READER, _AUDITOR = Role

WHO_MAY: dict[Permission, tuple[Role, ...]] = {
    Permission.SEE_SERIES: tuple(Role),
    Permission.EDIT_SERIES: (_OWNER, _ORGANISER),
    Permission.PUBLISH: (_OWNER, _ORGANISER),
    Permission.COPY_SERIES: (_OWNER, _ORGANISER),
    Permission.GIVE_SERIES_ROLES: (_OWNER, _ORGANISER),
    Permission.SEE_PEOPLE: (_OWNER, _ORGANISER),
    Permission.CHANGE_PEOPLE: (_OWNER, _ORGANISER),
    Permission.CHECK_IN: (_OWNER, _ORGANISER, _CHECK_IN),
    Permission.SEND_EMAILS: (_OWNER, _ORGANISER),
    Permission.SEE_FEEDBACK: (_OWNER, _ORGANISER, _FACILITATOR, _ANALYST),
    Permission.SEE_RESULTS: (_OWNER, _ORGANISER, _FACILITATOR, _ANALYST, _READER),
    Permission.SEE_BOARDS: (_OWNER, _ORGANISER, _FACILITATOR, _ANALYST),
    Permission.LEAD_BOARDS: (_OWNER, _ORGANISER, _FACILITATOR),
    Permission.ARRANGE_BOARDS: (_OWNER, _ORGANISER),
    Permission.SEE_REPORT: (_OWNER, _ORGANISER, _FACILITATOR, _ANALYST, _READER),
    Permission.EDIT_REPORT: (_OWNER, _ORGANISER, _ANALYST),
    Permission.PUBLISH_REPORT: (_OWNER, _ORGANISER),
    Permission.EDIT_CATALOGUE: (_OWNER, _ORGANISER, _ANALYST),
    Permission.SEE_MEMBERS: (_OWNER, _ORGANISER, _AUDITOR),
    Permission.CHANGE_MEMBERS: (_OWNER,),
    Permission.CHANGE_FACE: (_OWNER,),
    Permission.CHANGE_API_KEYS: (_OWNER,),
    Permission.SEE_AUDIT: (_OWNER, _ORGANISER, _AUDITOR),
}

MAY: dict[Role, frozenset[Permission]] = {
    role: frozenset(permission for permission, roles in WHO_MAY.items() if role in roles) for role in Role
}

OF_MEMBERS_ALONE = frozenset(
    {
        Permission.COPY_SERIES,
        Permission.GIVE_SERIES_ROLES,
        Permission.SEE_MEMBERS,
        Permission.CHANGE_MEMBERS,
        Permission.CHANGE_FACE,
        Permission.CHANGE_API_KEYS,
        Permission.SEE_AUDIT,
    }
)
"""What takes a role in the organisation itself: one in a single series opens nothing else of it, and is not handed on."""

IN_ONE_SERIES = tuple(role for role in Role if role not in {Role.OWNER, Role.AUDITOR})
"""The roles that can be given in a single series: it has no owner of its own, and the audit trail is the organisation's."""


def permissions_of_guests(roles: Iterable[str]) -> frozenset[Permission]:
    """Return what somebody with these roles in a single series may do there."""
    return permissions(roles) - OF_MEMBERS_ALONE


def may_be_given(by: frozenset[Permission]) -> tuple[Role, ...]:
    """Return the roles in a single series that somebody may give: none that may do what they may not do themselves."""
    return tuple(role for role in IN_ONE_SERIES if permissions_of_guests([role]) <= by)


def permissions(roles: Iterable[str]) -> frozenset[Permission]:
    """Return what somebody with these roles may do."""
    return frozenset().union(*(MAY[Role(role)] for role in roles))


def roles_with(permission: Permission) -> tuple[Role, ...]:
    """Return the roles that may do this, the one with most permissions first."""
    return WHO_MAY[permission]
