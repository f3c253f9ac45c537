"""The link of a co-facilitator."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.workshops import operations
from skaala.workshops.links.invitation import find_invitation, make_token
from tests.workshops.boards import NOW, a_board

pytestmark = pytest.mark.django_db


def test_an_invitation_holds_until_it_is_withdrawn_or_long_after():
    board = a_board()
    invitation = operations.invite(board=board, label="Room 2", now=NOW)
    token = make_token(invitation)
    end = board.event.end
    assert find_invitation(token, now=end + timedelta(days=29)) == invitation
    assert find_invitation(token, now=end + timedelta(days=30)) is None
    for made_up in ("", "x", token[:-1], token.replace(token[0], "g"), invitation.pk.hex):
        assert find_invitation(made_up, now=NOW) is None
    operations.take_invitation_back(board=board, invitation_id=invitation.pk)
    assert find_invitation(token, now=NOW) is None
