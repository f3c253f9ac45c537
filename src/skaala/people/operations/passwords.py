"""A new password: chosen by a link in an email, or changed by somebody who knows the one before."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.mail.operations import queue_email
from skaala.people.models import Account
from skaala.people.operations.sessions import end_sessions
from skaala.people.operations.sign_in_failures import forget_failures_of
from skaala.people.queries import directory_instead_of_password, find_account

KIND = "people.new_password"


def send_new_password_link(*, address: str, now: datetime) -> None:
    """
    Send the link to choose a new password, if there is an open account with this address; tells nobody whether there is.

    Who signs in by a directory gets none: a password would outlive the end of their work.
    """
    account = find_account(address)
    if account is not None and account.is_active and directory_instead_of_password(account) is None:
        queue_email(
            kind=KIND, to_address=account.email, to_name=account.name, language=account.language, now=now
        )


@transaction.atomic
def choose_password(*, account: Account, password: str) -> None:
    """
    Change the password. Every session that rests on the one before ends, and so does the link by which it was chosen.

    Whoever reads the account's email has shown who they are, and waits for no pause that somebody else's guesses have made.
    """
    change_password(account=account, password=password)
    forget_failures_of(account)


@transaction.atomic
def change_password(*, account: Account, password: str, session_key: str = "") -> None:
    """
    Change the password. Every session that rests on the one before ends, but the one with the key ``session_key``.

    The caller has that one rest on the new password, or it opens nothing either.
    """
    account.set_password(password)
    account.save(update_fields=["password"])
    end_sessions(account=account, but=session_key)
