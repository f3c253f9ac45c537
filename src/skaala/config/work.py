"""How the work behind the pages goes: emails that wait, jobs that are late or stuck, and whether a worker is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WORKER_WITHIN = 60
"""Seconds within which a worker that lives has shown itself; it does every ten."""
EMAIL_WITHIN = 15 * 60
"""Seconds that an email which is due may wait."""
JOB_WITHIN = 60 * 60
"""Seconds that a job which is due may wait; the heavy ones stand in line in a rush."""

QUESTION = f"""
WITH alive AS (SELECT id FROM procrastinate_workers WHERE last_heartbeat > now() - interval '{WORKER_WITHIN} s')
SELECT
    (SELECT extract(epoch FROM now() - min(next_attempt_at)) FROM mail_email
        WHERE state = 'queued' AND next_attempt_at <= now() AND NOT to_unconfirmed),
    (SELECT extract(epoch FROM now() - min(created_at)) FROM mail_email WHERE state = 'queued'),
    (SELECT count(*) FROM mail_email WHERE state = 'queued'),
    (SELECT count(*) FROM mail_email WHERE state = 'failed'),
    (SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers),
    (SELECT extract(epoch FROM now() - min(coalesce(job.scheduled_at, began.at))) FROM procrastinate_jobs job
        LEFT JOIN LATERAL (SELECT max(at) AS at FROM procrastinate_events WHERE job_id = job.id) began ON true
        WHERE job.status = 'todo' AND (job.scheduled_at IS NULL OR job.scheduled_at <= now())),
    (SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing' AND NOT EXISTS (SELECT FROM alive WHERE id = worker_id)),
    (SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed')
"""  # noqa: S608  our own numbers
"""One statement; :meth:`Work.read` takes its row."""


@dataclass(frozen=True)
class Work:
    """
    What waits and what is stuck; times in seconds, None where there is nothing.

    :ivar email_due: how long the longest-waiting email has been due
    :ivar email_queued: the age of the oldest email that has not been sent, also one that waits for its next attempt
    :ivar worker_seen: since when no worker has shown itself
    :ivar job_due: how long the longest-waiting job has been due
    :ivar stuck_jobs: jobs in the hands of a worker that is gone
    """

    email_due: float | None
    email_queued: float | None
    queued_emails: int
    failed_emails: int
    worker_seen: float | None
    job_due: float | None
    stuck_jobs: int
    failed_jobs: int

    @classmethod
    def read(cls, row: Sequence[Any]) -> Work:
        """Return the answer to :data:`QUESTION`."""
        values = [None if value is None else float(value) for value in row]
        counted = {2, 3, 6, 7}
        return cls(*(int(value or 0) if at in counted else value for at, value in enumerate(values)))  # type: ignore[arg-type]

    def troubles(self) -> list[str]:
        """Return what is not well, a few words each, for an operator; nothing in it tells of a person."""
        found = []
        if self.worker_seen is None or self.worker_seen > WORKER_WITHIN:
            found.append("no worker runs")
        if (self.email_due or 0) > EMAIL_WITHIN:
            found.append(f"an email has been due for {_minutes(self.email_due)}")
        if (self.job_due or 0) > JOB_WITHIN:
            found.append(f"a job has been due for {_minutes(self.job_due)}")
        if self.stuck_jobs:
            found.append(f"{self.stuck_jobs} jobs are held by a worker that is gone")
        return found


def _minutes(seconds: float | None) -> str:
    return f"{round((seconds or 0) / 60)} min"
