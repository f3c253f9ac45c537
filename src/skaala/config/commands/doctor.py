"""`skaala doctor`: says what is well, what is not, and what to do about it."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import click

from skaala.config import environment
from skaala.config.roles import PROGRAM_URL, name_in
from skaala.config.slow_parsers import slow_parsers

ENOUGH_DISK = 1_000_000_000  # bytes


@dataclass(frozen=True)
class Finding:
    """One thing looked at; ``advice`` says what to do where it is not well."""

    name: str
    is_well: bool
    words: str
    advice: str = ""
    is_grave: bool = True


@click.command("doctor")
def command() -> None:
    """Check settings, database, mail, time zone, secret key and free disk, and say what to do."""
    findings = []
    for finding in _findings():
        findings.append(finding)
        mark = "well   " if finding.is_well else ("NOT WELL" if finding.is_grave else "note   ")
        click.secho(
            f"{mark:9}",
            fg="green" if finding.is_well else ("red" if finding.is_grave else "yellow"),
            nl=False,
        )
        click.echo(f"{finding.name}: {finding.words}")
        if finding.advice and not finding.is_well:
            click.echo(f"{'':9}→ {finding.advice}")
    if any(not finding.is_well and finding.is_grave for finding in findings):
        raise SystemExit(1)


def _findings() -> Iterator[Finding]:
    yield _disk()
    environment.join_demo()
    try:
        is_embedded = environment.use_database()
    except click.ClickException as error:
        yield Finding("Database", False, error.message, "See the log, or set DATABASE_URL.")
        return
    wrong = list(_wrong_settings())
    yield from wrong
    environment.set_up()
    from django.conf import settings

    if not wrong:
        yield Finding("Settings", True, f"mode {settings.MODE}, pages at {settings.BASE_URL}")
    checks: list[Callable[[], Finding]] = [
        lambda: _database(is_embedded),
        _roles,
        _tables,
        _database_log,
        _time_zone,
        _secret_key,
        _mail,
        _queue,
        _work,
        _parsers,
    ]
    for check in checks:
        try:
            yield check()
        except Exception as error:  # whatever it is, the doctor names it and goes on
            yield Finding(
                check.__name__.strip("_"), False, f"{type(error).__name__}: {error}", "See the message."
            )


STAND_INS = {
    "SKAALA_SECRET_KEY": "stands-in-only-while-the-doctor-looks-at-the-rest",
    "SKAALA_ALLOWED_HOSTS": "*",
    "SKAALA_BASE_URL": "http://localhost",
}


def _wrong_settings() -> Iterator[Finding]:
    """Yield each setting that would stop the start, and put something in its place so that the rest can be seen."""
    from django.core.exceptions import ImproperlyConfigured

    for _ in range(20):
        try:
            importlib.import_module("skaala.config.settings")
        except ImproperlyConfigured as error:
            words = str(error).removeprefix("Skaala cannot start: ")
            named = re.search(r"\b(SKAALA_[A-Z_]+|EMAIL_URL|DATABASE_URL)\b", words)
            yield Finding("Settings", False, words, "Set the variable in the environment of `skaala serve`.")
            if named is None or named[0] == "DATABASE_URL":
                raise SystemExit(1) from error
            os.environ.pop(named[0], None)
            if named[0] in STAND_INS:
                os.environ[named[0]] = STAND_INS[named[0]]
        else:
            return


def _disk() -> Finding:
    folder = environment.data_dir()
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Finding(
        "Free disk",
        free >= ENOUGH_DISK,
        f"{free / 1e9:.1f} GB free for {environment.data_dir()}",
        "Free at least 1 GB, or set SKAALA_DATA_DIR to a folder on a larger disk.",
    )


def _database(is_embedded: bool) -> Finding:
    from django.db import OperationalError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version_num")
            version = int(cursor.fetchone()[0])
            cursor.execute("SHOW fsync")
            is_safe = cursor.fetchone()[0] == "on"
    except OperationalError as error:
        return Finding(
            "Database",
            False,
            f"cannot be reached ({str(error).strip()})",
            "Check DATABASE_URL and the server.",
        )
    kind = "embedded" if is_embedded else "server"
    words = f"PostgreSQL {version // 10000}.{version % 10000} ({kind}), fsync {'on' if is_safe else 'OFF'}"
    if version < 150000:
        return Finding("Database", False, words, "Use PostgreSQL 15 or newer.")
    return Finding("Database", is_safe, words, "Set fsync = on, or a power cut can lose registrations.")


def _roles() -> Finding:
    """Whether pages, emails and streams work as a role that owns nothing."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        maintenance = cursor.fetchone()[0]
        program = name_in(os.environ.get(PROGRAM_URL, "")) or maintenance
        cursor.execute(
            "SELECT rolsuper OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) "
            "OR pg_has_role(rolname, %s, 'MEMBER') FROM pg_roles WHERE rolname = %s",
            [maintenance, program],
        )
        row = cursor.fetchone()
    if row is None:
        return Finding("Database roles", False, f"there is no role {program}", "See DATABASE_URL.")
    if program == maintenance:
        words = f"one for everything, {program}"
    elif row[0]:
        words = f"the program works as {program}, which owns tables or may take on the role that does"
    else:
        words = (
            f"the program works as {program}, which owns nothing; {maintenance} owns the tables and forgets"
        )
    return Finding(
        "Database roles",
        not row[0],
        words,
        "Give the program a role of its own, see “Two roles” in the operator's guide.",
        is_grave=False,
    )


def _database_log() -> Finding:
    """Whether failed statements, with the names and addresses in them, would be written into PostgreSQL's own log."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('log_min_error_statement'), current_setting('log_error_verbosity')"
        )
        statements, verbosity = cursor.fetchone()
    is_quiet = statements in {"panic", "fatal"} and verbosity == "terse"
    return Finding(
        "Database log",
        is_quiet,
        "names no people" if is_quiet else "may hold names and addresses from failed statements",
        "Set log_min_error_statement = panic and log_error_verbosity = terse in postgresql.conf.",
        is_grave=False,
    )


def _parsers() -> Finding:
    """Whether files of strangers are read in a time that grows with their length."""
    slow = slow_parsers()
    return Finding(
        "Parsers",
        not slow,
        f"{' and '.join(slow)} can be made slow by a short file" if slow else "read files in good time",
        "Update Python (and expat, where it is the system's). Until then such a file is given up after some seconds, in a process of its own.",
        is_grave=False,
    )


def _tables() -> Finding:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return Finding(
        "Tables",
        not waiting,
        "up to date" if not waiting else f"{waiting} changes wait",
        "Run `skaala migrate`.",
    )


def _time_zone() -> Finding:
    from django.conf import settings
    from django.db import connection
    from django.utils import timezone

    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        there = cursor.fetchone()[0]
    apart = abs((there - datetime.now(UTC)).total_seconds())
    words = f"{settings.TIME_ZONE}, it is {timezone.localtime():%Y-%m-%d %H:%M} there"
    return Finding(
        "Time",
        apart < 5,
        f"{words}; the database's clock is {apart:.1f} s apart",
        "Keep both clocks right with NTP.",
    )


def _secret_key() -> Finding:
    from django.conf import settings

    if STAND_INS["SKAALA_SECRET_KEY"] == settings.SECRET_KEY:
        return Finding("Secret key", False, "none", "Make one with `skaala secret-key`.")
    variety = len(set(settings.SECRET_KEY))
    return Finding(
        "Secret key",
        variety >= 10,
        f"{len(settings.SECRET_KEY)} characters",
        "It looks guessable; make a new one with `skaala secret-key`.",
    )


def _mail() -> Finding:
    from django.conf import settings
    from django.core.mail import get_connection

    if not settings.EMAIL_URL:
        return Finding(
            "Mail",
            False,
            "no mail server set; letters are shown on the desk and not sent",
            "Set EMAIL_URL, for example smtp+tls://user:password@mail.example.org:587, and SKAALA_MAIL_FROM.",
            is_grave=settings.MODE == "production",
        )
    try:
        connection = get_connection()
        connection.open()
        connection.close()
    except (smtplib.SMTPException, OSError) as error:
        return Finding(
            "Mail", False, f"the mail server does not answer ({error})", "Check EMAIL_URL and the server."
        )
    return Finding(
        "Mail",
        True,
        f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT} answers; letters come from {settings.MAIL_FROM}",
    )


def _work() -> Finding:
    """Whether emails and jobs are worked off."""
    from django.db import connection

    from skaala.config.work import QUESTION, Work

    if "mail_email" not in connection.introspection.table_names():
        return Finding("Work", False, "there are no tables yet", "Run `skaala migrate`.", is_grave=False)
    with connection.cursor() as cursor:
        cursor.execute(QUESTION)
        work = Work.read(cursor.fetchone())
    troubles = work.troubles()
    words = f"{work.queued_emails} emails and the jobs are worked off"
    return Finding(
        "Work",
        not troubles,
        "; ".join(troubles) or words,
        "Is `skaala serve` running, with its worker? See its log; `skaala serve` takes up what was left lying.",
        is_grave=False,
    )


def _queue() -> Finding:
    from django.db import connection

    from skaala.mail.queries import emails_by_state

    if "mail_email" not in connection.introspection.table_names():
        return Finding(
            "Emails", False, "there is no table for them yet", "Run `skaala migrate`.", is_grave=False
        )
    states = emails_by_state()
    words = ", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "no letters yet"
    return Finding(
        "Emails",
        not states.get("failed"),
        words,
        "The desk shows why they failed and sends them again.",
        is_grave=False,
    )
