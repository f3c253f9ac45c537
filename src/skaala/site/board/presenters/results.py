"""The results as participants see them: made once for all who read the same language; each sees their own dot in it."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from skaala.ui.kept import Kept
from skaala.ui.languages import reader_language
from skaala.ui.offered import offered
from skaala.workshops import queries
from skaala.workshops.models import Board, Participant
from skaala.workshops.presenters.picture import Dot, show_picture
from skaala.workshops.queries.stamps import stamp_of_results

# Whatever people write stands escaped in the page, so none of it can be one of these.
OWN_DOT, OWN_NOTE = "<!-- the reader's dot -->", "<!-- said of the reader's dot -->"


@dataclass(frozen=True)
class SharedResults:
    """What is the same for all, and where everybody's dot is."""

    html: str
    places: dict[str, Dot]

    def seen_by(self, participant: Participant) -> SafeString:
        """Return the results with the participant's own dot circled and above all others, if they are on the map."""
        html, dot = self.html, self.places.get(str(participant.pk))
        if dot is None:
            return mark_safe(html.replace(OWN_DOT, "").replace(OWN_NOTE, ""))  # noqa: S308  made by our template
        html = html.replace(f"{dot.svg}\n", "", 1).replace(OWN_DOT, dot.readers_svg)
        circled = _("Your dot is circled.")
        return mark_safe(html.replace(OWN_NOTE, f" {circled}"))  # noqa: S308  the same


_kept: Kept[SharedResults] = Kept(60)


def results_seen_by(board: Board, participant: Participant) -> SafeString:
    """Return the results of ``board`` in the active language as this participant sees them."""
    zone = board.event.series.zone
    key = (board.pk, reader_language(), offered(), zone.key)
    return _kept.get(key, stamp_of_results(board), lambda: _made(board)).seen_by(participant)


def _made(board: Board) -> SharedResults:
    shown = show_picture(board, queries.latest_picture(board))
    context = {
        "shown": shown,
        "zone": board.event.series.zone,
        "own_dot": SafeString(OWN_DOT),
        "own_note": SafeString(OWN_NOTE),
    }
    html = render_to_string("workshops/picture.html", context)
    return SharedResults(html, shown.places if shown is not None else {})
