"""The picture that Teams, LinkedIn and others show with a link to a series: title, days, who organises, in the organisation's colour."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.utils.text import Truncator
from django.utils.translation import pgettext

from skaala.people.queries import face_of
from skaala.people.rules.colours import USUAL_BAND
from skaala.site.announcement.presenters.pages import SeriesPage
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.ui.typeset import to_png

WIDTH, HEIGHT = 1200, 630
"""In pixels: what the Open Graph protocol's readers ask for."""
LONGEST_TITLE, LONGEST_LINE = 150, 80


def share_picture(page: SeriesPage, *, now: datetime) -> bytes:
    """
    Return the picture of a series as PNG, in the language now active.

    :raises skaala.ui.child.UnableToFinish: if too many are being made, or it took too long
    """
    series = page.series
    kind = pgettext("on a picture", "Event") if series.is_single else pgettext("on a picture", "Event series")
    return to_png(
        Path(__file__).with_name("picture.typ"),
        {
            "language": reader_language(),
            "kind": kind,
            "title": Truncator(str(series.title)).chars(LONGEST_TITLE),
            "when": _when(page),
            "by": Truncator(", ".join(str(each.organisation.name) for each in page.organisers)).chars(
                LONGEST_LINE
            ),
            "band": face_of(series.tenant).band or USUAL_BAND,
        },
        now=now,
    )


def _when(page: SeriesPage) -> str:
    first, last = page.first_start, page.last_end
    if first is None or last is None:
        return ""
    language, zone = reader_language(), page.series.zone
    if page.series.is_single:
        return dates.when(first, last, language, zone)
    return f"{dates.day(first.astimezone(zone), language)} – {dates.day(last.astimezone(zone), language)}"
