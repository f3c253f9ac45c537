"""What every command does first: find its database, and set Django up with words instead of a traceback."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skaala.config import roles

if TYPE_CHECKING:
    from django.db.migrations.loader import MigrationLoader


def data_dir() -> Path:
    """Return the folder of the embedded database and the files, SKAALA_DATA_DIR or ./var."""
    return Path(os.environ.get("SKAALA_DATA_DIR") or "var").resolve()


def use_database() -> bool:
    """
    Join or start the embedded PostgreSQL where DATABASE_URL is not set, and put its address there: the maintenance role's.

    What serves (:func:`skaala.config.roles.of_program`) connects as another role, which owns nothing.

    :returns: whether the embedded one is used
    """
    if os.environ.get("DATABASE_URL"):
        roles.part()
        return False
    from skaala.config import embedded

    try:
        os.environ["DATABASE_URL"] = embedded.join(data_dir())
        os.environ[roles.PROGRAM_URL] = embedded.program_url(os.environ["DATABASE_URL"])
    except Exception as error:
        raise click.ClickException(
            f"The embedded PostgreSQL in {data_dir() / 'postgres'} does not start ({error}). "
            f"Its log is {data_dir() / 'postgres' / 'log'}. Or set DATABASE_URL to a PostgreSQL of your own."
        ) from error
    return True


def demo_secret_key(*, make: bool = False) -> str:
    """
    Return the key of the demo that lives in the data folder; empty where none does.

    :param make: make one where there is none
    """
    file = data_dir() / "demo-secret-key"
    if make and not file.exists():
        data_dir().mkdir(parents=True, exist_ok=True)
        with open(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as new:
            new.write(secrets.token_urlsafe(48))
    return file.read_text(encoding="utf-8").strip() if file.exists() else ""


def join_demo() -> bool:
    """
    Run in demo mode where nothing else is asked for and the data folder is a demo's, so that a second command fits it.

    :returns: whether it does
    """
    if any(os.environ.get(name) for name in ("SKAALA_MODE", "SKAALA_SECRET_KEY", "DATABASE_URL")):
        return False
    key = demo_secret_key()
    if key:
        os.environ.update(SKAALA_MODE="demo", SKAALA_SECRET_KEY=key)
    return bool(key)


def set_up() -> bool:
    """
    Make Django ready for a command that reads or writes the database.

    :returns: whether the embedded database is used
    """
    join_demo()
    is_embedded = use_database()
    from skaala.config import catalogues

    catalogues.compile_stale()
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise click.ClickException(str(error)) from error
    return is_embedded


def prepare(*, may_migrate: bool = True) -> None:
    """
    Bring tables and collected styles up to date; quick where nothing has changed.

    :param may_migrate: whether tables are changed; else they must fit
    :raises ClickException: if they do not
    """
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan and not may_migrate:
        raise click.ClickException(
            f"The database is older than this program: {len(plan)} changes of its tables are missing, the first is "
            f"{plan[0][0]}. Run `skaala migrate`, or start without --no-migrate."
        )
    if plan:
        call_command("migrate", interactive=False, verbosity=0)
    _say_if_newer(executor.loader)
    if program := os.environ.get(roles.PROGRAM_URL):
        with transaction.atomic(), connection.cursor() as cursor:
            roles.let_in(cursor, roles.name_in(program))
    connection.close()
    if not settings.DEBUG and _newest_style() != _stamp():
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        _stamp_file().write_text(_newest_style())


def _say_if_newer(loader: MigrationLoader) -> None:
    """Say it where a newer program has been at this database: while nodes are replaced one by one, and after going back."""
    ours = loader.migrated_apps
    unknown = sorted(f"{app}.{name}" for app, name in loader.applied_migrations if app in ours)
    unknown = [name for name in unknown if tuple(name.split(".", 1)) not in loader.disk_migrations]
    if unknown:
        click.echo(
            f"The database is newer than this program: it has had {len(unknown)} changes that the program does not know, the "
            f"last is {unknown[-1]}. That is right for a while, when servers are replaced one by one; otherwise install the newer version.",
            err=True,
        )


def _stamp_file() -> Path:
    return data_dir() / "static.stamp"


def _stamp() -> str:
    return _stamp_file().read_text() if _stamp_file().exists() else ""


def _newest_style() -> str:
    package = Path(__file__).resolve().parent.parent
    files = [path for path in package.glob("*/static/**/*") if path.is_file()]
    return f"{len(files)} {max((path.stat().st_mtime for path in files), default=0)} {package}"
