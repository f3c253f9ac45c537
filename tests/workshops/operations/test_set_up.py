"""Setting up a board."""

from __future__ import annotations

import pytest

from skaala.workshops import operations
from tests.workshops.boards import a_board

pytestmark = pytest.mark.django_db


def test_setting_up_twice_makes_one_board():
    board = a_board()
    assert operations.set_up_board(event=board.event, prompt_set="networks").pk == board.pk
    assert board.prompts.count() == 3
