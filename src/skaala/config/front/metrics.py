"""
Figures for Prometheus: requests of all web processes of this server, and what the database knows of work and people.

Nothing is counted unless the operator has set a token; then :mod:`skaala.config.web` names the folder in which the processes of a
server keep their counts together. No figure is about a person or a series.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import psycopg

from skaala.config.work import QUESTION, Work

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which the library finds the counts of the other processes."""
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
METHODS = frozenset({"GET", "HEAD", "POST"})
_EMAILS = "SELECT state, count(*) FROM mail_email GROUP BY state ORDER BY state"
_JOBS = "SELECT queue_name, status::text, count(*) FROM procrastinate_jobs GROUP BY 1, 2 ORDER BY 1, 2"
_PRESENT = "SELECT count(*) FROM workshops_presence WHERE seen_at > now() - interval '2 minutes'"
# Counting every row at each look would take seconds where there are millions; PostgreSQL keeps an estimate.
_ROWS = """
SELECT relname, greatest(n_live_tup, 0) FROM pg_stat_user_tables
WHERE relname IN ('registration_registration', 'workshops_vote', 'workshops_statement', 'series_series') ORDER BY relname
"""


def _counting() -> Callable[[str, int, float], None] | None:
    if not os.environ.get(FOLDER):
        return None
    from prometheus_client import Histogram

    requests = Histogram(
        "skaala_request_seconds",
        "Seconds from a request's headers to its answer.",
        ["method", "status"],
        buckets=SECONDS,
    )

    def noted(method: str, status: int, seconds: float) -> None:
        requests.labels(method if method in METHODS else "other", f"{status // 100}xx").observe(seconds)

    return noted


count = _counting()
"""Called with method, status and seconds of each request; None where nothing is counted."""


def written(connection: psycopg.Connection[Any]) -> str:
    """Return all figures in Prometheus' text format, those of the other processes of this server too."""
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    if os.environ.get(FOLDER):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # not annotated there
    registry.register(_Database(connection))
    return generate_latest(registry).decode()


class _Database:
    """What one look into the database tells."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def describe(self) -> list[Any]:
        return []  # else the registry asks the database once more for the names

    def collect(self) -> Iterator[Any]:
        from prometheus_client.core import GaugeMetricFamily

        ask = self._connection.execute
        work = Work.read(ask(QUESTION).fetchone() or ())
        ((present,),) = ask(_PRESENT).fetchall()
        single = {
            "skaala_email_due_seconds": ("How long the longest-waiting email has been due.", work.email_due),
            "skaala_email_queued_seconds": (
                "Age of the oldest email that is not sent yet.",
                work.email_queued,
            ),
            "skaala_job_due_seconds": ("How long the longest-waiting job has been due.", work.job_due),
            "skaala_worker_seen_seconds": ("Since when no worker has shown itself.", work.worker_seen),
            "skaala_jobs_stuck": ("Jobs held by a worker that is gone.", work.stuck_jobs),
            "skaala_people_present": (
                "People at boards in the last two minutes.",
                present,
            ),
        }
        for name, (words, value) in single.items():
            if value is not None:
                yield GaugeMetricFamily(name, words, value=value)
        emails = GaugeMetricFamily("skaala_emails", "Emails by state.", labels=["state"])
        for state, number in ask(_EMAILS):
            emails.add_metric([state], number)
        jobs = GaugeMetricFamily("skaala_jobs", "Jobs by queue and status.", labels=["queue", "status"])
        for queue, status, number in ask(_JOBS):
            jobs.add_metric([queue, status], number)
        rows = GaugeMetricFamily(
            "skaala_rows", "Rows of a table, as PostgreSQL estimates them.", labels=["table"]
        )
        for table, number in ask(_ROWS):
            rows.add_metric([table], number)
        yield from (emails, jobs, rows)
