"""Long work of this room, done by the worker."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="series.publish_due", queue="housekeeping")
def publish_due(timestamp: int) -> None:
    from skaala.series.operations import publish_due

    publish_due(now=timezone.now())
