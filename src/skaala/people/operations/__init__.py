"""Operations of this app, one module per operation."""

from skaala.people.operations.add_organisation import add_organisation
from skaala.people.operations.audit import chain_entries, note
from skaala.people.operations.change_account import change_own_details
from skaala.people.operations.directory_sessions import (
    ask_directories,
    end_by_notice,
    note_directory_session,
    sign_out_address,
)
from skaala.people.operations.directory_settings import (
    DomainTaken,
    NoSuchDomain,
    confirm_domain,
    remove_directory,
    save_directory,
    try_directory,
)
from skaala.people.operations.directory_sign_in import Admission, admit
from skaala.people.operations.faces import (
    NothingAsked,
    ask_reply_address_again,
    confirm_reply_address,
    save_face,
)
from skaala.people.operations.forget_audit import (
    forget_old_personal_parts,
    forget_personal_parts,
    forget_personal_parts_of_one,
    old_personal_parts,
    personal_parts,
)
from skaala.people.operations.forget_emails import forget_old_emails, old_emails
from skaala.people.operations.invite import (
    AlreadyMember,
    accept_invitation,
    accept_with_new_account,
    invite_member,
    withdraw_invitation,
)
from skaala.people.operations.members import (
    LastOwner,
    NoMember,
    add_member,
    change_role,
    close_account,
    end_membership,
)
from skaala.people.operations.passkeys import (
    LastFactor,
    PasskeyRefused,
    Place,
    TooManyPasskeys,
    account_by_passkey,
    add_passkey,
    ask_for_new,
    ask_for_sign_in,
    remove_passkey,
    remove_passkeys,
    rename_passkey,
)
from skaala.people.operations.passwords import change_password, choose_password, send_new_password_link
from skaala.people.operations.rate_limit import forget_hits, hit, network_address
from skaala.people.operations.role_invitations import AnotherPerson, HasAccount, InvitationOver, is_open
from skaala.people.operations.sealing import seal, unseal
from skaala.people.operations.second_factor import (
    WrongCode,
    begin_second_factor,
    check_second_factor,
    confirm_second_factor,
    remove_second_factor,
    renew_recovery_codes,
)
from skaala.people.operations.sessions import (
    end_session,
    end_sessions,
    forget_ended_sessions,
    note_session,
    open_sessions,
    rename_session,
)
from skaala.people.operations.sign_in_failures import (
    Source,
    attempt,
    codes,
    forget_failures,
    proofs,
    sources,
    succeeded,
)
from skaala.people.operations.tenants import choose_languages, create_tenant, require_second_factor
from skaala.people.operations.unused_accounts import (
    AccountIsClosed,
    close_unused_accounts,
    keep_account,
)
from skaala.people.operations.verify_audit import Head, heads, note_heads, read_heads, verify

__all__ = [
    "AccountIsClosed",
    "Admission",
    "AlreadyMember",
    "AnotherPerson",
    "DomainTaken",
    "HasAccount",
    "Head",
    "InvitationOver",
    "LastFactor",
    "LastOwner",
    "NoMember",
    "NoSuchDomain",
    "NothingAsked",
    "PasskeyRefused",
    "Place",
    "Source",
    "TooManyPasskeys",
    "WrongCode",
    "accept_invitation",
    "accept_with_new_account",
    "account_by_passkey",
    "add_member",
    "add_organisation",
    "add_passkey",
    "admit",
    "ask_directories",
    "ask_for_new",
    "ask_for_sign_in",
    "ask_reply_address_again",
    "attempt",
    "begin_second_factor",
    "chain_entries",
    "change_own_details",
    "change_password",
    "change_role",
    "check_second_factor",
    "choose_languages",
    "choose_password",
    "close_account",
    "close_unused_accounts",
    "codes",
    "confirm_domain",
    "confirm_reply_address",
    "confirm_second_factor",
    "create_tenant",
    "end_by_notice",
    "end_membership",
    "end_session",
    "end_sessions",
    "forget_ended_sessions",
    "forget_failures",
    "forget_hits",
    "forget_old_emails",
    "forget_old_personal_parts",
    "forget_personal_parts",
    "forget_personal_parts_of_one",
    "heads",
    "hit",
    "invite_member",
    "is_open",
    "keep_account",
    "network_address",
    "note",
    "note_directory_session",
    "note_heads",
    "note_session",
    "old_emails",
    "old_personal_parts",
    "open_sessions",
    "personal_parts",
    "proofs",
    "read_heads",
    "remove_directory",
    "remove_passkey",
    "remove_passkeys",
    "remove_second_factor",
    "rename_passkey",
    "rename_session",
    "renew_recovery_codes",
    "require_second_factor",
    "save_directory",
    "save_face",
    "seal",
    "send_new_password_link",
    "sign_out_address",
    "sources",
    "succeeded",
    "try_directory",
    "unseal",
    "verify",
    "withdraw_invitation",
]
