"""`skaala schema`: write the tables of an empty database as SQL, or compare."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from skaala.config import environment
from skaala.config.commands.backup import run_tool

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper


@click.command("schema")
@click.option("--check", is_flag=True, help="Write nothing; fail where the file and the migrations differ.")
def command(check: bool) -> None:
    """Write the tables of an empty database as SQL, after a migration was added (for those who work on Skaala)."""
    from skaala.config import embedded

    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            SKAALA_DATA_DIR=folder,
            DATABASE_URL=embedded.join(Path(folder)),
            SKAALA_MODE="debug",
            SKAALA_SECRET_KEY=secrets.token_urlsafe(40),
        )
        environment.set_up()
        from skaala.config import schema

        schema.migrate_step_by_step()
        by_steps = schema.written(_dump(Path(folder)))
        if not check:
            schema.FILE.write_text(by_steps, encoding="utf-8")
            click.echo(f"{schema.FILE.name} is written.")
            return
        if not schema.FILE.exists() or schema.FILE.read_text(encoding="utf-8") != by_steps:
            raise click.ClickException(
                f"{schema.FILE.name} is not what the migrations make. Write it anew: skaala schema"
            )
        _to_an_empty_database(Path(folder))
        if not schema.load() or schema.settled(_dump(Path(folder))) != schema.settled(by_steps):
            raise click.ClickException(
                f"The tables made of {schema.FILE.name} are not those of the migrations."
            )
    click.echo("The file makes the same tables as the migrations.")


def _dump(folder: Path) -> str:
    from django.db import connection

    from skaala.config import schema

    target = folder / "dump.sql"
    run_tool("pg_dump", *schema.DUMP, f"--file={target}")
    connection.close()
    return target.read_text(encoding="utf-8")


def _to_an_empty_database(folder: Path) -> None:
    from django.db import connection

    from skaala.config import embedded

    embedded.join(folder, "empty")
    connection.close()
    cast("DatabaseWrapper", connection).close_pool()  # it would go on with connections to the other database
    connection.settings_dict["NAME"] = "empty"
