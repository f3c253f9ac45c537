"""Taking in a conversation from elsewhere: reading its files, and putting all of it on a board of its own."""

from __future__ import annotations

import gzip
import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from skaala.series.models import Event, WordList
from skaala.series.models.own_words import words_of
from skaala.ui import child
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts
from skaala.workshops import rules
from skaala.workshops.models import (
    Board,
    CurrentVote,
    Intake,
    Participant,
    Prompt,
    Statement,
    Translation,
    Vote,
)
from skaala.workshops.operations.request_analysis import request_analysis
from skaala.workshops.operations.set_up import free_code
from skaala.workshops.rules.board_import import read_files

# Name of the task: jobs are above operations and may not be imported here.
IMPORT_BOARD = "workshops.take_in"
AT_ONCE = 5_000
"""So many votes are imported while somebody waits; more are left to the worker."""
AT_A_TIME = 100
"""Participants a transaction; after a stop the work goes on after the last of them."""


LONGEST_READING = 60
"""Seconds that files may take to read; two million votes take most of it."""
MOST_MEMORY = 4000


def read_intake(
    *, event: Event, files: Mapping[str, bytes], source: str, turned: bool | None = None
) -> Intake:
    """
    Read the files of a conversation and keep what they say until somebody has looked at it; nothing is shown yet.

    What was read for this event before and not taken in is replaced.

    :param source: where it comes from, in words that stand on every page of it
    :raises UnreadableConversation: if there is nothing in the files to take
    :raises UnableToAct: if something stands on the event's board already
    :raises UnableToFinish: if reading takes too long or too much
    """
    _check_unused(event)
    read = child.run(
        read_files, dict(files), turned, tuple(LANGUAGES), seconds=LONGEST_READING, megabytes=MOST_MEMORY
    )
    with transaction.atomic():
        Intake.objects.filter(event=event).delete()
        return Intake.objects.create(event=event, source=source, **asdict(read))


def begin_import(*, intake: Intake, now: datetime) -> bool:
    """
    Put ``intake`` on a board: at once if it is small, otherwise by the worker.

    :returns: whether all of it is there now
    :raises UnableToAct: if something stands on the event's board already
    """
    if intake.votes > AT_ONCE:
        import_board_soon(intake=intake)
        return False
    import_board(intake=intake, now=now)
    return True


def drop_import(*, intake: Intake) -> None:
    """Forget what was read; what is being imported stays."""
    Intake.objects.filter(pk=intake.pk, state=Intake.State.READ).delete()


def import_board_soon(*, intake: Intake) -> None:
    """Have a large conversation taken in by the worker; asked twice, it is done once."""
    lock = f"take-in-{intake.pk}"
    task = app.configure_task(IMPORT_BOARD, allow_unknown=False, queueing_lock=lock, lock=lock)
    try:
        with transaction.atomic():
            task.defer(intake_id=str(intake.pk))
    except AlreadyEnqueued:
        pass


def import_board(*, intake: Intake, now: datetime) -> Board | None:
    """
    Put all of ``intake`` on a closed board of its event; goes on where an earlier attempt was stopped.

    :returns: the board; None if somebody else does the same right now
    :raises UnableToAct: if something stands on the event's board already
    """
    content = json.loads(gzip.decompress(bytes(intake.content))) if intake.content else None
    if content is None:
        return None
    board = _begin(intake, content, now)
    while _take_some(intake, board, content):
        pass
    with transaction.atomic():
        Board.objects.filter(pk=board.pk).update(phase=rules.Phase.CLOSED)
        Intake.objects.filter(pk=intake.pk).update(state=Intake.State.DONE, content=b"")
        request_analysis(board)
    board.refresh_from_db()
    return board


def _check_unused(event: Event) -> None:
    board = Board.objects.filter(event=event).first()
    if board is not None and (board.statements.exists() or board.admissions.exists() or board.is_rehearsal):
        raise rules.UnableToAct(rules.Refusal.ALREADY_USED)


@transaction.atomic
def _begin(intake: Intake, content: dict[str, Any], now: datetime) -> Board:
    Event.objects.select_for_update(no_key=True).get(pk=intake.event_id)
    current = Intake.objects.select_for_update().get(pk=intake.pk)
    if current.state == Intake.State.RUNNING:
        return Board.objects.get(event=intake.event_id)
    _check_unused(intake.event)
    Board.objects.filter(event=intake.event_id).delete()
    day = now.astimezone(intake.event.series.zone).date()
    board = Board.objects.create(
        event=intake.event,
        code=free_code(),
        hides_results=False,
        welcomes_guests=False,
        is_simulated=content["is_simulated"],
        source=intake.source,
        imported_on=day,
        statement_count=max((each["number"] for each in content["statements"]), default=0),
    )
    perspectives = words_of(intake.event.series.tenant_id, WordList.PERSPECTIVES)
    Participant.objects.bulk_create(
        Participant(
            pk=person["id"],
            series_id=intake.event.series_id,
            # Another organisation's own perspective is nobody's here.
            perspective=person["perspective"] if person["perspective"] in perspectives else "everyone",
            votes_cast=len(person["votes"]),
            is_simulated=content["is_simulated"],
            joined_on=day,
        )
        for person in content["people"]
    )
    prompts = _prompts(board, content)
    made, translations = [], []
    for each in content["statements"]:
        own = uuid.uuid4()
        made.append(
            Statement(
                pk=own,
                root_id=own,
                board=board,
                prompt=prompts[each["prompt"] or each["kind"]],
                number=each["number"],
                text=each["text"],
                language=each["language"],
                state=each["state"],
                author_id=each["author"] or None,
                is_pinned=each["is_pinned"],
                is_simulated=content["is_simulated"],
                written_on=day,
            )
        )
        translations += [
            Translation(root_id=own, language=language, text=text)
            for language, text in each["translations"].items()
            if language != each["language"]
        ]
    Statement.objects.bulk_create(made)
    Translation.objects.bulk_create(translations)
    Intake.objects.filter(pk=intake.pk).update(state=Intake.State.RUNNING)
    return board


def _prompts(board: Board, content: dict[str, Any]) -> dict[int | str, Prompt]:
    """Make the questions of the files; for statements without one, a question a kind with the event's title."""
    made: dict[int | str, Prompt] = {}
    for place, each in enumerate(content["prompts"], 1):
        question = Texts(**each["question"]) if each["question"] else board.event.title
        made[place] = Prompt(board=board, kind=each["kind"], question=question, order=place)
    for each in content["statements"]:
        if not each["prompt"] and each["kind"] not in made:
            made[each["kind"]] = Prompt(
                board=board, kind=each["kind"], question=board.event.title, order=len(made) + 1
            )
    Prompt.objects.bulk_create(made.values())
    return made


@transaction.atomic
def _take_some(intake: Intake, board: Board, content: dict[str, Any]) -> bool:
    current = Intake.objects.select_for_update().get(pk=intake.pk)
    some = content["people"][current.people_done : current.people_done + AT_A_TIME]
    if not some:
        return False
    day = board.imported_on
    assert day is not None  # an imported board says since when
    root_of = dict(board.statements.values_list("number", "root"))
    history, latest = [], {}
    for person in some:
        for number, (what, value) in enumerate(person["votes"], 1):
            history.append(
                Vote(
                    participant_id=person["id"],
                    number=number,
                    root_id=root_of[what],
                    board=board,
                    value=value,
                    cast_on=day,
                )
            )
            latest[person["id"], what] = CurrentVote(
                participant_id=person["id"], root_id=root_of[what], number=number, value=value
            )
    Vote.objects.bulk_create(history, batch_size=5000)
    CurrentVote.objects.bulk_create(latest.values(), batch_size=5000)
    Intake.objects.filter(pk=intake.pk).update(people_done=current.people_done + len(some))
    return True
