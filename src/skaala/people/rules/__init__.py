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

__all__ = [
    "IN_ONE_SERIES",
    "MAY",
    "Permission",
    "Role",
    "may_be_given",
    "permissions",
    "permissions_of_guests",
    "roles_with",
]
