"""The address in the email that brings a person's key for the workspaces of a series; the key is sealed until it is sent."""

from __future__ import annotations

from skaala.mail.models import Email
from skaala.registration.links.addresses import HIDDEN, absolute, is_masked
from skaala.registration.rules import workspace_key
from skaala.series.models import Series
from skaala.series.models.series_key import UnreadableSeal, seal, unseal


def seal_key(series: Series, email: Email, key: bytes) -> None:
    """Put ``key`` into an email that is not saved yet; the mail room empties it when the mail server has taken the email."""
    email.sealed = seal(series, str(email.pk), key)


def workspace_url(series: Series, email: Email) -> str:
    """
    Return the address that ``email`` brings, with its key hidden where links are masked.

    :raises UnreadableSeal: if the key has gone, as it does when the email has been sent
    """
    if is_masked():
        return absolute("site:workspace-link", email.language, at=series, key=HIDDEN)
    if not email.sealed:
        raise UnreadableSeal
    key = unseal(series, str(email.pk), bytes(email.sealed))
    return absolute("site:workspace-link", email.language, at=series, key=workspace_key.as_text(key))
