"""Background tasks. Their names are stored in the queue, so a name stays when a function moves."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from skaala.registration import operations
from skaala.registration.models import AttendeeFile
from skaala.registration.operations import import_attendees as importing
from skaala.registration.operations.ask_feedback import close_due_surveys, queue_due_requests
from skaala.registration.operations.send_link import SEND_ASKED_LINKS


@app.periodic(cron="* * * * *")
@app.task(name="registration.fill_forgotten_seats", queue="housekeeping")
def fill_forgotten_seats(timestamp: int) -> None:
    operations.fill_forgotten_seats(now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="registration.look_after_feedback", queue="housekeeping")
def look_after_feedback(timestamp: int) -> None:
    close_due_surveys(now=timezone.now())
    queue_due_requests(now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="registration.queue_due_reminders", queue="housekeeping")
def queue_due_reminders(timestamp: int) -> None:
    operations.queue_due_reminders(now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name=SEND_ASKED_LINKS, queue="housekeeping")
def send_asked_links(timestamp: int) -> None:
    operations.send_asked_links(now=timezone.now())


@app.task(name="registration.import_attendees", queue="imports")
def import_attendees(*, file_id: str) -> None:
    file = AttendeeFile.objects.select_related("series", "account").filter(pk=file_id).first()
    if file is not None:
        importing.import_attendees(file=file, now=timezone.now())
