"""Reading organisations and their members."""

from skaala.people.queries.accounts import (
    find_account,
    has_account,
    has_second_factor,
    lacks_second_factor,
    requires_second_factor,
)
from skaala.people.queries.audit import entries, openings
from skaala.people.queries.memberships import (
    former_members,
    members,
    members_of_all,
    owners,
    permissions_by_tenant,
    permissions_in_tenant,
    tenants_where,
)

__all__ = [
    "entries",
    "find_account",
    "former_members",
    "has_account",
    "has_second_factor",
    "lacks_second_factor",
    "members",
    "members_of_all",
    "openings",
    "owners",
    "permissions_by_tenant",
    "permissions_in_tenant",
    "requires_second_factor",
    "tenants_where",
]
