"""The `skaala` command: its own deeds first, and every command of Django's under the same name."""

from __future__ import annotations

import importlib
import os
import sys

import click

# name → module in skaala.config.commands that holds a click command called `command`
COMMANDS = {
    "draft": "draft",
    "groups": "groups",
    "bench": "bench",
}


class LazyCommands(click.Group):
    """A group that imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"skaala.config.commands.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Runs a series of workshops from the announcement to the conclusions."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")


if __name__ == "__main__":
    sys.exit(main())
