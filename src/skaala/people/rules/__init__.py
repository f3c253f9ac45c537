"""What a role may do. Pure: no Django, no clock."""

from skaala.people.rules.roles import (
    IN_ONE_SERIES,
    MAY,
    Permission,
    Role,
    may_be_given,
    permissions,
    permissions_of_guests,
    roles_with,
)
from skaala.people.rules.scopes import OPENS, PERSONAL, Scope, may_end_on

__all__ = [
    "IN_ONE_SERIES",
    "MAY",
    "OPENS",
    "PERSONAL",
    "Permission",
    "Role",
    "Scope",
    "may_be_given",
    "may_end_on",
    "permissions",
    "permissions_of_guests",
    "roles_with",
]
