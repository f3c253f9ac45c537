"""A series from the announcement somebody already wrote: paste, check, save. Nothing is kept before the last step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from skaala.announcement import Draft, EventDraft, Reason, read_announcement
from skaala.desk.announcement.forms import (
    CarriedForm,
    DraftForm,
    EventDraftForm,
    PasteForm,
    first_values,
)
from skaala.desk.announcement.messages import NOTES, REASONS
from skaala.desk.announcement.presenters import MarkedText, Source, mark
from skaala.desk.frame.access import account_of
from skaala.desk.frame.forms import OwnerForm
from skaala.desk.frame.trail import remember_access
from skaala.series import operations
from skaala.series.queries import access_to
from skaala.series.rules import Problem, drafting, drafts

# A browser sends at most 1000 fields of a form (DATA_UPLOAD_MAX_NUMBER_FIELDS); an event has about twenty.
MOST_ROWS = 40

# Where the reader's values stand in the form.
FIELDS = {
    "title": "title",
    "number": "number",
    "start": "start",
    "end": "end",
    "mode": "mode",
    "venue": "venue_name",
    "registration_opens": "registration_opens",
    "registration_deadline": "registration_closes",
    "audience": "audience",
}
SERIES_FIELDS = {"title": "title", "language": "language", "organiser": "organisers"}


@dataclass
class Row:
    """An event on the page: its form, what was read of it (None if it was added by hand), and its place."""

    key: int
    number: int
    form: EventDraftForm
    read: EventDraft | None
    notes: list[Any]


@dataclass
class Check:
    """Everything the page of checking shows."""

    draft: Draft
    carried: dict[str, Any]
    series: DraftForm
    rows: list[Row]
    marked: MarkedText


def from_announcement(request: HttpRequest) -> HttpResponse:
    """Ask for the announcement; answer with the page on which its draft is checked."""
    OwnerForm(request).speak()
    form = PasteForm(request.POST, request.FILES) if request.method == "POST" else PasteForm()
    if form.is_valid():
        read = form.cleaned_data
        usual = OwnerForm(request).languages()
        check = _read(read["text"], read["published"], read["language"], usual=usual)
        return _show(request, check)
    return render(request, "desk/announcement/paste.html", {"form": form}, status=422 if form.errors else 200)


def check_announcement(request: HttpRequest) -> HttpResponse:
    """Take the draft as it was corrected: read the text again, add an event, go back, or save."""
    OwnerForm(request).speak()
    carried = CarriedForm(request.POST or None)
    if request.method != "POST" or (not carried.is_valid() and set(carried.errors) != {"published"}):
        return redirect("desk:from-announcement")
    action = request.POST.get("action", "save")
    text, language = carried.cleaned_data["text"], carried.cleaned_data.get("given_language", "")
    published = carried.cleaned_data.get("published")
    if action == "back":
        initial = {"text": text, "published": published, "language": language}
        return render(request, "desk/announcement/paste.html", {"form": PasteForm(initial=initial)})
    if action == "read" or carried.errors:
        usual = OwnerForm(request).languages()
        return _show(request, _read(text, published, language, usual=usual), again=carried)
    check = _as_sent(request, text, published, language, with_one_more=action == "add")
    if action == "add":
        return _show(request, check)
    return _save(request, check)


def _save(request: HttpRequest, check: Check) -> HttpResponse:
    rows = [row for row in check.rows if not row.form.is_left_out]
    owner = OwnerForm(request)
    is_understood = all([owner.is_valid(), check.series.is_valid(), *(row.form.is_valid() for row in rows)])
    drafted = check.series.drafted([row.form.drafted() for row in rows])
    hindrances = drafts.lacks(drafted)
    if is_understood and not hindrances:
        try:
            series = operations.save_draft(drafted=drafted, tenant=owner.tenant(), now=timezone.now())
        except operations.UnableToSaveDraft as refusal:
            hindrances = refusal.hindrances
        except operations.AddressTaken:
            check.series.add_error(
                "title",
                _("Somebody has just created a series with this name. Save again, or change the name."),
            )
        else:
            remember_access(request, access_to(series.slug, account_of(request)))
            messages.success(
                request,
                _("The series is saved as a draft that only organisers see. Complete it, then publish it."),
            )
            return redirect("desk:series", series.slug)
    for hindrance in hindrances:
        if hindrance.event is not None:
            rows[hindrance.event].form.show(hindrance.what)
        elif not isinstance(hindrance.what, Problem):
            check.series.show(hindrance.what)
    return _show(request, check, status=422)


# --- Putting the page together -----------------------------------------------------------------------------


def _read(text: str, published: date | None, language: str, *, usual: list[str]) -> Check:
    draft = read_announcement(text, published=published)
    drafted = drafting.draft_series(draft)
    check = _frame(draft, text, published, language)
    check.series = DraftForm(
        prefix="series",
        initial={
            "languages": usual,
            "title": drafted.title[:200],
            "language": language or drafted.language,
            "organisers": "\n".join(drafted.organisers),
        },
    )
    check.rows = [
        _row(key, EventDraftForm(prefix=f"event-{key}", initial=first_values(event)), draft)
        for key, event in enumerate(drafted.events[:MOST_ROWS])
    ]
    return check


def _as_sent(
    request: HttpRequest, text: str, published: date | None, language: str, *, with_one_more: bool
) -> Check:
    draft = read_announcement(text, published=published)
    keys = list(dict.fromkeys(int(key) for key in request.POST.getlist("row") if key.isdecimal()))[:MOST_ROWS]
    check = _frame(draft, text, published, language)
    check.series = DraftForm(request.POST, prefix="series")
    check.rows = [_row(key, EventDraftForm(request.POST, prefix=f"event-{key}"), draft) for key in keys]
    if with_one_more:
        for form in (check.series, *(row.form for row in check.rows)):
            form.as_typed = True
        if len(keys) < MOST_ROWS:
            key = max([len(draft.events) - 1, *keys]) + 1
            check.rows.append(_row(key, EventDraftForm(prefix=f"event-{key}"), draft))
    return check


def _frame(draft: Draft, text: str, published: date | None, language: str) -> Check:
    carried = {"text": text, "published": published, "given_language": language}
    return Check(draft, carried, DraftForm(prefix="series"), [], MarkedText([], {}))


def _row(key: int, form: EventDraftForm, draft: Draft) -> Row:
    read = draft.events[key] if key < len(draft.events) else None
    return Row(key, 0, form, read, [NOTES[note] for note in read.notes] if read else [])


def _show(
    request: HttpRequest, check: Check, *, again: CarriedForm | None = None, status: int = 200
) -> HttpResponse:
    for number, row in enumerate(check.rows, start=1):
        row.number = number
    again = again or CarriedForm(initial=check.carried)
    check.marked = mark(check.draft.text, _sources(check, again))
    _explain(again, {"published": "published"}, check.draft.undecided, check.marked)
    _explain(check.series, SERIES_FIELDS, check.draft.undecided, check.marked)
    for row in check.rows:
        _explain(row.form, FIELDS, row.read.undecided if row.read else {}, check.marked)
    return render(
        request,
        "desk/announcement/check.html",
        {
            "check": check,
            "owner": OwnerForm(request),
            "again": again,
            "problems": _problems(check, again),
            "notes": [NOTES[note] for note in check.draft.notes],
            "past": _past(check),
            "more_than_shown": max(0, len(check.draft.events) - MOST_ROWS),
            "language_is_unknown": check.draft.language is None,
            "may_add": len(check.rows) < MOST_ROWS,
        },
        status=422 if again.errors else status,
    )


def _sources(check: Check, again: CarriedForm) -> list[Source]:
    published = again["published"]
    found = [
        Source(span, str(published.label), _target(published))
        for span in check.draft.evidence.get("published", [])
    ]
    for name, field in SERIES_FIELDS.items():
        bound = check.series[field]
        found += [
            Source(span, str(bound.label), _target(bound)) for span in check.draft.evidence.get(name, [])
        ]
    for row in check.rows:
        for name, field in FIELDS.items():
            if row.read and name in row.read.evidence and not row.form.is_left_out:
                bound = row.form[field]
                label = _("Event %(number)s: %(field)s") % {"number": row.number, "field": bound.label}
                found.append(Source(row.read.evidence[name], label, _target(bound)))
    return found


def _target(bound: Any) -> str:
    return str(bound.id_for_label or f"{bound.auto_id}_0")


def _explain(
    form: CarriedForm | DraftForm | EventDraftForm,
    fields: dict[str, str],
    undecided: dict[str, Reason],
    marked: MarkedText,
) -> None:
    """Put beside each field the words it was read from, or why there are none."""
    for name, field in fields.items():
        bound = form[field]
        found = marked.anchors.get(_target(bound), [])
        lines: list[SafeString] = []
        if found:
            words = format_html_join(
                ", ", '<a href="#{}">{}</a>', ((anchor, _in_short(words)) for anchor, words in found)
            )
            lines.append(format_html('<span class="desk-read">{} {}</span>', _("In the text:"), words))
        elif name in undecided:
            look = "desk-undecided" if field in form.needed else "desk-read"
            lines.append(format_html('<span class="{}">{}</span>', look, REASONS[undecided[name]]))
        if lines:
            own = [format_html("{}", bound.help_text)] if bound.help_text else []
            # Both, since a bound field keeps a copy of its own.
            bound.help_text = bound.field.help_text = format_html_join(
                " ", "{}", ((line,) for line in [*lines, *own])
            )


def _in_short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 120 else f"{line[:110].rsplit(' ', 1)[0]} …"


def _past(check: Check) -> list[int]:
    """Return the numbers of the events that are past, as far as their starts can be understood."""
    events = []
    for row in check.rows:
        start = row.form["start"].initial
        if row.form.is_bound:
            # Judged alone, so that a page that only shows what was typed judges nothing else.
            value = row.form["start"].data
            try:
                start = row.form.fields["start"].clean(value)
            except ValidationError:
                start = None
        elif isinstance(start, list):
            start = start[0]
        events.append(drafts.DraftedEvent(start=None if row.form.is_left_out else start))
    found = drafts.past_events(drafts.DraftedSeries(events=tuple(events)), now=timezone.now())
    return [check.rows[place].number for place in found]


def _problems(check: Check, again: CarriedForm) -> list[dict[str, Any]]:
    """Return the lines of the summary of errors; those of events say which event."""
    found = []
    if again.is_bound and again.errors:
        published = again["published"]
        found += [
            {"text": text, "target": _target(published), "label": published.label}
            for text in published.errors
        ]
    forms: list[tuple[str, Any]] = [("", check.series)]
    forms += [(_("Event %(number)s") % {"number": row.number}, row.form) for row in check.rows]
    for name, form in forms:
        if not form.is_bound:
            continue
        found += [{"text": text, "target": "", "label": ""} for text in form.non_field_errors()]
        for bound in form:
            label = f"{name}: {bound.label}" if name else str(bound.label)
            found += [{"text": text, "target": _target(bound), "label": label} for text in bound.errors]
    return found
