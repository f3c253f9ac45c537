"""Background tasks, and what this room forgets at night; each starts an operation.

Names of tasks are stored in the queue, so a name stays when a function moves.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from skaala.catalogue import operations
from skaala.catalogue.models import Action, ActionFile
from skaala.catalogue.operations import contacts, follow_ups, interests, keepers
from skaala.catalogue.operations.adoptions import forget_reporters, reporters_past_their_date
from skaala.catalogue.operations.compare_files import compare_file
from skaala.catalogue.operations.import_actions import COMPARE, IMPORT, forget_files
from skaala.catalogue.operations.index import INDEX
from skaala.catalogue.operations.suggestions import SUGGEST, request_suggestions
from skaala.series.operations import personal_data
from skaala.series.operations.personal_data import Counts


@app.task(name=INDEX, queue="insight")
def index_action(*, action_id: int) -> None:
    action = Action.objects.select_related("owner").defer("search").filter(pk=action_id).first()
    if action is not None:
        operations.index_action(action=action, with_lemmas=True)


@app.task(name=COMPARE, queue="insight")
def compare(*, file_id: str) -> None:
    file = ActionFile.objects.filter(pk=file_id, state=ActionFile.State.UPLOADED).first()
    if file is not None:
        compare_file(file=file, now=timezone.now())


@app.task(name=IMPORT, queue="imports")
def import_actions(*, file_id: str) -> None:
    file = ActionFile.objects.filter(pk=file_id, state=ActionFile.State.RUNNING).first()
    if file is not None:
        operations.import_file(file=file, now=timezone.now())


@app.task(name=SUGGEST, queue="insight")
def suggest() -> None:
    operations.work_out(now=timezone.now())


@app.periodic(cron="40 3 * * *")
@app.task(name="catalogue.suggest_nightly", queue="housekeeping")
def suggest_nightly(timestamp: int) -> None:
    """What is recent, and which municipalities there are, changes with the date."""
    request_suggestions()


@app.periodic(cron="17 * * * *")
@app.task(name="catalogue.ask_due", queue="housekeeping")
def ask_due(timestamp: int) -> None:
    now = timezone.now()
    follow_ups.ask_due(now=now)
    contacts.ask_contacts(now=now)
    keepers.ask_keepers(now=now)
    interests.take_over(now=now)


@personal_data.sweeps("follow-ups")
def _follow_ups(now: datetime, is_rehearsal: bool) -> Counts:
    if is_rehearsal:
        due = follow_ups.due_to_be_forgotten(timezone.localdate(now))
        return {"follow_ups": follow_ups.never_confirmed(now).count() + len(due)}
    return {"follow_ups": follow_ups.forget_follow_ups(now=now)}


@personal_data.sweeps("action-contacts")
def _contacts(now: datetime, is_rehearsal: bool) -> Counts:
    today = timezone.localdate(now)
    if is_rehearsal:
        return {"contacts": contacts.contacts_past_their_date(today).count()}
    return {"contacts": contacts.forget_contacts(today=today)}


@personal_data.sweeps("keepers")
def _keepers(now: datetime, is_rehearsal: bool) -> Counts:
    today = timezone.localdate(now)
    if is_rehearsal:
        return {"keepers": keepers.keepers_past_their_date(today).count()}
    return {"keepers": keepers.forget_keepers(today=today)}


@personal_data.sweeps("adoption-reporters")
def _reporters(now: datetime, is_rehearsal: bool) -> Counts:
    if is_rehearsal:
        return {"reporters": reporters_past_their_date(now).count()}
    return {"reporters": forget_reporters(now=now)}


@personal_data.sweeps("files-of-actions")
def _files(now: datetime, is_rehearsal: bool) -> Counts:
    return {"files_of_actions": forget_files(now=now, is_rehearsal=is_rehearsal)}
