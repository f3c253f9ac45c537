"""`skaala catalogues`: the interface's words in each language."""

import click

from skaala.config import catalogues

ALL_THERE = "Every text is there in every language."


@click.group("catalogues")
def command() -> None:
    """Find, check and compile the interface's words (for those who work on Skaala)."""


@command.command()
def update() -> None:
    """Add new texts to each room's catalogues, empty, and drop unused ones."""
    for room in catalogues.rooms():
        catalogues.update(room)
    click.echo("\n".join(catalogues.problems()) or ALL_THERE)


@command.command()
def check() -> None:
    """List texts that are missing in a language."""
    found = list(catalogues.problems())
    if found:
        raise click.ClickException("\n".join(found))
    click.echo(ALL_THERE)


@command.command("compile")
def compile_() -> None:
    """Compile the catalogues for Django; `skaala serve` does so automatically where it may write."""
    click.echo(f"{catalogues.compile_stale()} catalogues compiled.")
