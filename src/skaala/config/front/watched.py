"""What balancers and watchers ask: answered in the loop, under any host name, before Django."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable

from django.conf import settings

from skaala.config.front import metrics
from skaala.config.front.environ import Environ
from skaala.config.work import QUESTION, Work
from skaala.ui import database

LIVE, READY, WORK, METRICS = "/health/live", "/health/ready", "/health/work", "/metrics"
WATCHED = frozenset({LIVE, READY, WORK, METRICS})
Answer = tuple[int, list[tuple[str, str]], bytes]


async def watched(environ: Environ, *, ask_database: Callable[[], asyncio.Future[str]]) -> Answer:
    """
    Answer one of the addresses.

    ``/health/live``: this process answers. ``/health/ready``: and so does the database, so that pages can be served.
    ``/health/work``: and emails and jobs are worked off; 503 with a line for each trouble otherwise. ``/metrics``: figures
    for Prometheus, to whoever has the token that the operator has set; 404 to all others.

    :param ask_database: raises what the driver raises if the database does not answer
    """
    path = environ["PATH_INFO"]
    if path == LIVE:
        return _answer(200, "ok")
    if path == METRICS and not _may_read_metrics(environ):
        return _answer(404, "Not found")
    try:
        await ask_database()
        if path == READY:
            return _answer(200, "ok")
        if path == METRICS:
            return _answer(200, await asyncio.to_thread(_metrics), kind=metrics.CONTENT_TYPE)
        troubles = (await asyncio.to_thread(_work)).troubles()
    except Exception:  # whatever the database's driver says, the watcher is to know this alone
        return _answer(503, "the database does not answer")
    return _answer(503, "\n".join(troubles)) if troubles else _answer(200, "ok")


def _work() -> Work:
    with database.connect() as connection:
        return Work.read(connection.execute(QUESTION).fetchone() or ())


def _metrics() -> str:
    with database.connect() as connection:
        return metrics.written(connection)


def _may_read_metrics(environ: Environ) -> bool:
    wanted, given = settings.METRICS_TOKEN, environ.get("HTTP_AUTHORIZATION", "")
    return bool(wanted) and hmac.compare_digest(f"Bearer {wanted}".encode(), str(given).encode())


def _answer(status: int, words: str, kind: str = "text/plain; charset=utf-8") -> Answer:
    headers = [("content-type", kind), ("cache-control", "no-store")]
    return status, headers, f"{words.rstrip()}\n".encode()
