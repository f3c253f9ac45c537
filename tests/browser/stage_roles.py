"""Roles in one series, and invitations to one, for the pages and links that are looked at."""

from __future__ import annotations

from typing import Any


def known(series: Any) -> dict[str, str]:
    """Give somebody a role in ``series``, and invite two: one whose page is looked at, one who accepts."""
    from django.utils import timezone

    from skaala.people.models import Account
    from skaala.people.rules import Role
    from skaala.series.links import make_role_token
    from skaala.series.operations import invite_to_series
    from tests import cast

    guest = cast.a_guest(series, Role.FACILITATOR, name="Vilma Vierailija-Vetäjä")
    looked_at, accepted = (
        invite_to_series(
            series=series,
            address=f"{name}@example.org",
            role=Role.ANALYST,
            language="fi",
            invited_by=Account.objects.get(email="oskar@example.org"),
            now=timezone.now(),
        )
        for name in ("looks", "comes")
    )
    return {
        "series_role": str(guest.series_roles.get().pk),
        "role_invitation": make_role_token(looked_at),
        "role_accepts": make_role_token(accepted),
    }


def emails() -> dict[str, str]:
    """The email that invites to a role in one series, in each language."""
    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from tests.pages.address import LANGUAGES

    invited = Email.objects.get(kind="series.role_invitation", to_address="looks@example.org")
    written = {}
    for language in LANGUAGES:
        invited.language = language
        written[f"role_invitation-{language}"] = compose(invited).html
    return written
