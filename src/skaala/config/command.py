"""The `skaala` command: its own commands first, and every command of Django's under its own name."""

from __future__ import annotations

import importlib
import os
import sys

import click

# What the command does, in the order in which one meets it; each is a module of skaala.config.commands.
COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "doctor": "doctor",
    "create-organiser": "create_organiser",
    "organisation": "organisation",
    "account": "account",
    "audit": "audit",
    "series": "series",
    "draft": "draft",
    "groups": "groups",
    "evaluate": "evaluate",
    "themes": "themes",
    "report": "report",
    "bench": "bench",
    "forget": "forget",
    "backup": "backup",
    "restore": "restore",
    "bounces": "bounces",
    "simulate": "simulate",
    "secret-key": "secret_key",
    "proxy-log": "proxy_log",
    "catalogues": "catalogues",
    "documents": "documents",
    "schema": "schema",
}


class Commands(click.Group):
    """Loads a command's module only when it is asked for; what it does not know is left to Django."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            module = importlib.import_module(f"skaala.config.commands.{COMMANDS[cmd_name]}")
            command: click.Command = module.command
            return command
        return _django_command(cmd_name)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_text(
            "Every command of Django's works too, for example `skaala migrate`, `skaala shell` or `skaala dumpdata`; "
            "`skaala help` lists them. Settings are environment variables; docs/operators-guide.md names them all."
        )


def _django_command(name: str) -> click.Command:
    @click.command(name, context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def command(arguments: tuple[str, ...]) -> None:
        from skaala.config.environment import join_demo, use_database

        join_demo()
        use_database()
        from django.core.management import execute_from_command_line

        execute_from_command_line(["skaala", name, *arguments])

    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="skaala")
def main() -> None:
    """Skaala runs a series of workshops from the announcement to the conclusions."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")
    from skaala.config.variables import SECRETS, take_files

    if any(f"{name}_FILE" in os.environ for name in SECRETS):  # before the database is looked for
        from django.core.exceptions import ImproperlyConfigured

        try:
            take_files()
        except ImproperlyConfigured as error:
            raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    sys.exit(main())
