"""`skaala audit`: is the audit trail whole?"""

from __future__ import annotations

import json
from pathlib import Path

import click

from skaala.config import environment


@click.group("audit")
def command() -> None:
    """Check the audit trail, and print the heads of its chains to be kept elsewhere."""


@command.command("heads")
def heads() -> None:
    """Print the head of each organisation's chain, one JSON object per line. Keep them where this server cannot write."""
    environment.set_up()
    environment.prepare()
    from skaala.people import operations

    operations.chain_entries()
    for head in operations.heads():
        click.echo(json.dumps({"tenant": head.tenant, "position": head.position, "digest": head.digest}))


@command.command("verify")
@click.option(
    "--heads",
    "kept",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with lines of `skaala audit heads` from earlier days; rows cut off at the end are found with it alone.",
)
def verify(kept: Path | None) -> None:
    """Find entries that were changed, removed or cut off. Ends with 1 if there are any."""
    environment.set_up()
    environment.prepare()
    from django.utils import timezone

    from skaala.people import operations

    lines = kept.read_text(encoding="utf-8").splitlines() if kept else []
    known = [operations.Head(**json.loads(line)) for line in lines if line.strip()]
    faults = operations.verify(known=known, now=timezone.now())
    for fault in faults:
        click.echo(f"{fault.tenant}, place {fault.position}: {fault.what}", err=True)
    if faults:
        raise click.ClickException(f"{len(faults)} faults in the audit trail.")
    click.echo(
        "The audit trail is whole."
        + ("" if kept else " Without --heads, rows cut off at the end cannot be found.")
    )
