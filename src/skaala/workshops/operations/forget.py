"""Making participants of past series untraceable for good."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction
from psycopg.sql import SQL, Identifier

from skaala.series.models import Series, series_key
from skaala.workshops.models import (
    Admission,
    Board,
    CurrentVote,
    Importance,
    Intake,
    Invitation,
    Member,
    Participant,
    Statement,
    Vote,
    pseudonyms,
)
from skaala.workshops.operations.change_ids import change_ids

HOLD_A_PARTICIPANT = [
    (Vote, "participant_id"),
    (CurrentVote, "participant_id"),
    (Importance, "participant_id"),
    (Member, "participant_id"),
    (Statement, "author_id"),
]
"""Tables that name a participant, with the column in which they do; a test compares them with the models."""


@transaction.atomic
def forget(*, series: Series, before: datetime) -> bool:
    """
    Make it impossible to tell who took part in ``series`` if its last event ended before ``before``.

    Its keys are destroyed, and every participant gets a new random id, so that no key in a browser or an email leads to
    them any more. Statements, counted votes and counts remain. Numbers by which guests were let in go too, and links of
    co-facilitators.

    :returns: whether there was a key to destroy
    """
    ends = [event.end for event in series.events.all()]
    if not ends or max(ends) >= before:
        return False
    _forget_who_did_not_count(series)
    Admission.objects.filter(board__event__series=series).delete()
    Invitation.objects.filter(board__event__series=series).delete()
    Intake.objects.filter(event__series=series).exclude(state=Intake.State.DONE).delete()
    had_key = False
    for room in (series_key, pseudonyms):
        had_key = room.key_file(series).exists() or had_key
        room.destroy_key(series)
    _give_new_ids(series)
    return had_key


def _forget_who_did_not_count(series: Series) -> None:
    """Take out the votes of guests whom nobody let in: without their admissions they would count from now on."""
    admissions = Admission.objects.filter(board__event__series=series)
    admitted = admissions.filter(state=Admission.State.ADMITTED).values("participant")
    outside = list(
        admissions.exclude(participant__in=admitted).values_list("participant", flat=True).distinct()
    )
    for model in (Vote, CurrentVote, Importance):
        model._default_manager.filter(participant__in=outside).delete()


def _give_new_ids(series: Series) -> None:
    """Write a new random id in place of each participant's; foreign keys are checked when the transaction ends."""
    people = Identifier(Participant._meta.db_table)
    columns = [(Identifier(model._meta.db_table), Identifier(column)) for model, column in HOLD_A_PARTICIPANT]
    with connection.cursor() as cursor:
        cursor.execute(
            SQL(
                "CREATE TEMPORARY TABLE new_ids ON COMMIT DROP AS "
                "SELECT id AS old, gen_random_uuid() AS new FROM {} WHERE series_id = %s"
            ).format(people),
            [series.pk],
        )
        cursor.execute("SELECT old, new FROM new_ids")
        change_ids(Board.objects.filter(event__series=series), dict(cursor.fetchall()))
        for table, column in [*columns, (people, Identifier("id"))]:
            cursor.execute(
                SQL("UPDATE {0} SET {1} = new_ids.new FROM new_ids WHERE {0}.{1} = new_ids.old").format(
                    table, column
                )
            )
        cursor.execute("DROP TABLE new_ids")
