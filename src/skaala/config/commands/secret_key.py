"""`skaala secret-key`: a key to sign personal links with."""

import secrets

import click


@click.command("secret-key")
def command() -> None:
    """Print a new random key for SKAALA_SECRET_KEY."""
    click.echo(secrets.token_urlsafe(48))
