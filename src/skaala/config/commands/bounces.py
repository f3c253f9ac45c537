"""`skaala bounces`: note emails that have come back."""

from __future__ import annotations

import sys

import click

from skaala.config import environment


@click.command("bounces")
def command() -> None:
    """Read from standard input a notice that an email could not be delivered, as a mail server hands it to a program."""
    environment.set_up()
    from skaala.mail.operations import note_bounce

    email = note_bounce(notice=sys.stdin.buffer.read())
    click.echo(
        f"Noted: {email.message_id} has come back." if email else "This is no notice about a letter of ours."
    )
