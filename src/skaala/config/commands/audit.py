"""`skaala audit`: is the audit trail whole?"""

from __future__ import annotations

from pathlib import Path

import click

from skaala.config import environment


@click.group("audit")
def command() -> None:
    """Check the audit trail, and print the heads of its chains to be kept elsewhere."""


@command.command("heads")
@click.option(
    "--log", "to_log", is_flag=True, help="Write them to the log, too, as the worker does every night."
)
def heads(to_log: bool) -> None:
    """Print the head of each organisation's chain, one JSON object per line. Keep them where this server cannot write."""
    environment.set_up()
    environment.prepare()
    from skaala.people import operations

    operations.chain_entries()
    for head in operations.heads():
        click.echo(head.as_line())
    if to_log:
        operations.note_heads()


@command.command("verify")
@click.option(
    "--heads",
    "kept",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with lines of `skaala audit heads` from earlier days, or a log; rows cut off at the end are found with it alone.",
)
def verify(kept: Path | None) -> None:
    """Find entries that were changed, removed or cut off. Ends with 1 if there are any."""
    environment.set_up()
    environment.prepare()
    from django.utils import timezone

    from skaala.people import operations

    lines = kept.read_text(encoding="utf-8").splitlines() if kept else []
    known = operations.read_heads(lines)
    if kept and not known:
        raise click.ClickException(f"{kept} holds no line of `skaala audit heads`.")
    faults = operations.verify(known=known, now=timezone.now())
    for fault in faults:
        click.echo(f"{fault.tenant}, place {fault.position}: {fault.what}", err=True)
    if faults:
        raise click.ClickException(f"{len(faults)} faults in the audit trail.")
    click.echo(
        "The audit trail is whole."
        + ("" if kept else " Without --heads, rows cut off at the end cannot be found.")
    )
