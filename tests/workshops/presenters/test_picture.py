"""A picture as a page shows it."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags

from skaala.workshops import operations
from skaala.workshops.presenters.picture import show_picture
from tests.workshops.boards import NOW, a_board, a_statement, participants, votes


@pytest.mark.django_db
def test_what_is_hidden_afterwards_disappears_from_the_page_at_once():
    board = a_board()
    first, second = a_statement(board, "Ensimmäinen asia"), a_statement(board, "Toinen juttu")
    for who in participants(board.event.series, 8):
        votes(board, who, first, 1)
        votes(board, who, second, 1)
    picture = operations.analyse_board(board=board, now=NOW)
    # Both have the same votes, so their order is that of their random ids.
    assert {one.statement for one in show_picture(board, picture).consensus} == {first, second}
    operations.set_shown(board=board, statement_id=first.pk, is_shown=False, now=NOW)
    assert [one.statement for one in show_picture(board, picture).consensus] == [second]


@pytest.mark.django_db
def test_a_picture_that_is_kept_by_the_day_tells_the_day_alone():
    board = a_board()
    statement = a_statement(board)
    for who in participants(board.event.series, 5):
        votes(board, who, statement, 1)
    picture = operations.analyse_board(board=board, now=NOW)
    zone = board.event.series.zone

    def as_of() -> str:
        html = render_to_string(
            "workshops/picture.html", {"shown": show_picture(board, picture), "zone": zone}
        )
        return strip_tags(html[html.index("As of") :])[:40]

    with translation.override("en"):
        assert f"{NOW.astimezone(zone):%-d %B %Y}, " in as_of()
        picture.made_at = NOW.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        assert f"{NOW.astimezone(zone):%-d %B %Y}." in as_of()
