"""Long work of this room, done by the worker."""

from __future__ import annotations

import logging
from typing import Any

from django.utils import timezone
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from skaala.mail import rules

log = logging.getLogger(__name__)


class TryAgainLater(BaseRetryStrategy):
    """Waits as :func:`skaala.mail.rules.wait_seconds` says; the letter itself knows when to give up."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if job.attempts >= rules.MAX_ATTEMPTS:
            return None
        return RetryDecision(retry_in={"seconds": rules.wait_seconds(job.attempts + 1)})


@app.task(name="mail.deliver_letter", queue="mail", retry=TryAgainLater())
def deliver_letter(*, letter_id: str) -> None:
    from skaala.mail.operations import deliver

    deliver(letter_id=letter_id, now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="mail.revive_stalled_jobs", queue="housekeeping", pass_context=True)
async def revive_stalled_jobs(context: Any, timestamp: int) -> None:
    """Give jobs whose worker died (killed, power lost) back to the queue."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=60):
        log.warning("job %s was left behind by a dead worker; it is queued again", job.id)
        await manager.retry_job(job)
