"""Ballots as the phones' script has them ready: a statement's ballot is made once for all who read the same language."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import partial

from django.template.loader import render_to_string
from django.utils.html import strip_spaces_between_tags
from django.utils.safestring import SafeString

from skaala.ui.kept import Kept
from skaala.ui.languages import reader_language
from skaala.ui.offered import offered
from skaala.workshops import queries
from skaala.workshops.models import Board

_kept: Kept[SafeString] = Kept(2000)


def ready_ballots(board: Board, keys: Sequence[uuid.UUID]) -> list[SafeString]:
    """Return the ballots of statements that :func:`queries.deck_of` has drawn, in their order and in the active language."""
    of = (board.code, reader_language(), offered())
    return [
        _kept.get((line.statement.pk, *of), stamp, partial(_made, board, line))
        for line, stamp in queries.stamped_lines(board, keys)
    ]


def _made(board: Board, line: queries.Line) -> SafeString:
    context = {"board": board, "line": line, "place": line.statement.number, "focus": ""}
    return SafeString(strip_spaces_between_tags(render_to_string("site/board/ballot.html", context)))
