"""Opening an account for an address whose email its owner reads."""

from __future__ import annotations

from skaala.people.models import Account
from skaala.people.operations.passkeys import remove_passkeys
from skaala.people.operations.second_factor import remove_second_factor


def open_account(*, address: str, name: str, password: str | None, language: str) -> Account:
    """
    Create an account, or open the one with this address again that has been closed; its roles of before have ended.

    The address may be somebody else's by now: what opened the account before, beside the password, opens it no more.
    """
    account = Account.objects.filter(email=address, is_active=False).first()
    if account is None:
        return Account.objects.create_user(address, password, name=name, language=language)
    account.is_active, account.name, account.language = True, name, language
    account.set_password(password)
    account.save(update_fields=["is_active", "name", "language", "password"])
    remove_passkeys(account=account)
    remove_second_factor(account=account)
    account.directory_identities.all().delete()
    return account
