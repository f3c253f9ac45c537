"""What the reader of announcements has to say, in the language of whoever sits at the desk."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from skaala.announcement import Note, Reason
from skaala.announcement.files import Unreadable, UnreadableFile
from skaala.series.rules.drafts import Lack

REASONS: dict[Reason, Any] = {
    Reason.NOT_STATED: _("The text does not state it."),
    Reason.NO_YEAR: _(
        "The year is not stated, and nothing else in the text settles it. Give the day of publication and read again, "
        "or fill in here."
    ),
    Reason.TWO_YEARS: _("Two years are possible, and the text does not say which."),
    Reason.NO_SUCH_DATE: _("The text gives a date that does not exist."),
    Reason.NO_END: _("The text gives no time of ending."),
    Reason.NO_TIME: _("The text gives no time of day."),
    Reason.NO_MODE: _("The text does not say whether people take part on site or online."),
    Reason.ONLINE_ONLY: _("The event is online, so it has no venue."),
    Reason.NO_DEADLINE: _("The text gives no last day for registering."),
    Reason.DEADLINE_AFTER_START: _(
        "The last day for registering would be after the event has begun, so it was left out."
    ),
    Reason.UNKNOWN_LANGUAGE: _("The text seems to be neither Finnish, Swedish nor English."),
    Reason.ENDS_BEFORE_START: _("The time of ending would be before the start."),
}

NOTES: dict[Note, Any] = {
    Note.WEEKDAY_DIFFERS: _("The weekday in the text is not the weekday of that date. Check which is right."),
    Note.PAST_LEFT_OUT: _("A date before the day of publication was left out."),
    Note.TIME_CONVERTED: _("The text gives the time in another time zone. Here it is in Finnish time."),
    Note.TOO_MANY: _("The text has more dates than a series has events; only the first ones were read."),
    Note.OTHER_YEAR_FITS: _("The weekday settled the year. Check it."),
}

LACKS: dict[Lack, Any] = {
    Lack.NO_TITLE: _("Write what the series is called."),
    Lack.NO_LANGUAGE: _("Choose the language of the texts."),
    Lack.NO_EVENTS: _("A series needs an event. Add one."),
    Lack.NO_EVENT_TITLE: _("Write what the event is called."),
    Lack.NO_START: _("Write when the event starts."),
    Lack.NO_TIME_OF_START: _("Write the time too, for example 13:00."),
    Lack.NO_END: _("Write when the event ends."),
    Lack.NO_TIME_OF_END: _("Write the time too, for example 13:00."),
    Lack.NO_MODE: _("Choose how people take part."),
}

REFUSALS: dict[Unreadable, Any] = {
    Unreadable.EMPTY: _("The file is empty. Choose another one, or paste the text."),
    Unreadable.TOO_LARGE: _("The file has %(size)s; at most %(limit)s are read. Paste the text instead."),
    Unreadable.NO_WORDS: _(
        "There is no text in it that can be read. A scanned page is only a picture of text: paste the text instead."
    ),
    Unreadable.TOO_LONG: _(
        "The text has %(size)s characters, and at most %(limit)s are read. Give only the part that announces the events."
    ),
    Unreadable.NOT_TEXT: _(
        "This is neither text, HTML, DOCX nor PDF. Save the announcement as one of these."
    ),
    Unreadable.UNPACKS_TOO_LARGE: _("The document is too long for an announcement. Paste the text instead."),
    Unreadable.BROKEN_DOCUMENT: _(
        "The document is broken or locked and cannot be opened. Save it again, or paste its text."
    ),
    Unreadable.LOCKED_PDF: _("The PDF is locked with a password. Save it without one, or paste its text."),
    Unreadable.TOO_MANY_PAGES: _(
        "The PDF has %(size)s pages; at most %(limit)s are read. Paste the text instead."
    ),
    Unreadable.BROKEN_PDF: _(
        "The PDF is broken or locked and cannot be opened. Save it again, or paste its text."
    ),
}


def refusal_message(refusal: UnreadableFile) -> str:
    """Return why a file or text was not read, in the reader's language."""
    words = str(REFUSALS[refusal.reason])
    return words % {"size": refusal.size, "limit": refusal.limit} if refusal.size else words
