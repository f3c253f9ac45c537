"""`skaala draft`: shows the series that an announcement's text drafts."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click

from skaala.series.announcement import Draft, EventDraft, TextTooLong, read_announcement
from skaala.series.extract_text import LARGEST_FILE, UnreadableFile, extract_text


@click.command(
    help="Read an announcement (text, HTML, DOCX or PDF; - for standard input) and show the series it drafts."
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day of publication; it settles years the text leaves out, and wins over the day in the text.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON: every value with the words it was read from."
)
def command(file: Path, published: datetime | None, as_json: bool) -> None:
    draft = _read(file, published.date() if published else None)
    if not draft.events:
        click.echo("No dated event was found in the text.", err=True)
    if draft.language is None:
        click.echo(
            "The text is in no language this reader knows (Finnish, Swedish, English); "
            "only what its numbers tell was read.",
            err=True,
        )
    for number, event in enumerate(draft.events, start=1):
        if event.start is None:
            click.echo(f"Event {number} has no start: {event.undecided['start'].value}", err=True)
    if as_json:
        click.echo(json.dumps(draft.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo(_shown(draft))


def _read(file: Path, published: date | None) -> Draft:
    try:
        if str(file) == "-":
            content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        else:
            if file.is_dir():
                raise click.ClickException(f"{file} is a folder; give one file.")
            with file.open("rb") as opened:
                content = opened.read(LARGEST_FILE + 1)
    except OSError as problem:
        raise click.ClickException(
            f"{file} cannot be read: {problem.strerror or 'input or output failed'}."
        ) from None
    try:
        return read_announcement(extract_text(content), published=published)
    except (UnreadableFile, TextTooLong) as refusal:
        raise click.ClickException(str(refusal)) from None


def _shown(draft: Draft) -> str:
    lines = [
        f"{draft.title or '(no title)'}",
        f"  language {draft.language or '?'} · published {draft.published or '?'} · organiser "
        f"{draft.organiser or '?'}",
    ]
    for event in draft.events:
        lines.append("")
        lines.extend(_shown_event(event))
    return "\n".join(lines)


def _shown_event(event: EventDraft) -> list[str]:
    number = f"{event.number}. " if event.number is not None else ""
    lines = [f"{number}{event.title or '(no title)'}"]
    rows = (
        ("start", event.start),
        ("end", event.end),
        ("mode", event.mode),
        ("venue", event.venue.words.text if event.venue else None),
        ("registration_opens", event.registration_opens),
        ("registration_deadline", event.registration_deadline),
        ("audience", event.audience),
    )
    for name, value in rows:
        label = name.replace("_", " ")
        if value is not None:
            lines.append(f"   {label:<22} {value}")
        elif name in event.undecided:
            lines.append(f"   {label:<22} – {event.undecided[name].value}")
    lines.extend(f"   note: {note.value}" for note in event.notes)
    return lines
