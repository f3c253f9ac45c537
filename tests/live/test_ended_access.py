"""A stream ends with the role or link that opened it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.test import Client

from skaala.people.operations import end_membership, end_session
from skaala.people.rules import Role
from skaala.series.operations import end_series_role
from skaala.workshops.links.invitation import reader_of
from skaala.workshops.links.live import Audience, make_pass
from skaala.workshops.links.readers import member_reader
from skaala.workshops.operations import invite, take_invitation_back
from tests import cast
from tests.workshops.boards import NOW, a_board, a_statement

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("live")]


def read_to_the_end(listener):
    """Read what comes until the server closes; a stream that stays open would fall silent instead."""
    listener.wire.settimeout(4)
    with suppress(ConnectionError):
        while listener.wire.recv(4096):
            pass


@pytest.mark.parametrize("audience", [Audience.FACILITATOR, Audience.PROJECTOR])
def test_a_stream_ends_with_the_role_that_opened_it_and_opens_no_more(live, listen, client, audience):
    board = a_board()
    series = board.event.series
    stays = cast.a_guest(series, Role.FACILITATOR, "stays@example.org")
    member = cast.a_member(Role.FACILITATOR, "member@example.org", tenant=series.tenant)
    goes = cast.a_guest(series, Role.FACILITATOR, "goes@example.org")
    reader = cast.a_guest(series, Role.READER, "reader@example.org")

    sessions = {}
    for each in (stays, member, goes, reader):
        cast.signs_in(Client(), each)
        sessions[each] = each.sessions.get().pk

    def path(account):
        who = member_reader(audience, account.pk, sessions[account])
        return "/live/" + make_pass(board, language="fi", audience=audience, who=who, is_checked=True)

    theirs, members, other = (listen(live.port, path(each)) for each in (stays, member, goes))
    assert theirs.frame() and members.frame() and other.frame()
    assert listen(live.port, path(reader)).status == 403

    end_series_role(held=goes.series_roles.get(), now=NOW)
    read_to_the_end(other)
    assert listen(live.port, path(goes)).status == 403
    assert client.get(path(goes)).status_code == 403

    end_membership(member=member.memberships.get(), now=NOW)
    read_to_the_end(members)
    assert listen(live.port, path(member)).status == 403

    first = a_statement(board, "Yhteinen hankinta säästää aikaa")
    theirs.until(lambda frame: first.number in frame["recent"])


def test_a_stream_ends_with_its_session_and_those_of_other_browsers_go_on(live, listen):
    board = a_board()
    member = cast.a_member(Role.FACILITATOR, "member@example.org", tenant=board.event.series.tenant)
    for _browser in ("here", "there"):
        cast.signs_in(Client(), member)
    here, there = member.sessions.order_by("pk")

    def path(session):
        who = member_reader(Audience.FACILITATOR, member.pk, session)
        return "/live/" + make_pass(
            board, language="fi", audience=Audience.FACILITATOR, who=who, is_checked=True
        )

    ends, stays = (path(session.pk) for session in (there, here))
    ending, staying = listen(live.port, ends), listen(live.port, stays)
    assert ending.frame() and staying.frame()
    end_session(account=member, session_id=there.pk)
    read_to_the_end(ending)
    assert listen(live.port, ends).status == 403
    assert listen(live.port, path(0)).status == 403  # a session that is not listed
    first = a_statement(board, "Yhteinen hankinta säästää aikaa")
    staying.until(lambda frame: first.number in frame["recent"])


def test_a_co_facilitators_stream_ends_with_their_link_and_opens_no_more(live, listen, client):
    board = a_board()
    kept, withdrawn = (invite(board=board, label=label, now=NOW) for label in ("Room 1", "Room 2"))
    paths = [
        "/live/"
        + make_pass(board, language="fi", audience=Audience.FACILITATOR, who=reader_of(one), is_checked=True)
        for one in (kept, withdrawn)
    ]
    theirs, other = listen(live.port, paths[0]), listen(live.port, paths[1])
    assert theirs.frame() and other.frame()
    assert client.get(paths[1]).status_code == 200

    take_invitation_back(board=board, invitation_id=withdrawn.pk)
    read_to_the_end(other)
    assert listen(live.port, paths[1]).status == 403
    assert client.get(paths[1]).status_code == 403
    assert listen(live.port, paths[0]).status == 200
    first = a_statement(board, "Yhteinen hankinta säästää aikaa")
    theirs.until(lambda frame: frame["recent"] == [first.number])
