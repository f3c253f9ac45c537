"""`skaala account`: who works at the organiser pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from skaala.config import environment, languages
from skaala.config.commands.organisation import chosen

if TYPE_CHECKING:
    from skaala.people.models import Tenant


@click.group("account")
def command() -> None:
    """List, invite and close accounts of people who work at the organiser pages."""


@command.command("list")
def list_() -> None:
    """List accounts: address, state, last sign-in, and their role in each organisation."""
    environment.set_up()
    environment.prepare()
    from skaala.people.models import Account

    for account in Account.objects.order_by("email").prefetch_related("memberships__tenant"):
        roles = ", ".join(
            f"{member.role} in {member.tenant.slug}"
            for member in account.memberships.all()
            if member.ended_at is None
        )
        seen = f"{account.last_login:%Y-%m-%d}" if account.last_login else "never"
        click.echo(f"{account.email}\t{'open' if account.is_active else 'closed'}\t{seen}\t{roles}")


@command.command("invite")
@click.argument("email")
@click.option("--organisation", metavar="NAME", help="Into which organisation; not needed if there is one.")
@click.option("--role", default="owner", show_default=True, help="One of the roles of docs/roles.md.")
@click.option("--name", default="", help="The person's name.")
@click.option("--language", type=click.Choice(languages.CODES), default=languages.DEFAULT, show_default=True)
def invite(email: str, organisation: str | None, role: str, name: str, language: str) -> None:
    """Invite EMAIL into an organisation; the link to accept goes there by email and is printed."""
    environment.set_up()
    environment.prepare()
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.utils import timezone

    from skaala.people.links import invitation_url
    from skaala.people.operations import AlreadyMember, invite_member
    from skaala.people.operations.role_invitations import VALID_FOR
    from skaala.people.rules import Role

    if role not in list(Role):
        raise click.ClickException(f"There is no role “{role}”. Choose one of: {', '.join(Role)}.")
    tenant = chosen(organisation, name_of_first=email.rpartition("@")[2])
    try:
        validate_email(email)
        invitation = invite_member(
            tenant=tenant,
            address=email,
            role=Role(role),
            language=language,
            name=name,
            invited_by=None,
            now=timezone.now(),
        )
    except ValidationError:
        raise click.ClickException(f"“{email}” is not an email address.") from None
    except AlreadyMember:
        raise click.ClickException(f"{email} is a member of {tenant.slug} already.") from None
    _note("account-invite", [tenant], email, details={"role": role})
    click.echo(f"Invited. The link is valid for {VALID_FOR.days} days: {invitation_url(invitation)}")


@command.command("second-factor-off")
@click.argument("email")
def second_factor_off(email: str) -> None:
    """
    Turn the second factor of EMAIL off and forget its passkeys, for somebody who has lost telephone and recovery codes.

    Be sure who asks.
    """
    environment.set_up()
    environment.prepare()
    from skaala.people.operations import remove_passkeys, remove_second_factor
    from skaala.people.queries import find_account, tenants_of

    account = find_account(email)
    if account is None:
        raise click.ClickException(f"There is no account for {email}.")
    remove_second_factor(account=account)
    _note("second-factor-off", tenants_of(account), email)
    remove_passkeys(account=account)
    click.echo(f"{email} signs in with the password alone until they turn a second factor on again.")


@command.command("close")
@click.argument("email")
def close(email: str) -> None:
    """Close the account of EMAIL: it can no longer sign in, and its memberships end. What it made stays."""
    environment.set_up()
    environment.prepare()
    from django.utils import timezone

    from skaala.people.operations import LastOwner, close_account
    from skaala.people.queries import find_account, tenants_of

    account = find_account(email)
    if account is None:
        raise click.ClickException(f"There is no account for {email}.")
    belongs_to = tenants_of(account)
    try:
        close_account(account=account, now=timezone.now())
    except LastOwner as refusal:
        raise click.ClickException(
            f"{email} is the only owner of {refusal.tenant.slug}. Make somebody else its owner first."
        ) from None
    _note("account-close", belongs_to, email)
    click.echo(f"The account of {email} is closed.")


def _note(command: str, tenants: Iterable[Tenant], email: str, details: dict[str, str] | None = None) -> None:
    """Note in each organisation's trail what was done by a command, and to whom."""
    from django.utils import timezone

    from skaala.people.operations import note

    for tenant in tenants:
        note(
            action=f"command.{command}",
            tenant=tenant.pk,
            account=None,
            details=details,
            personal={"name": "skaala", "filter": email.strip().lower()},
            now=timezone.now(),
        )
