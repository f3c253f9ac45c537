"""`skaala forget`: what the nightly forgetting does, now or as a rehearsal."""

from __future__ import annotations

import json
import sys

import click

from skaala.config import environment


@click.command("forget")
@click.option("--dry-run", is_flag=True, help="Only say what would be removed.")
@click.option("--json", "as_json", is_flag=True, help="Counts as JSON.")
def command(dry_run: bool, as_json: bool) -> None:
    """
    Remove personal data that are past their date, as the worker does every night.

    A series' registrations and emails go on its date, dietary and accessibility needs 14 days after their event;
    counts stay. Nothing else is touched. Then the tables are written anew, so that no file of the database holds what was removed.
    """
    environment.set_up()
    environment.prepare()
    from django.utils import timezone

    from skaala.series.operations import forget_due
    from skaala.series.operations.rewrite import rewrite_tables

    outcome = forget_due(now=timezone.now(), is_rehearsal=dry_run)
    rewritten = None if dry_run else rewrite_tables()
    if as_json:
        rows = [
            {
                "series": one.series.slug,
                "due": one.due.isoformat(),
                "removed": one.removed,
                "remaining": one.remaining,
            }
            for one in outcome.series
        ]
        whole = {"dry_run": dry_run, "series": rows, "sweeps": outcome.sweeps, "failed": outcome.failed}
        click.echo(json.dumps(whole, indent=2))
        sys.exit(bool(outcome.failed))
    verb = "would go" if dry_run else "removed"
    for one in outcome.series:
        click.echo(f"{one.series.slug} (due {one.due}): {verb} {_counts(one.removed)}")
        if any(one.remaining.values()):
            click.echo(f"  still there: {_counts(one.remaining)}", err=True)
    if not outcome.series:
        click.echo("No series is past its date with personal data left.")
    for name, counts in outcome.sweeps.items():
        click.echo(f"{name}: {verb} {_counts(counts)}")
    if rewritten is not None:
        click.echo(
            f"{len(rewritten.tables)} tables written anew, so that their files hold nothing of it either."
        )
        for name in rewritten.in_use:
            click.echo(f"{name}: in use; written anew the next night", err=True)
        if not rewritten.has_new_log:
            click.echo(
                "The write-ahead log was not replaced: that takes the rights of a maintenance role.", err=True
            )
    for name in outcome.failed:
        click.echo(f"{name}: nothing could be removed; the log says why", err=True)
    sys.exit(bool(outcome.failed))


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in counts.items()) or "nothing"
