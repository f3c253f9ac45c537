"""`skaala create-organiser`: the first person of an organisation."""

from __future__ import annotations

import click

from skaala.config import environment, languages
from skaala.config.commands.organisation import chosen


@click.command("create-organiser")
@click.argument("email")
@click.option("--name", default="", help="The person's name.")
@click.option("--language", type=click.Choice(languages.CODES), default=languages.DEFAULT, show_default=True)
@click.option(
    "--organisation", metavar="NAME", help="Whose owner the person becomes; not needed if there is one."
)
@click.option("--password", envvar="SKAALA_NEW_PASSWORD", help="Better left out: it is asked for, unseen.")
def command(email: str, name: str, language: str, organisation: str | None, password: str | None) -> None:
    """Create an account for EMAIL, the owner of an organisation. The first organisation is created with it."""
    environment.set_up()
    environment.prepare()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.db import transaction
    from django.utils import timezone, translation

    from skaala.people.models import Account
    from skaala.people.operations import add_member, note
    from skaala.people.operations.open_account import open_account
    from skaala.people.queries import has_account
    from skaala.people.rules import Role

    with translation.override("en"):
        try:
            validate_email(email)
        except ValidationError as error:
            raise click.ClickException(f"“{email}” is not an email address.") from error
        if has_account(email):
            raise click.ClickException(
                f"There is an account for {email} already; `skaala changepassword {email}` gives it a new password."
            )
        password = password or click.prompt("Password", hide_input=True, confirmation_prompt=True)
        try:
            validate_password(password, Account(email=email, name=name))
        except ValidationError as error:
            raise click.ClickException(" ".join(error.messages)) from error
    with transaction.atomic():
        tenant = chosen(organisation, name_of_first=email.rpartition("@")[2])
        account = open_account(address=email.lower(), name=name, password=password, language=language)
        add_member(tenant=tenant, account=account, role=Role.OWNER, now=timezone.now())
        note(
            action="command.create-organiser",
            tenant=tenant.pk,
            account=None,
            personal={"name": "skaala", "filter": account.email},
            now=timezone.now(),
        )
    click.echo(f"{email} can sign in at the desk now.")
