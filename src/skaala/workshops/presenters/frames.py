"""
What is sent to those who have a board open: a whole small state each time, so that any frame may be missed.

A participant's frame says nothing of votes: it changes with statements, phase and timer only, so that five thousand
streams are not woken by each vote. Projector and facilitator get counts, as their pages show them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.insight.disclosure import is_publishable
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.workshops import queries
from skaala.workshops.links.live import Audience, make_pass
from skaala.workshops.models import Board, Poll, Translation
from skaala.workshops.queries.conclusions import conclusions_stamp
from skaala.workshops.queries.glance import Glance, at_a_glance
from skaala.workshops.queries.polls import people_who_answered, polls_stamp


@dataclass(frozen=True)
class RenderedFrame:
    """A frame in one language; the same content has the same identity, whoever composed it and when."""

    language: str
    identity: str
    body: str


def compose(board: Board, audience: Audience) -> list[RenderedFrame]:
    """Return the frame of ``board`` for ``audience`` in each language."""
    same = _in_any_language(board, audience)
    counts = queries.taking_part(board) if audience != Audience.PARTICIPANT else None
    room = queries.room_counts(board) if counts is not None else None
    open_ones = board.polls.filter(state=Poll.State.OPEN) if counts is not None else ()
    asked = [(poll, people_who_answered(poll)) for poll in open_ones]
    composed = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            content = same | _in_words(board)
            if counts is not None and room is not None:
                content |= _counted(counts, room, audience)
                if asked:
                    content["answers"] = {str(poll.pk): answered_words(number) for poll, number in asked}
            body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        composed.append(RenderedFrame(language, hashlib.sha256(body.encode()).hexdigest()[:16], body))
    return composed


def answered_words(people: int) -> str:
    """Say how many have answered a quick question; a total, which says nothing of what."""
    return ngettext("%(number)s person has answered", "%(number)s people have answered", people) % {
        "number": people
    }


def _counted(counts: queries.TakingPart, room: queries.RoomCounts, audience: Audience) -> dict[str, Any]:
    if audience == Audience.PROJECTOR:
        return {"counts": counts_line(counts, room), "stats": asdict(room)}
    return {"stats": asdict(room) | {name: getattr(counts, name) for name in STATS}}


STATS = ("people", "not_yet", "guests", "statements", "pending", "votes")


def counts_line(counts: queries.TakingPart, room: queries.RoomCounts) -> str:
    """Say in one line for the whole room how many are there, how many statements there are and, of five people and more, votes."""
    here = ngettext("%(number)s here now", "%(number)s here now", room.present) % {"number": room.present}
    statements = ngettext("%(number)s statement", "%(number)s statements", counts.statements) % {
        "number": counts.statements
    }
    if not is_publishable(counts.people):
        return " · ".join([here, _("fewer than five taking part"), statements])
    people = ngettext("%(people)s taking part", "%(people)s taking part", counts.people) % {
        "people": counts.people
    }
    votes = ngettext("%(number)s vote", "%(number)s votes", counts.votes) % {"number": counts.votes}
    return " · ".join([here, people, statements, votes])


@dataclass(frozen=True)
class Opening:
    """
    What a page needs to follow its board.

    :ivar path: address of the stream under the pages' own
    :ivar port: where to try first on the same host; 0 where all goes through one address
    :ivar state: what the page already shows, as JSON
    """

    path: str
    port: int
    state: str


def open_stream(
    board: Board, *, audience: Audience, who: str, is_checked: bool = False, seen: Glance | None = None
) -> Opening:
    """
    Return what a page in the active language needs to follow ``board``.

    :param is_checked: as long as a role or link lasts
    :param seen: what the page has read of the board already
    """
    language = reader_language()
    token = make_pass(board, language=language, audience=audience, who=who, is_checked=is_checked)
    state = json.dumps(_in_any_language(board, audience, seen), separators=(",", ":"))
    return Opening(f"/live/{token}", settings.LIVE_PORT if settings.LIVE_STRAIGHT else 0, state)


def _in_any_language(board: Board, audience: Audience, seen: Glance | None = None) -> dict[str, Any]:
    ends = board.timer_ends_at
    seen = seen or at_a_glance(board)
    content: dict[str, Any] = {
        # A page may be made while an older frame is still on its way to it; by this it knows.
        "version": board.version,
        "phase": board.phase,
        "ends": int(ends.timestamp() * 1000) if ends else 0,
        "recent": seen.recent,
        "groups": _groups(board),
        # Words that change when the facilitator asks the room a quick question or closes one.
        "asks": _fingerprint(seen.open_polls) if seen.open_polls else "",
        "polls": _fingerprint(polls_stamp(board)) if seen.has_polls else "",
        "beside": _beside(board, has_conclusions=seen.has_conclusions),
    }
    if audience == Audience.PARTICIPANT:
        content["gone"] = seen.gone
    else:
        content["stamp"] = _stamp(board)
    return content


def _groups(board: Board) -> str:
    """Return a word that changes when the room is split, together again, or its groups are others; empty while it is together."""
    if not board.split:
        return ""
    rows = list(queries.small_groups(board).values_list("number", "name", "place"))
    return f"{board.round}-{_fingerprint(rows)}"


def _fingerprint(rows: object) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:8]


_also_shown: dict[str, Callable[[Board], list[Any]]] = {}


def also_shows(name: str, read: Callable[[Board], list[Any]]) -> None:
    """
    Have streams tell of what a room above shows on boards; that room's tables need the trigger `tell_live` too.

    :param read: returns what is shown on a board now, in a fixed order; only its fingerprint goes out
    """
    _also_shown[name] = read


def _beside(board: Board, *, has_conclusions: bool) -> str:
    rows = [found for _name, read in sorted(_also_shown.items()) if (found := read(board))]
    if has_conclusions:
        rows.append(conclusions_stamp(board))
    return _fingerprint(rows) if rows else ""


def _in_words(board: Board) -> dict[str, str]:
    ends = board.timer_ends_at
    zone = board.event.series.zone
    language = reader_language()
    return {
        "name": board.get_phase_display(),
        "clock": dates.clock(ends.astimezone(zone), language) if ends else "",
        "at": f"{ends.astimezone(zone):%H:%M}" if ends else "",
    }


def _stamp(board: Board) -> str:
    """Return a word that changes with whatever a page of the whole board shows, votes apart; those come with the picture."""
    tables = [
        Board.objects.filter(pk=board.pk),
        board.statements.all(),
        board.prompts.all(),
        board.admissions.order_by("pk"),
        Translation.objects.filter(root__standings__board=board).order_by("pk"),
        board.pictures.values("pk")[:1],
    ]
    rows = [list(table.values_list()) for table in tables]
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:12]
