"""Listens to the database for all streams of this process, and composes frames if no other process does."""

from __future__ import annotations

import asyncio
import logging
import os
import selectors
import threading
import time
from collections import deque
from concurrent.futures import Future, wait
from contextlib import suppress
from typing import Any

import psycopg
from django.db import Error as DatabaseError
from django.db import close_old_connections, connection

from skaala.config.live.streams import Message, Streams, message
from skaala.workshops.live_token import Audience
from skaala.workshops.operations import publish_frames
from skaala.workshops.operations.publish_frames import CHANGED, RENDERED

logger = logging.getLogger(__name__)

LEADER = 0x5CAA1A11
"""The advisory lock of the one process that composes."""
A_MOMENT = 0.01
"""What happens within so many seconds after a change is composed with it; one deed often makes several."""
A_BREATH = 0.15
"""Streams are not woken again before so many seconds have passed: what comes in a rush comes together."""
SENDING = 2.0
"""Seconds for which the thread waits while frames are handed to the streams, so that the two do not fight for the processor."""
COUNT_EVERY = 1.5
LEAD_EVERY = 2.0
WATCH_EVERY = 8.0
WATCH_SECONDS = 25


class Pulse(threading.Thread):
    """One thread with one listening connection; composing uses Django's own."""

    def __init__(self, streams: Streams, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(daemon=True, name="pulse")
        self.streams, self.loop = streams, loop
        self._wake_in, self._wake_out = os.pipe()
        os.set_blocking(self._wake_out, False)
        self._stopping = False
        self.asked: deque[int] = deque()

    def ask(self, board_id: int) -> None:
        """Have the frames of a board fetched, for a stream that waits for its first one."""
        self.asked.append(board_id)
        self._wake()

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            os.write(self._wake_out, b".")

    def stop(self) -> None:
        """Have it end soon."""
        self._stopping = True
        self._wake()

    def run(self) -> None:
        while not self._stopping:
            try:
                with _connect() as wire:
                    _Turn(self, wire).go()
            except (psycopg.Error, DatabaseError) as error:
                # Streams stay open meanwhile; pages go on working as soon as the database does.
                logger.warning("The live streams have lost the database: %s", error)
                close_old_connections()
                time.sleep(0.5)
            except Exception:  # one board that cannot be composed must not silence the others
                logger.exception("A board could not be composed for its streams.")
                time.sleep(0.5)
        connection.close()

    @property
    def is_stopping(self) -> bool:
        return self._stopping

    def rest(self, listening: selectors.BaseSelector, seconds: float) -> None:
        """Sleep until the database or a new stream calls, or ``seconds`` have passed."""
        for key, _events in listening.select(max(0.0, seconds)):
            if key.fd == self._wake_in:
                os.read(self._wake_in, 4096)

    @property
    def called(self) -> int:
        """What becomes readable when somebody asks."""
        return self._wake_in


class _Turn:
    """What is known while one connection lasts."""

    def __init__(self, pulse: Pulse, wire: psycopg.Connection[Any]) -> None:
        self.pulse, self.wire, self.streams = pulse, wire, pulse.streams
        self.leads = False
        self.changed: set[int] = set()
        self.rendered: set[int] = set()
        self.counted: dict[int, int] = {}
        self.to_compose: dict[tuple[int, bool], set[Audience]] = {}
        self.watching: set[tuple[int, str]] = set()
        self.sent: dict[tuple[int, str, str], str] = {}
        self.composed_at = 0.0
        self.next_count = self.next_lead = self.next_watch = 0.0

    def go(self) -> None:
        self.wire.add_notify_handler(self._note)
        self.wire.execute(f"LISTEN {CHANGED}")
        self.wire.execute(f"LISTEN {RENDERED}")
        with selectors.DefaultSelector() as listening:
            listening.register(self.wire.fileno(), selectors.EVENT_READ)
            listening.register(self.pulse.called, selectors.EVENT_READ)
            while not self.pulse.is_stopping:
                self._hear()
                self._watch()
                self._lead()
                if self.leads:
                    if self.changed and not self.to_compose:
                        self._let_more_come(listening)
                    self._plan()
                    self._compose_one()
                    self._hear()
                self._pass_on()
                if not (self.to_compose or self.rendered or (self.leads and self.changed)):
                    self.pulse.rest(listening, self._pause())

    def _let_more_come(self, listening: selectors.BaseSelector) -> None:
        until = max(time.monotonic() + A_MOMENT, self.composed_at + A_BREATH)
        while (left := until - time.monotonic()) > 0:
            self.pulse.rest(listening, left)
            self._hear()

    def _pause(self) -> float:
        return min(self.next_watch, self.next_count if self.leads else self.next_lead) - time.monotonic()

    def _note(self, notify: psycopg.Notify) -> None:
        self._heard(notify.channel, notify.payload)

    def _heard(self, channel: str, payload: str) -> None:
        if payload.isdigit():
            (self.rendered if channel == RENDERED else self.changed).add(int(payload))

    def _hear(self) -> None:
        """Take in what the database has called out."""
        self.wire.pgconn.consume_input()
        while notify := self.wire.pgconn.notifies():
            self._heard(notify.relname.decode(), notify.extra.decode())

    def _watch(self) -> None:
        """Say which boards are looked at here: at once for a new one, and again while that lasts."""
        watched = self.streams.watched()
        new = watched - self.watching
        self.watching = watched
        if new or time.monotonic() >= self.next_watch:
            self.next_watch = time.monotonic() + WATCH_EVERY
            for board_id, audience in watched:
                self.wire.execute(
                    "INSERT INTO workshops_watch (board_id, audience, wanted_until) "
                    "SELECT id, %(audience)s, now() + %(seconds)s * interval '1 second' FROM workshops_board WHERE id = %(board)s "
                    "ON CONFLICT (board_id, audience) DO UPDATE SET wanted_until = excluded.wanted_until",
                    {"board": board_id, "audience": audience, "seconds": WATCH_SECONDS},
                )
        fresh = {board_id for board_id, _audience in new}
        for board_id in fresh:
            self.wire.execute("SELECT pg_notify(%s, %s)", [CHANGED, str(board_id)])
        asked = {self.pulse.asked.popleft() for _ in range(len(self.pulse.asked))}
        self.rendered |= asked - fresh
        for channel in [channel for channel in self.sent if channel[0] in asked | fresh]:
            del self.sent[channel]

    def _lead(self) -> None:
        """Become the one who composes if there is none; nobody does so twice at a time."""
        if self.leads or time.monotonic() < self.next_lead:
            return
        self.next_lead = time.monotonic() + LEAD_EVERY
        row = self.wire.execute("SELECT pg_try_advisory_lock(%s)", [LEADER]).fetchone()
        self.leads = bool(row and row[0])
        if self.leads:
            self.changed |= set(self._wanted())

    def _wanted(self) -> dict[int, set[Audience]]:
        """Return for whom frames are wanted, by board."""
        found: dict[int, set[Audience]] = {}
        rows = self.wire.execute("SELECT board_id, audience FROM workshops_watch WHERE wanted_until > now()")
        for board_id, audience in rows:
            found.setdefault(board_id, set()).add(Audience(audience))
        return found

    def _plan(self) -> None:
        """Set down what is to be composed: what changed for the many first, then for those who lead and for the room."""
        more = self._with_new_votes()
        if not (self.changed or more):
            return
        wanted = self._wanted()
        for board_id in self.changed & set(wanted):
            more.add(board_id)
            if Audience.PARTICIPANT in wanted[board_id]:
                self.to_compose[board_id, True] = {Audience.PARTICIPANT}
        for board_id in more:
            if others := wanted.get(board_id, set()) - {Audience.PARTICIPANT}:
                self.to_compose[board_id, False] = others
        self.changed.clear()

    def _compose_one(self) -> None:
        if self.to_compose:
            first = next((key for key in self.to_compose if key[1]), next(iter(self.to_compose)))
            close_old_connections()
            publish_frames(board_id=first[0], audiences=self.to_compose.pop(first))
            # The others are told by the database; here they need not wait for that.
            self.rendered.add(first[0])
            if first[1]:
                self.composed_at = time.monotonic()

    def _with_new_votes(self) -> set[int]:
        """Return the boards on which votes have come in and somebody is shown counts; looked at now and then."""
        if time.monotonic() < self.next_count:
            return set()
        self.next_count = time.monotonic() + COUNT_EVERY
        rows = self.wire.execute(
            "SELECT board_id, (SELECT count(*) FROM workshops_vote v WHERE v.board_id = w.board_id) "
            "FROM workshops_watch w WHERE wanted_until > now() AND audience <> %s GROUP BY board_id",
            [Audience.PARTICIPANT.value],
        ).fetchall()
        before, self.counted = self.counted, dict(rows)
        return {board_id for board_id, votes in rows if before.get(board_id) != votes}

    def _pass_on(self) -> None:
        """Hand new frames to the streams."""
        rendered, self.rendered = self.rendered, set()
        mine = {board_id for board_id, _audience in self.watching} & rendered
        if not mine:
            return
        rows = self.wire.execute(
            "SELECT board_id, audience, language, identity, body FROM workshops_frame WHERE board_id = ANY(%s)",
            [list(mine)],
        )
        sending = []
        for board_id, audience, language, identity, body in rows:
            channel = (board_id, audience, language)
            if (board_id, audience) not in self.watching or self.sent.get(channel) == identity:
                continue
            self.sent[channel] = identity
            sending.append(self._send(channel, message(identity, body)))
        wait(sending, timeout=SENDING)

    def _send(self, channel: tuple[int, str, str], newest: Message) -> Future[None]:
        return asyncio.run_coroutine_threadsafe(self.streams.publish(channel, newest), self.pulse.loop)


def _connect() -> psycopg.Connection[Any]:
    parameters = dict(connection.get_connection_params())
    for name in (
        "pool",
        "cursor_factory",
        "context",
        "assume_role",
        "server_side_binding",
        "prepare_threshold",
    ):
        parameters.pop(name, None)
    return psycopg.connect(**{"connect_timeout": 3, **parameters}, autocommit=True)
