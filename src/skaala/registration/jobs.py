"""Long work of this room, done by the worker."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="registration.fill_forgotten_seats", queue="housekeeping")
def fill_forgotten_seats(timestamp: int) -> None:
    from skaala.registration.operations.promote import fill_forgotten_seats

    fill_forgotten_seats(now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="registration.look_after_feedback", queue="housekeeping")
def look_after_feedback(timestamp: int) -> None:
    from skaala.registration.operations.ask_feedback import close_due_surveys, queue_due_requests

    close_due_surveys(now=timezone.now())
    queue_due_requests(now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="registration.queue_due_reminders", queue="housekeeping")
def queue_due_reminders(timestamp: int) -> None:
    from skaala.registration.operations.remind import queue_due_reminders

    queue_due_reminders(now=timezone.now())


@app.task(name="registration.import_attendees", queue="imports")
def import_attendees(*, file_id: str) -> None:
    from skaala.registration.operations.import_attendees import import_attendees
    from skaala.registration.way_in_models import AttendeeFile

    file = AttendeeFile.objects.select_related("series", "account").filter(pk=file_id).first()
    if file is not None:
        import_attendees(file=file, now=timezone.now())
