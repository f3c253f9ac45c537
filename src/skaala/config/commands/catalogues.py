"""`skaala catalogues`: the interface's words in Finnish and Swedish."""

import click

from skaala.config import catalogues


@click.group("catalogues")
def command() -> None:
    """Find, check and compile the interface's words (for those who work on Skaala)."""


@command.command()
def update() -> None:
    """Add new texts to each room's catalogues, empty, and drop unused ones."""
    for room in catalogues.rooms():
        catalogues.update(room)
    click.echo("\n".join(catalogues.problems()) or "Every text is there in Finnish and Swedish.")


@command.command()
def check() -> None:
    """List texts that are missing in Finnish or Swedish."""
    found = list(catalogues.problems())
    if found:
        raise click.ClickException("\n".join(found))
    click.echo("Every text is there in Finnish and Swedish.")


@command.command("compile")
def compile_() -> None:
    """Compile the catalogues for Django; `skaala serve` does so by itself where it may write."""
    click.echo(f"{catalogues.compile_stale()} catalogues compiled.")
