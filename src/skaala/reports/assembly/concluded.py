"""What rooms concluded, as findings and next steps that say so and lead to the votes on the statements they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from skaala.reports.models import Finding
from skaala.series.models import Series
from skaala.series.presenters import naming
from skaala.ui import dates
from skaala.ui.offered import offered
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, Conclusion, Statement
from skaala.workshops.queries.conclusions import grounds, with_grounds


@dataclass(frozen=True)
class ConcludedFinding:
    """A conclusion as a finding: with who does it by when it is a next step."""

    key: str
    kind: str
    title: Texts
    text: Texts
    statements: tuple[Statement, ...]
    board: Board
    unit: str
    due: date | None
    concluded_on: date


def _conclusions(series: Series) -> list[Conclusion]:
    found = Conclusion.objects.filter(board__event__series=series, board__is_rehearsal=False)
    ordered = found.select_related("board__event").order_by("board__event__start", "number")
    return list(with_grounds(ordered))


def findings_from_conclusions(series: Series) -> list[ConcludedFinding]:
    """Return what the workshops of ``series`` concluded, in their order."""
    return [
        ConcludedFinding(
            key=f"{Finding.CONCLUDED}{one.pk}",
            kind=Finding.Kind.NEXT_STEP if one.is_step else Finding.Kind.CONCLUSION,
            title=one.text,
            text=_notes(one),
            statements=tuple(_roots(one)),
            board=one.board,
            unit=one.unit,
            due=one.due,
            concluded_on=one.concluded_on,
        )
        for one in _conclusions(series)
    ]


def _roots(conclusion: Conclusion) -> list[Statement]:
    return [statement.root for statement in grounds(conclusion)]


def _notes(conclusion: Conclusion) -> Texts:
    """Quote the notes of small groups on which a conclusion rests, in each language's frame."""
    notes = "; ".join(f"“{note.text}”" for note in conclusion.notes.all())
    if not notes:
        return Texts()
    said = {}
    for language in offered():
        with translation.override(language):
            said[language] = _("Noted in small groups: %(notes)s.") % {"notes": notes}
    return Texts(**said)


def mark(finding: Finding, language: str) -> str:
    """Return in the active language where and when a finding was concluded; empty for one that was not."""
    if not finding.is_concluded:
        return ""
    day = finding.facts.get("concluded_on", "")
    parts = [
        str(naming.ordinal(finding.board.event)) if finding.board else "",
        dates.day(date.fromisoformat(day), language) if day else "",
    ]
    return _("Concluded in the room: %(where)s") % {"where": ", ".join(part for part in parts if part)}


def texts_to_quote(series: Series) -> dict[str, list[str]]:
    """Return by conclusion every text of it that a report may tell: its words, who does it, and the notes it rests on."""
    return {
        str(one.pk): [
            text
            for text in (*one.text.as_dict().values(), one.unit, *(note.text for note in one.notes.all()))
            if text
        ]
        for one in _conclusions(series)
    }
