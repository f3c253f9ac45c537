"""What the templates of published results are given."""

from __future__ import annotations

from datetime import tzinfo
from typing import TypedDict

from skaala.catalogue.models import Action
from skaala.catalogue.presenters.interests import InterestLine
from skaala.series.models import Event, Series
from skaala.workshops.models import Board, Statement
from skaala.workshops.presenters.conclusions import ConclusionShown
from skaala.workshops.presenters.picture import PictureShown


class ResultsPage(TypedDict):
    """What `site/results/results.html` is given."""

    series: Series
    event: Event
    board: Board
    heading: str
    zone: tzinfo
    has_rows: bool
    shown: PictureShown | None
    concluded: list[ConclusionShown]
    """What the room concluded, in its order."""
    added: int
    """People whom an organiser added by hand."""
    new_starts: int
    """People who lost their key and began again."""
    actions: list[Action]
    """Made of statements of this board."""
    has_report: bool
    said: list[tuple[Statement, list[InterestLine]]]
    """What municipalities said of the statements while the workshop ran."""
