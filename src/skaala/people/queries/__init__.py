"""Reading organisations and their members."""

from skaala.people.queries.accounts import (
    BY_PASSKEY,
    VOUCHED_FOR_BY,
    find_account,
    has_account,
    has_second_factor,
    lacks_second_factor,
    requires_second_factor,
)
from skaala.people.queries.audit import entries, openings
from skaala.people.queries.directories import (
    confirmed_domains,
    directories_to_choose_from,
    directory_instead_of_password,
    find_directory,
    offered_directories,
    signed_out_by_directory,
)
from skaala.people.queries.faces import face_of, logo_of, sender_of, style_sheet_of
from skaala.people.queries.hosts import base_url, tenant_at
from skaala.people.queries.memberships import (
    find_tenant,
    former_members,
    members,
    members_of_all,
    owners,
    permissions_by_tenant,
    permissions_in_tenant,
    tenants_of,
    tenants_where,
)
from skaala.people.queries.sessions import session_number, sessions_that_last

__all__ = [
    "BY_PASSKEY",
    "VOUCHED_FOR_BY",
    "base_url",
    "confirmed_domains",
    "directories_to_choose_from",
    "directory_instead_of_password",
    "entries",
    "face_of",
    "find_account",
    "find_directory",
    "find_tenant",
    "former_members",
    "has_account",
    "has_second_factor",
    "lacks_second_factor",
    "logo_of",
    "members",
    "members_of_all",
    "offered_directories",
    "openings",
    "owners",
    "permissions_by_tenant",
    "permissions_in_tenant",
    "requires_second_factor",
    "sender_of",
    "session_number",
    "sessions_that_last",
    "signed_out_by_directory",
    "style_sheet_of",
    "tenant_at",
    "tenants_of",
    "tenants_where",
]
