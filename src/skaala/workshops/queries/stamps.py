"""Stamps of what pages show: words that change with any change of the rows that were read for it, see `ui.kept`."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db import connection

from skaala.workshops.models import Board

_ROWS = "count(*), sum(hashtextextended(concat({0}.ctid, ' ', {0}.xmin), 0))"
_RESULTS = f"""
SELECT concat_ws('|',
    (SELECT concat(p.id, p.ctid, p.xmin) FROM workshops_picture p WHERE p.board_id = %(board)s ORDER BY p.made_at DESC LIMIT 1),
    (SELECT concat({_ROWS.format("s")}) FROM workshops_statement s WHERE s.board_id = %(board)s),
    (SELECT concat({_ROWS.format("p")}) FROM workshops_prompt p WHERE p.board_id = %(board)s),
    (SELECT concat({_ROWS.format("t")}) FROM workshops_translation t
        WHERE t.root_id IN (SELECT s.root_id FROM workshops_statement s WHERE s.board_id = %(board)s)),
    (SELECT concat({_ROWS.format("w")}) FROM series_ownword w WHERE w.tenant_id = %(tenant)s))
"""  # noqa: S608  nothing of it is anybody's
_WORDS = """
SELECT s.id, concat_ws('|', s.ctid, s.xmin, r.ctid, r.xmin, p.ctid, p.xmin, e.ctid, e.xmin,
    (SELECT string_agg(concat(t.ctid, ' ', t.xmin), ',' ORDER BY t.id) FROM workshops_translation t WHERE t.root_id = s.root_id))
FROM workshops_statement s JOIN workshops_statement r ON r.id = s.root_id JOIN workshops_prompt p ON p.id = s.prompt_id
LEFT JOIN workshops_statement c ON c.id = s.carried_from_id LEFT JOIN workshops_board b ON b.id = c.board_id
LEFT JOIN series_event e ON e.id = b.event_id
WHERE s.id = ANY(%s)
"""


def stamp_of_results(board: Board) -> str:
    """Return the stamp of what the results of ``board`` are shown with: the latest picture, and all words."""
    with connection.cursor() as cursor:
        cursor.execute(_RESULTS, {"board": board.pk, "tenant": board.event.series.tenant_id})
        (stamp,) = cursor.fetchone()
    return str(stamp)


def stamps_of_words(keys: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Return, by statement, the stamp of its words, its question's, and those of the event that it was carried over from."""
    if not keys:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_WORDS, [list(keys)])
        return dict(cursor.fetchall())
