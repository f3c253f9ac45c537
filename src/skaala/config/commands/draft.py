"""`skaala draft`: shows the series that an announcement's text drafts, and saves it where asked to."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click

from skaala.announcement import Draft, EventDraft, TextTooLong, read_announcement
from skaala.announcement.files import LARGEST_FILE, UnreadableFile, extract_text
from skaala.config import environment
from skaala.config.commands.organisation import chosen
from skaala.series import rules
from skaala.series.rules import drafting, drafts


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
@click.option(
    "--save",
    is_flag=True,
    help="Save the series as a draft that only the desk sees; nothing if not all is known.",
)
@click.option("--organisation", metavar="NAME", help="Whose series it becomes; not needed if there is one.")
def command(
    file: Path, published: datetime | None, as_json: bool, save: bool, organisation: str | None
) -> None:
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
    saved = _save(draft, organisation) if save else None
    if as_json:
        shown = draft.as_json() | ({"saved": saved} if saved else {})
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        click.echo(_shown(draft))
        if saved:
            click.echo(
                f"\nSaved as a draft: {saved['slug']}\nLook through it and publish it: {saved['edit']}"
            )


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


# What is missing, and the value of the draft whose reason says why.
LACKS = {
    drafts.Lack.NO_TITLE: ("has no title", "title"),
    drafts.Lack.NO_LANGUAGE: ("has no language", "language"),
    drafts.Lack.NO_EVENTS: ("has no event with a date", ""),
    drafts.Lack.NO_EVENT_TITLE: ("has no title", "title"),
    drafts.Lack.NO_START: ("has no day on which it begins", "start"),
    drafts.Lack.NO_TIME_OF_START: ("has no time at which it begins", "start"),
    drafts.Lack.NO_END: ("has no end", "end"),
    drafts.Lack.NO_TIME_OF_END: ("has no time at which it ends", "end"),
    drafts.Lack.NO_MODE: ("has no way of attending", "mode"),
}
PROBLEMS = {
    rules.Problem.END_BEFORE_START: "would end before it starts",
    rules.Problem.DEADLINE_AFTER_START: "would take registrations after its start",
    rules.Problem.OPENS_AFTER_CLOSING: "would open for registration only after closing",
    rules.Problem.NUMBER_TAKEN: "has the number of another event",
    rules.Problem.VENUE_MISSING: "is on site, but no venue is named",
}


def _save(draft: Draft, organisation: str | None) -> dict[str, str]:
    """Save the draft and return where it is; says what is missing, and saves nothing, where it is not whole."""
    drafted = drafting.draft_series(draft)
    # Before the database is asked for: what the text alone does not tell can be said without one.
    missing = drafts.lacks(drafted)
    if missing:
        raise _not_saved(draft, missing)
    environment.set_up()
    environment.prepare()
    from django.conf import settings
    from django.urls import reverse
    from django.utils import timezone
    from django.utils.translation import override

    from skaala.series.operations import AddressTaken, UnableToSaveDraft, save_draft

    tenant = chosen(organisation, name_of_first="organisation")
    now = timezone.now()
    past = drafts.past_events(drafted, now=now)
    try:
        series = save_draft(drafted=drafted, tenant=tenant, now=now)
    except UnableToSaveDraft as refusal:
        raise _not_saved(draft, refusal.hindrances) from None
    except AddressTaken:
        raise click.ClickException(
            "Not saved: somebody made a series at the same address just now. Run the command again."
        ) from None
    if past:
        numbers = ", ".join(str(place + 1) for place in past)
        click.echo(
            f"Please note: event {numbers} is in the past. If the year was read wrong, give --published.",
            err=True,
        )
    with override(drafted.language):
        edit = settings.BASE_URL + reverse("desk:series", args=[series.slug])
    return {"slug": series.slug, "edit": edit}


def _not_saved(draft: Draft, hindrances: list[drafts.Hindrance]) -> click.ClickException:
    lines = [
        "Not saved, since not all is known. Complete the text, or paste it at the desk and fill in there:"
    ]
    for hindrance in hindrances:
        who = "The series" if hindrance.event is None else f"Event {hindrance.event + 1}"
        if isinstance(hindrance.what, rules.Problem):
            lines.append(f"  {who} {PROBLEMS.get(hindrance.what, hindrance.what.value)}.")
            continue
        words, value = LACKS[hindrance.what]
        reasons = (draft if hindrance.event is None else draft.events[hindrance.event]).undecided
        lines.append(f"  {who} {words}." + (f" {reasons[value].value}" if value in reasons else ""))
    return click.ClickException("\n".join(lines))


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
