"""The pass that opens a stream."""

from __future__ import annotations

import pytest

from skaala.workshops.links.live import Audience, InvalidPass, make_pass, read_pass, who
from tests.workshops.boards import a_board

pytestmark = pytest.mark.django_db


def test_a_pass_says_board_language_and_audience_and_cannot_be_turned_into_another():
    board = a_board()
    token = make_pass(board, language="sv", audience=Audience.PARTICIPANT, who=who("participant", 1))
    read = read_pass(token)
    assert (read.board_id, read.language, read.audience) == (board.pk, "sv", Audience.PARTICIPANT)
    body = make_pass(board, language="sv", audience=Audience.FACILITATOR, who="x").partition(":")[0]
    for forged in ("", "x", token[:-2], f"{body}:{token.partition(':')[2]}", "é" * 20):
        with pytest.raises(InvalidPass):
            read_pass(forged)
