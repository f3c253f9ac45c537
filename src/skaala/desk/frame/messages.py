"""How the desk says things: an event in a word, whom somebody comes for, what a series lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from skaala.registration.models import Attendance, Registration
from skaala.registration.rules import Refusal, UnableToRegister
from skaala.registration.rules.check_in import Presence
from skaala.series.models import Event, Series
from skaala.series.presenters import naming
from skaala.series.queries import MissingPiece
from skaala.series.rules import Gap
from skaala.tables.reading import Limits, Unreadable, UnreadableTable
from skaala.ui.languages import language_name

SIZE_CLASSES = {
    "small": gettext_lazy("Fewer than 10,000 residents"),
    "medium": gettext_lazy("10,000–49,999 residents"),
    "large": gettext_lazy("50,000 residents or more"),
}


def say_email_sent(request: HttpRequest, words: str) -> None:
    """Say in ``words`` that an email is on its way, or else that it waits for a mail server."""
    if settings.EMAIL_URL:
        messages.success(request, words)
    else:
        messages.warning(
            request, _("No mail server is set, so the email has not gone. It is kept, and can be sent later.")
        )


TEXT_NAMES = {
    "title": pgettext_lazy("of a series or event", "Title"),
    "short_name": gettext_lazy("Short name"),
    "summary": gettext_lazy("Summary"),
    "introduction": gettext_lazy("Purpose"),
    "basis": gettext_lazy("What it is based on"),
    "instructions": gettext_lazy("How to register and take part"),
    "processors": gettext_lazy("Other processors"),
    "privacy_details": gettext_lazy("Details of the privacy notice"),
    "audience": gettext_lazy("Whom the event is for"),
    "description": gettext_lazy("What the event is about"),
}


def event_label(event: Event) -> str:
    """Return an event in a word or two: “Workshop 1”, “Closing event”; one of another kind by its title."""
    is_other = event.kind == Event.Kind.OTHER and not event.number
    return str(naming.title(event)) if is_other else naming.ordinal(event)


def organisation_of(registration: Registration) -> str:
    """Return whom somebody comes for: municipality, network or organisation, in the reader's language."""
    place = registration.municipality or registration.network
    parts = [str(place) if place else "", registration.organisation]
    return ", ".join(part for part in parts if part)


def mode_and_state(attendance: Attendance, presence: Presence = Presence.UNKNOWN) -> str:
    """
    Return how somebody attends, what they wait for and whether they came.

    “online”, “on site (waiting list)”, “online, waits for on site”, “on site, came”.
    """
    way = str(attendance.get_mode_display())
    if attendance.state == Attendance.State.WAITING:
        return _("%(way)s (waiting list)") % {"way": way}
    if attendance.waits_for:
        return _("%(way)s, waits for: %(other)s") % {"way": way, "other": attendance.get_waits_for_display()}
    if presence == Presence.UNKNOWN:
        return way
    came = _("%(way)s, attended") if presence == Presence.CAME else _("%(way)s, did not attend")
    return came % {"way": way}


def not_let_in(refusal: UnableToRegister) -> str:
    """Return why the organiser cannot register somebody; deadlines do not bind them."""
    return {
        Refusal.NOT_PUBLISHED: _("It has not been published yet. Publish it first."),
        Refusal.EVENT_CANCELLED: _("This event has been cancelled."),
        Refusal.CLOSED: _("This event is over or archived."),
        Refusal.ALREADY_STARTED: _("This event has started, so the place stays as it is. Choose it again."),
    }.get(refusal.refusal, _("This event has been changed meanwhile. Open the page again."))


def capitalised(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return a model's choices with capital first letters, as they stand in lists and on buttons."""
    return [(value, capfirst(label)) for value, label in choices]


@dataclass(frozen=True)
class Task:
    """Something to be done to a series: in words, and where."""

    text: str
    href: str
    is_pressing: bool


def tasks(series: Series, missing: list[MissingPiece]) -> list[Task]:
    """Return what is missing from a series as tasks; missing languages of one text are one task."""
    return [_task(series, piece) for piece in missing]


def _task(series: Series, piece: MissingPiece) -> Task:
    slug = series.slug
    event = piece.event
    names = {"event": event_label(event)} if event else {}
    if piece.gap == Gap.NO_TITLE:
        return Task(_("The title is missing."), reverse("desk:texts", args=[slug]), True)
    if piece.gap == Gap.NO_EVENTS:
        return Task(
            _("There are no events yet. Add the first one."), reverse("desk:new-event", args=[slug]), True
        )
    if piece.gap == Gap.NO_CONTROLLER:
        text = _("The privacy notice names no controller.")
        return Task(text, reverse("desk:details", args=[slug]) + "#id_controller", True)
    if piece.gap == Gap.NO_CONTACT:
        text = _("No contact person is given.")
        return Task(text, reverse("desk:details", args=[slug]) + "#id_contact_name", True)
    if piece.gap == Gap.NO_JOIN_LINK and event:
        return Task(
            _("%(event)s: the join link is missing.") % names, _of_event("join-link", series, event), True
        )
    if piece.gap == Gap.PROGRAMME_PENDING and event:
        return Task(
            _("%(event)s: the programme is to be specified.") % names,
            _of_event("programme", series, event),
            False,
        )
    languages = ", ".join(language_name(code) for code in piece.languages)
    what = {"text": str(TEXT_NAMES[piece.text]), "languages": languages, **names}
    if event:
        text = _("%(event)s: “%(text)s” is missing in: %(languages)s.") % what
        return Task(text, _of_event("event", series, event) + f"#id_{piece.text}_0", False)
    page = "details" if piece.text in {"privacy_details", "processors"} else "texts"
    where = reverse(f"desk:{page}", args=[slug]) + f"#id_{piece.text}_0"
    return Task(_("“%(text)s” is missing in: %(languages)s.") % what, where, False)


def _of_event(page: str, series: Series, event: Event) -> str:
    return reverse(f"desk:{page}", args=[series.slug, event.slug])


def unreadable_message(problem: UnreadableTable, limits: Limits) -> str:
    """Return why a file is not read as a table, and what to do."""
    return {
        Unreadable.EMPTY: _("The file is empty. Choose another."),
        Unreadable.ONLY_HEADS: _(
            "The file has one row only. The first row names the columns, the others fill them."
        ),
        Unreadable.TOO_LARGE: _(
            "The file is larger than %(megabytes)s MB or has too much data. Divide it, or remove what is not needed."
        )
        % {"megabytes": limits.bytes // 1_000_000},
        Unreadable.TOO_MANY_ROWS: _("The table has more than %(rows)s rows. Divide it into several files.")
        % {"rows": number_format(limits.rows, force_grouping=True)},
        Unreadable.TOO_MANY_COLUMNS: _(
            "The table has more than %(columns)s columns. Remove those that are not needed."
        )
        % {"columns": limits.columns},
        Unreadable.OLD_EXCEL: _(
            "This is an old Excel file (.xls) or locked with a password. Open it and save it without one as an Excel workbook "
            "(.xlsx) or as CSV."
        ),
        Unreadable.BROKEN: _("The file is broken. Open it, save it again, and choose that file."),
        Unreadable.NO_TABLE: _(
            "This is neither an Excel workbook (.xlsx) nor CSV. Save the table as one of these."
        ),
    }[problem.reason]


# What rooms call the rows they remove; one that has no words here is shown under its own name.
KINDS = {
    "registrations": gettext_lazy("registrations"),
    "emails": gettext_lazy("emails"),
    "mailings": gettext_lazy("messages to many"),
    "feedback_words": gettext_lazy("free answers to feedback"),
    "helper_links": gettext_lazy("links for helpers"),
    "tables": gettext_lazy("tables of people"),
    "notes_on_invitations": gettext_lazy("notes on invitations"),
    "series_keys": gettext_lazy("keys between registrations and workspaces"),
    "guests_at_the_door": gettext_lazy("guests’ numbers in workspaces"),
    "co_facilitators": gettext_lazy("links for co-facilitators"),
    "conversations_not_taken_in": gettext_lazy("conversations from elsewhere that were not imported"),
    "sentences_of_calls": gettext_lazy("sentences of calls’ transcripts that were not taken"),
    "masked_texts": gettext_lazy("texts in which people were named, masked"),
    "memos": gettext_lazy("memos on findings"),
    "commitments": gettext_lazy("names in next steps"),
}
