"""`skaala create-organiser`: the first person at the desk."""

from __future__ import annotations

import click

from skaala.config import environment


@click.command("create-organiser")
@click.argument("email")
@click.option("--name", default="", help="The person's name.")
@click.option("--language", type=click.Choice(["fi", "sv", "en"]), default="fi", show_default=True)
@click.option("--password", envvar="SKAALA_NEW_PASSWORD", help="Better left out: it is asked for, unseen.")
def command(email: str, name: str, language: str, password: str | None) -> None:
    """Make an account for EMAIL that may work at the desk."""
    environment.set_up()
    environment.prepare()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.utils import translation

    from skaala.people.models import Account

    with translation.override("en"):
        try:
            validate_email(email)
        except ValidationError as error:
            raise click.ClickException(f"“{email}” is not an e-mail address.") from error
        if Account.objects.filter(email=email.strip().lower()).exists():
            raise click.ClickException(
                f"There is an account for {email} already; `skaala changepassword {email}` gives it a new password."
            )
        password = password or click.prompt("Password", hide_input=True, confirmation_prompt=True)
        try:
            validate_password(password, Account(email=email, name=name))
        except ValidationError as error:
            raise click.ClickException(" ".join(error.messages)) from error
    Account.objects.create_user(email, password, name=name, language=language)
    click.echo(f"{email} can sign in at the desk now.")
