"""Long work of this room, done by the worker."""

from __future__ import annotations

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="series.publish_due", queue="housekeeping")
def publish_due(timestamp: int) -> None:
    from skaala.series.operations import publish_due

    publish_due(now=timezone.now())


@app.periodic(cron="20 2 * * *")
@app.task(name="series.forget_due", queue="maintenance")
def forget_due(timestamp: int) -> None:
    """Nightly: have every room forget what is past its date."""
    from skaala.series.operations import forget_due

    outcome = forget_due(now=timezone.now())
    for forgotten in outcome.series:
        log.info(
            "series %s: personal data removed %s, remaining %s",
            forgotten.series.slug,
            forgotten.removed,
            forgotten.remaining,
        )
    if outcome.failed:
        raise RuntimeError(f"personal data could not be removed: {', '.join(outcome.failed)}")


@app.periodic(cron="40 2 * * *")
@app.task(name="series.rewrite_tables", queue="maintenance")
def rewrite_tables(timestamp: int) -> None:
    """Nightly, after the forgetting: write tables anew, so that no file holds what was removed that day."""
    from skaala.series.operations.rewrite import rewrite_tables

    rewritten = rewrite_tables()
    log.info("tables written anew: %s; in use: %s", len(rewritten.tables), len(rewritten.in_use))
