"""The worker's process: delivers emails and does what is scheduled; a second one does the heavy work."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import cast

from skaala.config.hands import in_turns
from skaala.config.roles import MAINTENANCE_URL
from skaala.config.supervise import end_with_parent

log = logging.getLogger(__name__)

# Pages and registrations go first: in a rush the emails follow when it is over, in calm times at once.
NICENESS = 10
# Pictures, themes and files of reports load hundreds of megabytes and keep a processor busy, so a process of their own does
# them: emails do not wait for it, and its memory goes with it.
HEAVY = "insight"
# The nightly forgetting, and writing tables anew, which only the role that owns them may: in a process of that role.
MAINTENANCE = "maintenance"
EMAILS_AT_ONCE = 4  # a mail server may take a second for each
POLL = 0.5  # seconds between looks into the outbox, and into the queue of jobs
IDLE = 60  # seconds without heavy work after which that process ends
LONGEST_WAIT = 60  # seconds until it is started again when it keeps falling
LAST_EMAILS = 5  # seconds that emails in hand have at a stop; `serve` gives all its processes ten


def main() -> None:
    """Work off the queue until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--alone", action="store_true", help="no other worker uses this database")
    parser.add_argument(
        "--heavy", action="store_true", help="do only the heavy work, and end when there is none"
    )
    parser.add_argument(
        "--maintenance", action="store_true", help="do only the nightly work, and end when there is none"
    )
    options = parser.parse_args()
    end_with_parent()
    owner = os.environ.pop(MAINTENANCE_URL, "")  # for the process of the nightly work alone
    give_way()
    import django

    django.setup()
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    if options.alone:
        take_over_left_jobs()
    app.perform_import_paths()  # type: ignore[no-untyped-call]  # not annotated there
    apart = HEAVY if options.heavy else MAINTENANCE if options.maintenance else ""
    queues = {apart} if apart else {task.queue for task in app.tasks.values()} - {HEAVY, MAINTENANCE}
    if apart:
        stay_beside(partial(end_when_idle, apart))
    else:
        stay_beside(partial(call_for_work, HEAVY, "--heavy", {**os.environ}))
        nightly = {**os.environ, **({"DATABASE_URL": owner} if owner else {})}
        stay_beside(partial(call_for_work, MAINTENANCE, "--maintenance", nightly))
    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    with (
        nullcontext() if apart else delivering_emails(),
        app.replace_connector(connector) as working,
    ):
        working.run_worker(
            queues=sorted(queues),
            concurrency=1 if apart else 3,
            # Workers poll: a NOTIFY in a transaction makes commits wait for one another.
            listen_notify=False,
            fetch_job_polling_interval=POLL,
            delete_jobs="successful",
        )


@contextmanager
def delivering_emails() -> Iterator[None]:
    """
    Deliver emails as they become due, for the length of a block; one that is being sent is finished.

    A mail server that does not answer holds the stop for :data:`LAST_EMAILS` at most, then the process ends there and then.
    """
    done = threading.Event()
    postman = threading.Thread(target=deliver_emails, args=[done], name="postman")
    postman.start()
    try:
        yield
    finally:
        done.set()
        postman.join(LAST_EMAILS)
        if postman.is_alive():
            # Their rows are let go with our connections: the emails are still due, and sent by whoever works next.
            log.warning(
                "The mail server does not answer. Letters that were being sent are tried again at the next start."
            )
            os._exit(0 if sys.exception() is None else 1)


def deliver_emails(done: threading.Event) -> None:
    """Deliver emails until ``done``; a database that does not answer is asked again."""
    from django.db import connection
    from django.utils import timezone

    from skaala.mail.operations import deliver_due

    with ThreadPoolExecutor(EMAILS_AT_ONCE, "emails") as hands:
        each = partial(in_turns, hands, EMAILS_AT_ONCE, done, connected)
        tried = 0
        while not done.wait(0 if tried else POLL):
            try:
                tried = deliver_due(clock=timezone.now, each=each)
            except Exception as error:  # the database is away, above all; emails go on when it is back
                log.error("The outbox could not be worked off: %s", type(error).__name__)
                tried = 0
            connection.close()


@contextmanager
def connected() -> Iterator[None]:
    """Keep the connections to database and mail server from one email to the next, for the length of a block."""
    from django.db import connection

    from skaala.mail.operations import one_line

    try:
        with one_line():
            yield
    finally:
        connection.close()


def give_way() -> None:
    """Let the web processes go first."""
    os.nice(NICENESS)
    # Linux may share the processor among sessions first, and each of our processes has one of its own (see autogroup
    # in sched(7)); where it does not, the file is not there or says nothing.
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(NICENESS))


def take_over_left_jobs() -> None:
    """Queue again what the last worker had in hand when it was killed; only right while no other worker runs."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'todo', worker_id = NULL, scheduled_at = NULL WHERE status = 'doing'"
        )
    connection.close()


def stay_beside(watch: Callable[[], None]) -> None:
    """Run ``watch`` in a thread that ends with the process."""
    threading.Thread(target=watch, daemon=True).start()


def call_for_work(queue: str, option: str, variables: dict[str, str]) -> None:
    """Have a process of its own do the work of a queue whenever there is some."""
    process: subprocess.Popen[bytes] | None = None
    falls, start_again_at = 0, 0.0
    while True:
        time.sleep(1)
        if process is not None and (code := process.poll()) is not None:
            falls = falls + 1 if code else 0
            process, start_again_at = None, time.monotonic() + min(2**falls - 1, LONGEST_WAIT)
        if process is None and time.monotonic() >= start_again_at and _jobs(queue, ("todo",)):
            process = subprocess.Popen([sys.executable, "-m", "skaala.config.worker", option], env=variables)


def end_when_idle(queue: str) -> None:
    """End this process when its queue has had no work for a while; a board in use has some every few seconds."""
    last = time.monotonic()
    while time.monotonic() - last < IDLE:
        time.sleep(5)
        if _jobs(queue, ("todo", "doing")):
            last = time.monotonic()
    os.kill(os.getpid(), signal.SIGTERM)


def _jobs(queue: str, states: tuple[str, ...]) -> int:
    """Return how much work there is in a queue that need not wait; a database that does not answer counts as none."""
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM procrastinate_jobs WHERE queue_name = %s AND status::text = ANY(%s)"
                " AND (scheduled_at IS NULL OR scheduled_at <= now())",
                [queue, list(states)],
            )
            return int(cursor.fetchone()[0])
    except DatabaseError:
        connection.close()
        return 0


if __name__ == "__main__":
    main()
