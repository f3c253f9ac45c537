"""What the tests of directories do in a browser."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from django.test import Client
from django.utils import translation
from django.utils.html import escape

from skaala.people.messages import REASONS
from skaala.people.models import AuditEntry, Membership
from skaala.people.rules.directory import Reason
from tests.people.directories import Liar, Provider

START = "/en/desk/sign-in/directory/house/"


def goes_to_directory(client: Client, address: str = START) -> str:
    response = client.get(address)
    assert response.status_code == 302, response.content.decode()
    return response["Location"]


def comes_back(client: Client, address: str):
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def signs_in(client: Client, provider: Provider, subject: str = "anna"):
    return comes_back(client, provider.signs_in(goes_to_directory(client), subject))


def tries_with(client: Client, liar: Liar):
    return comes_back(client, liar.signs_in(goes_to_directory(client)))


def words(reason: Reason, language: str = "en") -> str:
    """What a page says of it."""
    with translation.override(language):
        return escape(str(REASONS[reason]))


def is_refused(response, reason: Reason) -> bool:
    said = response.content.decode()
    return response.status_code == 403 and any(words(reason, one) in said for one in ("fi", "en"))


def role_of(email: str) -> str:
    return Membership.objects.get(account__email=email, ended_at=None).role


def noted(action: str) -> list[dict]:
    return list(AuditEntry.objects.filter(action=action).order_by("pk").values_list("details", flat=True))


def claims_as_id(value: object) -> str:
    """Name a test by its claims, without the second it was made in."""
    return "-".join(value) if isinstance(value, dict) else str(value)


def now_and(seconds: int) -> int:
    return int(time.time()) + seconds
