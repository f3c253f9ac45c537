"""`skaala bench …`: how fast and how sure, measured; one module per bench in `skaala.config.benches`."""

from __future__ import annotations

import importlib

import click

# name → module in skaala.config.benches that holds a click command called `command`
BENCHES = {
    "groups": "groups",
    "draft": "draft",
}


class LazyBenches(click.Group):
    """A group that imports a bench's module only when that bench is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(BENCHES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in BENCHES:
            return None
        module = importlib.import_module(f"skaala.config.benches.{BENCHES[cmd_name]}")
        bench: click.Command = module.command
        return bench


@click.group(cls=LazyBenches)
def command() -> None:
    """Measures how fast and how sure the program is, beside its peers where there are any."""
