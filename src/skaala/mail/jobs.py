"""Looking after the queue of jobs. Emails need none: see :mod:`skaala.mail.operations.deliver`."""

from __future__ import annotations

import logging
from typing import Any

from procrastinate.contrib.django import app

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="mail.revive_stalled_jobs", queue="housekeeping", pass_context=True)
async def revive_stalled_jobs(context: Any, timestamp: int) -> None:
    """Give jobs whose worker died (killed, power lost) back to the queue."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=60):
        log.warning("job %s was left behind by a dead worker; it is queued again", job.id)
        await manager.retry_job(job)
