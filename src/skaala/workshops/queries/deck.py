"""
What a participant still has to vote on, and in which order it comes; asked after every vote.

The database counts and names what is left, and only what is shown is read whole.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import connection

from skaala.insight.routing import draw_statement
from skaala.ui.kept import Kept
from skaala.workshops.models import Board, Participant, Picture, Statement
from skaala.workshops.queries.participation import Line
from skaala.workshops.queries.stamps import stamps_of_words
from skaala.workshops.queries.statements import shown_statements


@dataclass(frozen=True)
class Deck:
    """
    How far a participant is with the statements by others, and which of those that are left come next.

    :ivar done: on how many of them they have voted
    :ivar of: how many there are
    :ivar coming: statements by number of their turn: drawn by the engine's priorities; the same until the participant has
        voted, so that reloading shows the same, and each the one that would come if those before it were voted on
    """

    done: int
    of: int
    coming: list[uuid.UUID]


_LEFT = """
SELECT count(*), count(v.value),
    array_agg(s.root_id::text) FILTER (WHERE v.value IS NULL),
    array_agg(s.id) FILTER (WHERE v.value IS NULL),
    array_agg(s.root_id::text) FILTER (WHERE v.value IS NULL AND s.carried_from_id IS NOT NULL),
    (SELECT p.id FROM workshops_picture p WHERE p.board_id = %(board)s ORDER BY p.made_at DESC LIMIT 1)
FROM workshops_statement s
LEFT JOIN workshops_currentvote v ON v.root_id = s.root_id AND v.participant_id = %(who)s
WHERE s.board_id = %(board)s AND s.state = %(shown)s AND s.author_id IS DISTINCT FROM %(who)s
"""
# While the room is split, what other small groups wrote meanwhile is not among them: as in `shown_to_all`.
_IN_GROUP = """
AND NOT EXISTS (SELECT 1 FROM workshops_smallgroup g WHERE g.id = s.small_group_id AND g.round = %(round)s
    AND NOT EXISTS (SELECT 1 FROM workshops_member m WHERE m.group_id = g.id AND m.round = %(round)s AND m.participant_id = %(who)s))
"""


def deck_of(board: Board, participant: Participant, count: int) -> Deck:
    """Return how far ``participant`` is, and the next statements; fewer than ``count`` where fewer are left."""
    whose: dict[str, Any] = {
        "board": board.pk,
        "who": participant.pk,
        "shown": Statement.State.SHOWN.value,
        "round": board.round,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LEFT + (_IN_GROUP if board.split else ""), whose)
        of, done, roots, keys, carried, picture = cursor.fetchone()
    waiting: dict[str, uuid.UUID] = dict(zip(roots or (), keys or (), strict=True))
    priorities = _priorities(picture) if picture is not None and waiting else {}
    first = set(carried or ())
    coming: list[uuid.UUID] = []
    for votes in range(participant.votes_cast, participant.votes_cast + count):
        drawn = draw_statement(
            sorted(waiting),
            priorities,
            seed=f"{participant.pk}-{votes}",
            carried_over=[root for root in waiting if root in first],
        )
        if not drawn:
            break
        coming.append(waiting.pop(drawn))
    return Deck(done, of, coming)


def drawn_lines(board: Board, keys: Collection[uuid.UUID]) -> list[Line]:
    """Return statements drawn by :func:`deck_of` with their words, in the order of ``keys``: nobody's own, and not voted on."""
    return [line for line, _stamp in stamped_lines(board, keys)]


def stamped_lines(board: Board, keys: Collection[uuid.UUID]) -> list[tuple[Line, str]]:
    """Return what :func:`drawn_lines` does, each with the stamp of its words; each is read once a process, see `ui.kept`."""
    stamps = stamps_of_words(keys)
    missing = [key for key, stamp in stamps.items() if not _lines.holds(key, stamp)]
    read = {each.pk: each for each in shown_statements(board).filter(pk__in=missing)} if missing else {}
    for key, statement in read.items():
        _lines.get(key, stamps[key], partial(Line, statement, None, is_marked=False, is_own=False))
    # One that was hidden in this very moment is neither read nor kept.
    return [
        (_lines.get(key, stamps[key], _nothing), stamps[key])
        for key in keys
        if key in read or (key in stamps and key not in missing)
    ]


def _nothing() -> Line:
    raise LookupError  # it was held a moment ago, and thousands have been read since


_lines: Kept[Line] = Kept(4000)
_kept: Kept[Mapping[str, float]] = Kept(50)


def _priorities(picture: uuid.UUID) -> Mapping[str, float]:
    """Return the priorities of a picture, which never change: each process reads them once."""

    def read() -> Mapping[str, float]:
        return Picture.objects.filter(pk=picture).values_list("result__priorities", flat=True).first() or {}

    return _kept.get(picture, None, read)
