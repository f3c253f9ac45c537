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
from django.utils import timezone

from skaala.live.streams import Message, Streams, message
from skaala.people.operations.access_ended import ACCESS_ENDED
from skaala.ui import database
from skaala.workshops.links.live import Audience
from skaala.workshops.links.readers import present_readers
from skaala.workshops.operations import publish_frames
from skaala.workshops.operations.invite import WITHDRAWN
from skaala.workshops.operations.presence import NOTE as NOTE_PRESENCE
from skaala.workshops.operations.publish_frames import CHANGED, RENDERED
from skaala.workshops.rules.presence import HERE_FOR, NOTED_EVERY

logger = logging.getLogger(__name__)

LEADER = 0x5CAA1A11
"""The advisory lock of the one process that composes."""
COALESCE_SECONDS = 0.01
"""Changes within so many seconds after the first are composed with it; one request often causes several."""
MIN_FRAME_INTERVAL = 0.15
"""Least seconds between two frames of a board, so that changes in a rush are sent together."""
SEND_TIMEOUT = 2.0
"""Seconds for which this thread waits while frames are handed to the streams, so that the two do not compete for the processor."""
COUNT_EVERY = 1.5
LEAD_EVERY = 2.0
WATCH_EVERY = 8.0
WATCH_SECONDS = 25
PRESENCE_EVERY = 40.0
PRESENCE_MINUTES = 5


class Listener(threading.Thread):
    """A thread with a database connection that listens; composing uses Django's own connection."""

    def __init__(self, streams: Streams, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(daemon=True, name="listener")
        self.streams, self.loop = streams, loop
        self._wake_in, self._wake_out = os.pipe()
        os.set_blocking(self._wake_out, False)
        self._stopping = False
        self.requested: deque[int] = deque()

    def request_frames(self, board_id: int) -> None:
        """Fetch the frames of a board soon, for a stream that has none yet."""
        self.requested.append(board_id)
        self._wake()

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            os.write(self._wake_out, b".")

    def stop(self) -> None:
        """Ask the thread to end soon."""
        self._stopping = True
        self._wake()

    def run(self) -> None:
        while not self._stopping:
            try:
                with database.connect() as database_connection:
                    _ListenerSession(self, database_connection).run()
            except (psycopg.Error, DatabaseError) as error:
                # Streams stay open meanwhile.
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

    def sleep(self, selector: selectors.BaseSelector, seconds: float) -> None:
        """Sleep until the database notifies or a stream requests frames, for ``seconds`` at most."""
        for key, _events in selector.select(max(0.0, seconds)):
            if key.fd == self._wake_in:
                os.read(self._wake_in, 4096)

    @property
    def wake_descriptor(self) -> int:
        """The file descriptor that becomes readable when frames are requested."""
        return self._wake_in


class _ListenerSession:
    """State and work of the listener as long as one connection lasts."""

    def __init__(self, listener: Listener, database_connection: psycopg.Connection[Any]) -> None:
        self.listener, self.connection, self.streams = listener, database_connection, listener.streams
        self.is_leader = False
        self.changed: set[int] = set()
        self.rendered: set[int] = set()
        self.counts: dict[int, tuple[int, ...]] = {}
        self.to_compose: dict[tuple[int, bool], set[Audience]] = {}
        self.watching: set[tuple[int, str]] = set()
        self.sent: dict[tuple[int, str, str], str] = {}
        self.composed_at = 0.0
        self.has_withdrawn = True  # perhaps, while nobody listened
        self.next_count_at = self.next_lead_at = self.next_watch_at = self.next_presence_at = 0.0

    def run(self) -> None:
        self.connection.add_notify_handler(self._on_notify)
        for channel in (CHANGED, RENDERED, WITHDRAWN, ACCESS_ENDED):
            self.connection.execute(f"LISTEN {channel}")
        with selectors.DefaultSelector() as selector:
            selector.register(self.connection.fileno(), selectors.EVENT_READ)
            selector.register(self.listener.wake_descriptor, selectors.EVENT_READ)
            while not self.listener.is_stopping:
                self._read_notifications()
                self._note_watched_boards()
                self._end_withdrawn()
                self._note_presence()
                self._try_to_lead()
                if self.is_leader:
                    if self.changed and not self.to_compose:
                        self._coalesce(selector)
                    self._plan()
                    self._compose_one()
                    self._read_notifications()
                self._pass_on()
                if not (self.to_compose or self.rendered or (self.is_leader and self.changed)):
                    self.listener.sleep(selector, self._pause())

    def _coalesce(self, selector: selectors.BaseSelector) -> None:
        until = max(time.monotonic() + COALESCE_SECONDS, self.composed_at + MIN_FRAME_INTERVAL)
        while (left := until - time.monotonic()) > 0:
            self.listener.sleep(selector, left)
            self._read_notifications()

    def _pause(self) -> float:
        return (
            min(self.next_watch_at, self.next_count_at if self.is_leader else self.next_lead_at)
            - time.monotonic()
        )

    def _on_notify(self, notify: psycopg.Notify) -> None:
        self._add(notify.channel, notify.payload)

    def _add(self, channel: str, payload: str) -> None:
        if channel in {WITHDRAWN, ACCESS_ENDED}:
            self.has_withdrawn = True
        elif payload.isdigit():
            (self.rendered if channel == RENDERED else self.changed).add(int(payload))

    def _read_notifications(self) -> None:
        """Take in what the database has notified."""
        self.connection.pgconn.consume_input()
        while notify := self.connection.pgconn.notifies():
            self._add(notify.relname.decode(), notify.extra.decode())

    def _note_watched_boards(self) -> None:
        """Note in the database which boards have streams here: at once for a new one, and again while that lasts."""
        watched = self.streams.watched()
        new = watched - self.watching
        self.watching = watched
        if new or time.monotonic() >= self.next_watch_at:
            self.next_watch_at = time.monotonic() + WATCH_EVERY
            self.has_withdrawn = True  # some links have simply come to their date
            for board_id, audience in watched:
                self.connection.execute(
                    "INSERT INTO workshops_watch (board_id, audience, wanted_until) "
                    "SELECT id, %(audience)s, now() + %(seconds)s * interval '1 second' FROM workshops_board WHERE id = %(board)s "
                    "ON CONFLICT (board_id, audience) DO UPDATE SET wanted_until = excluded.wanted_until",
                    {"board": board_id, "audience": audience, "seconds": WATCH_SECONDS},
                )
        fresh = {board_id for board_id, _audience in new}
        for board_id in fresh:
            self.connection.execute("SELECT pg_notify(%s, %s)", [CHANGED, str(board_id)])
        requested = {self.listener.requested.popleft() for _ in range(len(self.listener.requested))}
        self.rendered |= requested - fresh
        for channel in [channel for channel in self.sent if channel[0] in requested | fresh]:
            del self.sent[channel]

    def _end_withdrawn(self) -> None:
        """End the streams of those whose roles have ended, and of co-facilitators whose links no longer hold."""
        if not self.has_withdrawn:
            return
        self.has_withdrawn = False
        if checked := self.streams.checked():
            close_old_connections()
            holding = present_readers({board_id for board_id, _who in checked}, now=timezone.now())
            self.listener.loop.call_soon_threadsafe(self.streams.end_readers, checked - holding)

    def _note_presence(self) -> None:
        """Note now and then which participants have a stream open here, so that they can be counted; drop what is old."""
        if time.monotonic() < self.next_presence_at:
            return
        self.next_presence_at = time.monotonic() + PRESENCE_EVERY
        readers = sorted(self.streams.readers(Audience.PARTICIPANT.value))
        self.connection.execute(
            NOTE_PRESENCE,
            [[board_id for board_id, _who in readers], [who for _board_id, who in readers], NOTED_EVERY],
        )
        self.connection.execute(
            "DELETE FROM workshops_presence WHERE seen_at < now() - %s * interval '1 minute'",
            [PRESENCE_MINUTES],
        )

    def _try_to_lead(self) -> None:
        """Become the process that composes frames if no other one is."""
        if self.is_leader or time.monotonic() < self.next_lead_at:
            return
        self.next_lead_at = time.monotonic() + LEAD_EVERY
        row = self.connection.execute("SELECT pg_try_advisory_lock(%s)", [LEADER]).fetchone()
        self.is_leader = bool(row and row[0])
        if self.is_leader:
            self.changed |= set(self._wanted())

    def _wanted(self) -> dict[int, set[Audience]]:
        """Return the audiences that want frames, by board."""
        found: dict[int, set[Audience]] = {}
        rows = self.connection.execute(
            "SELECT board_id, audience FROM workshops_watch WHERE wanted_until > now()"
        )
        for board_id, audience in rows:
            found.setdefault(board_id, set()).add(Audience(audience))
        return found

    def _plan(self) -> None:
        """List the frames to compose: those for participants first, then for facilitators and the projector."""
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
            # Other processes learn it from the database; here nothing needs to wait for that.
            self.rendered.add(first[0])
            if first[1]:
                self.composed_at = time.monotonic()

    def _with_new_votes(self) -> set[int]:
        """Return the boards with new votes, answers or people, of which somebody sees counts; checked now and then."""
        if time.monotonic() < self.next_count_at:
            return set()
        self.next_count_at = time.monotonic() + COUNT_EVERY
        rows = self.connection.execute(
            "SELECT board_id, (SELECT count(*) FROM workshops_vote v WHERE v.board_id = w.board_id), "
            "(SELECT count(*) FROM workshops_presence p WHERE p.board_id = w.board_id AND p.seen_at > now() - %s::interval), "
            "(SELECT count(*) FROM workshops_pollanswer a JOIN workshops_poll q ON q.id = a.poll_id WHERE q.board_id = w.board_id), (SELECT count(*) FROM workshops_pollchoice c JOIN workshops_poll q ON q.id = c.poll_id WHERE q.board_id = w.board_id) "
            "FROM workshops_watch w WHERE wanted_until > now() AND audience <> %s GROUP BY board_id",
            [HERE_FOR, Audience.PARTICIPANT.value],
        ).fetchall()
        before, self.counts = self.counts, {board_id: tuple(numbers) for board_id, *numbers in rows}
        return {board_id for board_id, numbers in self.counts.items() if before.get(board_id) != numbers}

    def _pass_on(self) -> None:
        """Pass new frames on to the streams."""
        rendered, self.rendered = self.rendered, set()
        own = {board_id for board_id, _audience in self.watching} & rendered
        if not own:
            return
        rows = self.connection.execute(
            "SELECT board_id, audience, language, identity, body FROM workshops_frame WHERE board_id = ANY(%s)",
            [list(own)],
        )
        sending = []
        for board_id, audience, language, identity, body in rows:
            channel = (board_id, audience, language)
            if (board_id, audience) not in self.watching or self.sent.get(channel) == identity:
                continue
            self.sent[channel] = identity
            sending.append(self._send(channel, message(identity, body)))
        wait(sending, timeout=SEND_TIMEOUT)

    def _send(self, channel: tuple[int, str, str], newest: Message) -> Future[None]:
        return asyncio.run_coroutine_threadsafe(self.streams.publish(channel, newest), self.listener.loop)
