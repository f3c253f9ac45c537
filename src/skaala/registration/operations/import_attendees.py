"""Registering the people of a table: kept while it is looked at, taken in row by row, and then emptied."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import DatabaseError, transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from skaala.people.models import Account
from skaala.registration.models import AttendeeFile, RegistrationSource
from skaala.registration.operations.register import Details, SignUp, Source, register
from skaala.registration.queries.attendees import GoodRow, Problem, look_through
from skaala.registration.rules import Choice, UnableToRegister
from skaala.registration.rules.attendee_table import guess_columns
from skaala.series.models import Series

log = logging.getLogger(__name__)
IMPORT = "registration.import_attendees"
AT_ONCE = 30
"""As many people are imported while the organiser waits; more are left to the worker."""
KEPT = timedelta(days=1)


def keep_table(
    *,
    series: Series,
    rows: list[list[str]],
    name: str,
    choices: Sequence[Choice],
    language: str,
    account: Account | None,
    now: datetime,
) -> AttendeeFile:
    """Keep a table until it has been looked at and imported, at most a day."""
    return AttendeeFile.objects.create(
        series=series,
        account=account,
        name=name[:200],
        rows=rows,
        columns=guess_columns(rows),
        choices=[[choice.event_id, choice.mode] for choice in choices],
        language=language,
        rows_in_all=sum(any(row) for row in rows),
        created_at=now,
    )


def choose_columns(*, file: AttendeeFile, columns: dict[str, int]) -> None:
    """Say by hand which column holds what."""
    AttendeeFile.objects.filter(pk=file.pk, state=AttendeeFile.State.UPLOADED).update(columns=columns)
    file.columns = columns


def start_import(*, file: AttendeeFile, sends_emails: bool, now: datetime) -> bool:
    """
    Import the people of a table: a few at once, many by the worker.

    :returns: whether it was started now; a form sent twice starts it once
    """
    with transaction.atomic():
        waiting = AttendeeFile.objects.filter(pk=file.pk, state=AttendeeFile.State.UPLOADED)
        if not waiting.update(state=AttendeeFile.State.RUNNING, sends_emails=sends_emails):
            return False
        # Also of a few: should this process end in the middle, the worker goes on; else it finds nothing left to do.
        _defer(file)
    if file.rows_in_all <= AT_ONCE:
        import_attendees(file=file, now=now)
    return True


def _defer(file: AttendeeFile) -> None:
    """Have the worker go on; by name, since jobs stand above operations."""
    app.configure_task(IMPORT).defer(file_id=str(file.pk))


def import_attendees(*, file: AttendeeFile, now: datetime) -> None:
    """
    Register row by row, each in a transaction of its own: no row that can be taken is lost because of another.

    Begun again after a break, it goes on where it was. Two workers at one table take each row once.
    """
    file.refresh_from_db()
    if file.state != AttendeeFile.State.RUNNING:
        return
    found = look_through(file.series, file.rows, file.columns, language=file.language, year=now.year)
    with transaction.atomic():
        held = _hold(file)
        if not held.rows_done:  # after a break, those added before it would be found registered
            held.left_out = [[row.number, row.problem.value] for row in found.bad]
            held.save(update_fields=["left_out"])
    for row in found.good:
        with transaction.atomic():
            held = _hold(file)
            if row.number <= held.rows_done:
                continue
            problem = _take_in(file, row, now=now)
            held.rows_done = row.number
            if problem is None:
                held.added += 1
            else:
                held.left_out.append([row.number, problem.value])
            held.save(update_fields=["rows_done", "added", "left_out"])
    with transaction.atomic():
        held = _hold(file)
        held.left_out.sort()
        held.state, held.rows, held.rows_done = AttendeeFile.State.DONE, [], len(file.rows)
        held.save(update_fields=["state", "rows", "rows_done", "left_out"])


def _hold(file: AttendeeFile) -> AttendeeFile:
    """Return how far the import is, and let nobody else go on with it before the transaction ends."""
    return AttendeeFile.objects.select_for_update().defer("rows").get(pk=file.pk)


def _take_in(file: AttendeeFile, row: GoodRow, *, now: datetime) -> Problem | None:
    """Register one person; returns why not, if so."""
    details = Details(
        name=row.name,
        email=row.email,
        organisation_kind=row.organisation_kind,
        language=row.language,
        municipality=row.municipality,
        network=row.network,
        organisation=row.organisation,
        role=row.role,
    )
    choices = tuple(Choice(event_id, mode) for event_id, mode in file.choices)
    source = Source(
        kind=RegistrationSource.Kind.IMPORTED,
        account=file.account,
        opens=frozenset(choice.event_id for choice in choices),
        with_email=file.sends_emails,
    )
    try:
        with transaction.atomic():
            registration = register(
                series=file.series, request=SignUp(details, choices), now=now, source=source
            )
    except (UnableToRegister, DatabaseError) as error:
        log.warning("row %s of import %s was left out: %s", row.number, file.pk, type(error).__name__)
        return Problem.NOT_TAKEN
    return None if registration is not None else Problem.REGISTERED


def forget_tables(*, now: datetime, is_rehearsal: bool = False) -> int:
    """Remove tables that nobody imported within a day; returns how many."""
    old = AttendeeFile.objects.filter(~Q(state=AttendeeFile.State.DONE), created_at__lt=now - KEPT)
    return old.count() if is_rehearsal else old.delete()[0]
