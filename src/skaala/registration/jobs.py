"""Long work of this room, done by the worker."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="registration.fill_forgotten_seats", queue="housekeeping")
def fill_forgotten_seats(*, timestamp: int) -> None:
    from skaala.registration.operations.promote import fill_forgotten_seats

    fill_forgotten_seats(now=timezone.now())
