"""Getting a new password by email."""

from __future__ import annotations

from datetime import datetime

from skaala.mail.operations import queue_email
from skaala.people.models import Account
from skaala.people.operations.sessions import end_sessions

KIND = "people.new_password"


def send_new_password_link(*, address: str, now: datetime) -> None:
    """Send the link to choose a new password, if there is an open account with this address; tells nobody whether there is."""
    account = Account.objects.filter(email=address.strip().lower(), is_active=True).first()
    if account is not None:
        queue_email(
            kind=KIND, to_address=account.email, to_name=account.name, language=account.language, now=now
        )


def choose_password(*, account: Account, password: str) -> None:
    """Change the password. Every session that rests on the one before ends, and so does the link by which it was chosen."""
    account.set_password(password)
    account.save(update_fields=["password"])
    end_sessions(account=account)
