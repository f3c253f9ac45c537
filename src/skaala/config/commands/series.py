"""`skaala series`: what is announced, for scripts."""

from __future__ import annotations

import json

import click

from skaala.config import environment


@click.group("series")
def command() -> None:
    """Look at series."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of slug, title, status and events.")
def list_(as_json: bool) -> None:
    """List all series with their status."""
    environment.set_up()
    environment.prepare()
    from skaala.series import queries
    from skaala.series.presenters.as_json import series_as_json

    found = queries.all_series()
    if as_json:
        click.echo(json.dumps([series_as_json(series) for series in found], ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("There is no series yet. Make one at the desk, or see `skaala draft --help`.")
    for series in found:
        click.echo(f"{series.slug:40} {series.status:10} {series.events.count()} events  {series.title}")
