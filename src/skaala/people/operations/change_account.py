"""Changing an organiser's own account."""

from __future__ import annotations

from skaala.people.models import Account


def change_own_details(*, account: Account, name: str, language: str) -> None:
    """Save an organiser's name and the language of the emails they get."""
    account.name, account.language = name, language
    account.save(update_fields=["name", "language"])
