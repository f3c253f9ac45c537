"""`skaala restore`: a backup into an empty database, and at once without those whose date has come since."""

from __future__ import annotations

import tarfile
from pathlib import Path

import click

from skaala.config import environment
from skaala.config.commands.backup import DATABASE, FILES, KEYS, run_tool


@click.command("restore")
@click.argument("backup", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--keys",
    "keys_backup",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder with the series' keys of that backup.",
)
def command(backup: Path, keys_backup: Path | None) -> None:
    """
    Bring back the BACKUP that `skaala backup` made, into a database that holds nothing yet.

    Personal data whose date has come since are removed again at once, as every night.
    """
    for name, folder in ((DATABASE, backup), (FILES, backup), (KEYS, keys_backup)):
        if folder is not None and not (folder / name).is_file():
            raise click.UsageError(
                f"{folder} holds no {name}: it is not the folder that `skaala backup` named."
            )
    environment.set_up()
    from django.conf import settings
    from django.db import connection

    if connection.introspection.table_names():
        raise click.ClickException(
            "The database is not empty. Restore into a new one: a restore replaces nothing."
        )
    connection.close()
    files, keys = Path(settings.MEDIA_ROOT), Path(settings.SERIES_KEYS_DIR)
    for folder in [files, *([keys] if keys_backup else [])]:
        if folder.is_dir() and any(folder.iterdir()):
            raise click.ClickException(f"{folder} is not empty. Move it away: a restore replaces nothing.")
    run_tool(
        "pg_restore",
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
        "--single-transaction",
        str(backup / DATABASE),
    )
    _unpack(backup / FILES, files)
    if keys_backup is not None:
        _unpack(keys_backup / KEYS, keys)
    environment.prepare()
    from django.utils import timezone

    from skaala.series.operations import forget_due

    outcome = forget_due(now=timezone.now())
    click.echo(
        f"Restored. Personal data of {len(outcome.series)} series were past their date and have been removed again."
    )
    if outcome.failed:
        raise click.ClickException(f"Nothing could be removed of: {', '.join(outcome.failed)}")


def _unpack(archive: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tarfile.open(archive) as packed:
        if hasattr(tarfile, "data_filter"):
            packed.extractall(target, filter="data")
        else:  # Python before 3.11.4
            _extract_plainly(packed, target)


def _extract_plainly(packed: tarfile.TarFile, target: Path) -> None:
    """Take out files and folders that stay inside ``target``, and nothing else."""
    inside = target.resolve()
    for member in packed.getmembers():
        leads_out = not (inside / member.name).resolve().is_relative_to(inside)
        if leads_out or not (member.isfile() or member.isdir()):
            raise click.ClickException(
                f"{member.name} is no plain file of a backup: the archive is not unpacked."
            )
    packed.extractall(inside)  # noqa: S202  looked at above
