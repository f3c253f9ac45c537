"""`skaala report`: the synthesis of a series as a file, and its figures computed again."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skaala.config import environment, languages
from skaala.reports.renderers import RENDERERS

if TYPE_CHECKING:
    from skaala.reports.contents import Contents
    from skaala.reports.figures.vote_snapshot import VoteSnapshot
    from skaala.series.models import Series


class WriteByDefault(click.Group):
    """`skaala report SERIES …` writes a file; `skaala report verify SERIES` checks one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            args = ["write", *args]
        return super().resolve_command(ctx, args)


@click.group("report", cls=WriteByDefault)
def command() -> None:
    """
    Write the report of a series as a file, or verify its figures.

    `skaala report SERIES --lang fi --format pdf --out report.pdf` takes the latest published version; before anything
    is published, or with --draft, what stands on the desk, marked as a draft.
    """


@command.command("write")
@click.argument("series")
@click.option(
    "--lang", "language", type=click.Choice(languages.CODES), default=languages.DEFAULT, show_default=True
)
@click.option("--format", "name", type=click.Choice(list(RENDERERS)), default="html", show_default=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@click.option(
    "--version", "number", type=click.IntRange(min=1), help="An earlier version.  [default: the latest]"
)
@click.option("--draft", is_flag=True, help="What stands on the desk now, though something is published.")
def write(series: str, language: str, name: str, out: Path, number: int | None, draft: bool) -> None:
    """Write the report of SERIES (its short name in addresses) as a file."""
    _prepare()
    from django.utils import timezone

    from skaala.reports import queries, renderers
    from skaala.reports.assembly.builder import build_contents
    from skaala.reports.operations import draft_report
    from skaala.reports.queries import contents_of

    found = _series(series)
    version = None if draft else queries.find_version(found, number)
    if number is not None and version is None:
        raise click.ClickException(f"There is no version {number} of this report.")
    if version is not None and version.is_replaced:
        raise click.ClickException(f"Version {version.number} was withdrawn: {version.replaced_note}")
    if version is not None:
        contents = contents_of(version, language)
    else:
        report = queries.find_report(found)
        if report is None or report.drafted_at is None:
            click.echo("Nothing has been drafted yet: drafting from the votes first.", err=True)
            report = draft_report(series=found, now=timezone.now())
        contents = build_contents(report, language, now=timezone.now())
    try:
        made = renderers.render(contents, name)
    except renderers.UnableToRender as failure:
        raise click.ClickException(f"The file could not be made: {failure}") from failure
    _save(out, made)
    what = f"version {contents.version}" if contents.version else "draft"
    click.echo(f"{out}: {what}, {language}, {len(made):,} bytes", err=True)


@command.command("verify")
@click.argument("series")
@click.option(
    "--version", "number", type=click.IntRange(min=1), help="An earlier version.  [default: the latest]"
)
@click.option("--quiet", is_flag=True, help="Print only the figures that differ, and the sum.")
def verify_(series: str, number: int | None, quiet: bool) -> None:
    """
    Compute each figure of SERIES' published report again from the votes stored with it. Exit 1 if any differs.

    Every number and quotation in its texts, in every language, is sought in the data too.

    Tables of who registered are compared with the counts stored with the report, and counted again while the
    registrations are there; what has changed since is said and is no error.
    """
    _prepare()
    from skaala.reports import queries
    from skaala.reports.figures.coverage import REGISTERED
    from skaala.reports.figures.verify import verify
    from skaala.reports.figures.vote_snapshot import VoteSnapshot
    from skaala.reports.queries import contents_of

    version = queries.find_version(_series(series), number)
    if version is None:
        raise click.ClickException("No such report has been published; only published ones can be verified.")
    if version.is_replaced:
        raise click.ClickException(f"Version {version.number} was withdrawn: {version.replaced_note}")
    ballots = VoteSnapshot.from_data(version.snapshot["ballots"])
    contents = [contents_of(version, language) for language in version.contents]
    coverage = version.snapshot.get("coverage")
    checked = verify(
        contents,
        ballots,
        version.snapshot["gaps"],
        version.snapshot.get("themes", ()),
        coverage,
        version.snapshot.get("rests_on", ()),
    )
    for one in checked:
        if one.is_equal and quiet:
            continue
        again = _numbers(one.found) if one.found is not None else "nothing that may be told"
        click.echo(
            f"equal   {one.key}  {_numbers(one.reported)}"
            if one.is_equal
            else f"DIFFERS {one.key}  report: {_numbers(one.reported)}  stored: {again}"
        )
    wrong = sum(not one.is_equal for one in checked)
    click.echo(f"Version {version.number}: {len(checked) - wrong} of {len(checked)} figures equal.")
    if any(table.key in REGISTERED for each in contents for table in each.tables):
        click.echo(_registrations(coverage, queries.read_coverage(version.report.series)))
    unknown = _texts(contents, ballots, version.snapshot)
    if wrong or unknown:
        sys.exit(1)


def _texts(contents: list[Contents], ballots: VoteSnapshot, snapshot: dict[str, Any]) -> int:
    """Say which numbers and quotations in the texts are not in the data; return how many."""
    from skaala.reports.figures.verify_texts import verify_texts

    if "texts" not in snapshot:
        click.echo(
            "Texts: not verified, since this version was published before what may be quoted was stored with it."
        )
        return 0
    found = [
        one
        for each in contents
        for one in verify_texts(each, ballots, snapshot["texts"], snapshot["coverage"])
    ]
    unknown = [one for one in found if not one.is_known]
    for one in unknown:
        what = "quotation" if one.is_quotation else "number"
        click.echo(f"UNKNOWN {one.language} {one.place}  {what}: {one.what}")
    quotations = sum(one.is_quotation for one in found)
    click.echo(
        f"Texts in {len(contents)} languages: {len(found) - quotations} numbers and {quotations} quotations, "
        f"{len(unknown)} of them not in the data."
    )
    return len(unknown)


def _registrations(stored: dict[str, Any] | None, now: dict[str, Any]) -> str:
    """Say what counting the registrations again gives, where they are there to be counted."""
    if stored is None:
        return "Who registered: not verified, since this version was published before those counts were stored with it."
    said = "Who registered: compared with the counts stored with the report. "
    if not now["people"]:
        return said + (
            "They cannot be counted again: the registrations have been removed, as promised to those who registered."
        )
    from skaala.reports.figures.coverage import REGISTERED, counted

    if all(counted(stored, key) == counted(now, key) for key in REGISTERED):
        return said + "Counted again from the registrations: the same."
    return said + (
        "Counted again from the registrations as they are now, they differ: people have registered, cancelled or been "
        "forgotten since."
    )


def _numbers(values: tuple[Any, ...]) -> str:
    return " ".join("–" if value is None else str(value) for value in values)


def _prepare() -> None:
    environment.set_up()
    environment.prepare()


def _series(slug: str) -> Series:
    from skaala.series import queries

    found = queries.find_series(slug)
    if found is None:
        raise click.ClickException(f"There is no series “{slug}”. `skaala series list` shows them all.")
    return found


def _save(out: Path, made: bytes) -> None:
    """Write beside the file and put it in place whole, so that nobody ever finds half of one."""
    try:
        with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as beside:
            beside.write(made)
        os.chmod(beside.name, 0o644)
        os.replace(beside.name, out)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error
