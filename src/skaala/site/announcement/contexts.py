"""What the templates of the announcement are given."""

from __future__ import annotations

from typing import TypedDict

from django.utils.safestring import SafeString

from skaala.reports.commitments.queries import NextStep
from skaala.reports.models import Version
from skaala.series.models import Event, Material, Series
from skaala.site.announcement.presenters.pages import EventPage, SeriesPage
from skaala.workshops.models import Board


class Closing(TypedDict, total=False):
    """What a closing event's page is given besides: the live board, the report, and the next steps with who takes part."""

    report: Version | None
    board: Board | None
    board_is_live: bool
    steps: list[NextStep]


class OneEvent(Closing):
    """What `site/announcement/event.html` is given."""

    page_of: EventPage
    event: Event
    series: Series
    series_page: SeriesPage
    materials: list[Material]
    structured_data: SafeString
    canonical: str
    picture: str
    has_results: bool
