"""Streams: who may open one, what comes over it and when, and who is let go."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from contextlib import suppress

import pytest
from django.core import signing
from django.utils import timezone

from skaala.live.listener import _ListenerSession
from skaala.live.streams import MAX_STREAMS_PER_READER, message
from skaala.reports.models import Commitment
from skaala.series.models import Event
from skaala.workshops.links import live as live_token
from skaala.workshops.links.live import Audience, make_pass
from skaala.workshops.operations import (
    bring_together,
    set_shown,
    set_timer,
    set_translations,
    split_room,
)
from tests.config.program import wait_for
from tests.live.conftest import serving
from tests.live.listener import Listener
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, participants, votes

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("live")]


def address(board, audience=Audience.PARTICIPANT, who="maija", language="fi") -> str:
    return "/live/" + make_pass(board, language=language, audience=audience, who=who)


def test_what_is_committed_comes_to_those_it_is_for_and_one_who_returns_hears_only_what_is_new(live, listen):
    board = a_board()
    first = a_statement(board, "Yhteinen hankinta säästää aikaa")
    maija = listen(live.port, address(board))
    lars = listen(live.port, address(board, who="lars", language="sv"), version="1.0")
    screen = listen(live.port, address(board, Audience.PROJECTOR, who="screen"))
    assert maija.headers["content-type"].startswith("text/event-stream")
    assert (maija.headers["cache-control"], maija.headers["x-accel-buffering"]) == ("no-store", "no")
    begin = maija.until(lambda frame: frame["recent"] == [first.number])
    assert (begin["phase"], begin["name"], begin["ends"]) == ("gather", "Väittämien keruu", 0)
    assert lars.frame()["name"] != begin["name"]
    assert "alle viisi mukana" in screen.frame()["counts"]

    second = a_statement(board, "Naapurin malli kelpaa sellaisenaan")
    for reader in (maija, lars):
        reader.until(lambda frame: second.number in frame["recent"])
    known = maija.last
    maija.close()

    # A translation wakes the screen when it is entered, changed and taken away.
    seen = screen.until(lambda frame: second.number in frame["recent"])["stamp"]
    for words in ("The neighbour's way will do", "The neighbour's model will do", ""):
        set_translations(board=board, statement_id=second.pk, texts={"en": words})
        seen = screen.until(lambda frame, before=seen: frame["stamp"] != before)["stamp"]

    # So does who takes part in a next step, which a room above this one keeps.
    Event.objects.filter(pk=board.event_id).update(kind="closing_event")
    part = Commitment.objects.create(
        board=board, root_id=second.root_id, name="Mallila", is_simulated=True, consented_on=timezone.now()
    )
    frame = screen.until(lambda frame: frame["beside"])
    assert "Mallila" not in str(frame)
    part.delete()
    screen.until(lambda frame: frame["beside"] == "")

    # Votes wake the screen, once there are enough people, and nobody else.
    for person in participants(board.event.series, 5):
        votes(board, person, second, 1)
    assert "5 kannanottoa" in screen.until(lambda frame: "kannanotto" in frame["counts"])["counts"]
    again = listen(live.port, address(board), last=known)
    assert again.frame(seconds=0.4) is None

    set_shown(board=board, statement_id=second.pk, is_shown=False, now=NOW)
    assert again.until(lambda frame: frame["gone"] == [second.number])["recent"] == [first.number]
    board.refresh_from_db()
    board = set_timer(board=board, minutes=5, version=board.version, now=timezone.now())
    assert again.until(lambda frame: frame["ends"])["ends"] > time.time() * 1000
    split_room(board=board, count=2, way="drawn")
    assert again.until(lambda frame: frame["groups"].startswith("1-"))["phase"] == "gather"
    bring_together(board=board)
    assert again.until(lambda frame: frame["groups"] == "")
    board.refresh_from_db()
    at(board, "weigh")
    assert again.until(lambda frame: frame["phase"] == "weigh")["ends"] == 0
    again.close()
    late = listen(live.port, address(board), last=known)
    assert late.frame()["phase"] == "weigh"


def test_only_a_whole_and_fresh_word_of_ours_opens_a_stream_and_ten_are_enough(live, listen, monkeypatch):
    board = a_board()
    good = address(board)
    forged = good.replace("/live/", "/live/x")
    another = "/live/" + signing.dumps([board.pk, "fi", "facilitator", "maija"], salt="something else")
    for path in (forged, another, "/live/", good[:-1]):
        refused = listen(live.port, path, Accept_Language="en")
        assert (refused.status, refused.words()) == (
            403,
            "The page has been open too long for live updates. Reload it.",
        )
    monkeypatch.setattr(live_token, "HOURS", -1)
    assert listen(live.port, good).status == 403
    monkeypatch.undo()
    assert listen(live.port, "/fi/").status == 404

    tabs = [listen(live.port, address(board)) for _ in range(MAX_STREAMS_PER_READER)]
    assert {tab.status for tab in tabs} == {200}
    one_more = listen(live.port, address(board, language="sv"))
    assert one_more.status == 429
    assert "tio ställen" in one_more.words()
    others = listen(live.port, address(board, who="lars"))
    assert others.status == 200
    tabs.pop().close()
    wait_for(
        lambda: live.streams.of_reader("maija") == MAX_STREAMS_PER_READER - 1,
        seconds=5,
        what="the tab to be let go",
    )
    assert listen(live.port, address(board)).status == 200
    for number in range(9):
        listen(live.port, address(board, who=f"guest-{number}"))
    full = listen(live.port, address(board, who="last"))
    assert full.status == 503


def test_one_address_does_not_take_all_streams_and_gets_one_back_for_one_it_closes(listen, settings):
    settings.BEHIND_PROXY = True
    board = a_board()
    with serving(max_streams=6, max_per_source=2) as here:

        def opens(who: str, source: str) -> Listener:
            return listen(here.port, address(board, who=who), X_Forwarded_For=f"6.6.6.6, {source}")

        first, second = opens("a", "192.0.2.1"), opens("b", "192.0.2.1")
        assert (first.status, second.status) == (200, 200)
        third = opens("c", "192.0.2.1")
        assert (third.status, third.headers["connection"]) == (503, "close")
        assert [opens("d", f"2001:db8:1:1::{n}").status for n in (1, 2, 3)] == [200, 200, 503]  # one /64
        first.close()
        wait_for(lambda: here.streams.count == 3, seconds=5, what="the stream to be let go")
        assert opens("c", "192.0.2.1").status == 200


@pytest.mark.parametrize("says", [b"", b"GET /live/ HTTP/1.1\r\nHost: a\r\n"])
def test_one_who_connects_and_does_not_ask_is_not_waited_for(says, monkeypatch):
    monkeypatch.setattr("skaala.config.live.REQUEST_WITHIN", 0.4)
    with serving() as here, socket.create_connection(("127.0.0.1", here.port), timeout=5) as wire:
        wire.sendall(says)
        for _ in range(8):  # a byte now and then does not help
            time.sleep(0.1)
            try:
                wire.sendall(b"X" if says else b"")
            except OSError:
                break
        with suppress(ConnectionError):
            assert wire.recv(1000) == b""


def test_one_who_does_not_read_is_dropped_and_the_others_are_not_held_up(live, listen):
    board = a_board()
    asleep, awake = listen(live.port, address(board)), listen(live.port, address(board, who="awake"))
    awake.frame()
    loop = live.streams.on_first_stream.__self__.loop
    channel = (board.pk, "participant", "fi")
    for number in range(400):
        big = message(f"n{number}", json.dumps({"n": number, "words": "x" * 20_000}))
        asyncio.run_coroutine_threadsafe(live.streams.publish(channel, big), loop).result(5)
        # The board's own frame may come once more in between: the listener passes it on for each stream that was opened.
        awake.until(lambda frame, sent=number: frame.get("n") == sent)
        if live.streams.dropped:
            break
    assert live.streams.dropped == 1
    wait_for(lambda: live.streams.count == 1, seconds=5, what="the sleeper to be let go")
    asleep.wire.settimeout(5)
    with pytest.raises(ConnectionError):
        while asleep.wire.recv(1_000_000):
            pass
        raise ConnectionResetError  # ended in good order is ended too


def test_another_live_process_sends_what_the_first_one_has_composed_and_takes_over(live, listen):
    board = a_board()
    here = listen(live.port, address(board))
    assert here.frame()  # the first one composes
    with serving() as second:
        there = listen(second.port, address(board, who="there"))
        assert there.frame() and there.last == here.last
        statement = a_statement(board, author=a_participant(board.event.series))
        for reader in (here, there):
            reader.until(lambda frame: statement.number in frame["recent"])
        live.server.should_exit = True
        live.running.join(10)
        later = a_statement(board, "Tukea saa liian myöhään", author=a_participant(board.event.series))
        there.until(lambda frame: later.number in frame["recent"], seconds=10)


def test_the_process_ends_after_what_it_reads_from_the_database(monkeypatch):
    """A thread that read on would meet tables that are being emptied, or a database that is shutting down."""
    kept, reading = _ListenerSession._pass_on, threading.Event()

    def slowly(session) -> None:
        reading.set()
        time.sleep(0.5)
        kept(session)

    monkeypatch.setattr(_ListenerSession, "_pass_on", slowly)
    with serving():
        assert reading.wait(5)
    assert "listener" not in {thread.name for thread in threading.enumerate()}
