"""What the worker does for the audit trail, for sessions that rest on a directory, and for accounts nobody uses."""

from __future__ import annotations

from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="people.chain_audit_entries", queue="housekeeping")
def chain_audit_entries(timestamp: int) -> None:
    """Chain what has been noted since; no request waits for another."""
    from skaala.people.operations import chain_entries

    while chain_entries():
        pass


@app.periodic(cron="10 1 * * *")
@app.task(name="people.note_audit_heads", queue="housekeeping")
def note_audit_heads(timestamp: int) -> None:
    """Write the heads of the chains to the log once a day."""
    from skaala.people.operations import note_heads

    note_heads()


@app.periodic(cron="* * * * *")
@app.task(name="people.ask_directories", queue="housekeeping")
def ask_directories(timestamp: int) -> None:
    """Ask directories which of the sessions that rest on them go on."""
    from django.utils import timezone

    from skaala.people.operations import ask_directories

    ask_directories(now=timezone.now())


@app.periodic(cron="30 4 * * *")
@app.task(name="people.close_unused_accounts", queue="housekeeping")
def close_unused_accounts(timestamp: int) -> None:
    """Nightly: write to owners of accounts that nobody has used for a year, and close those that were written to twice."""
    from django.utils import timezone

    from skaala.people.operations import close_unused_accounts

    close_unused_accounts(now=timezone.now())
