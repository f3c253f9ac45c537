"""Making participants of past series untraceable for good."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction
from psycopg.sql import SQL, Identifier

from skaala.series.models import Series, series_key
from skaala.workshops.models import (
    Admission,
    Board,
    Candidate,
    CurrentVote,
    Importance,
    Intake,
    Invitation,
    Member,
    Participant,
    PollAnswer,
    PollChoice,
    PollText,
    PollUpvote,
    Statement,
    Vote,
    pseudonyms,
)
from skaala.workshops.operations.change_ids import change_ids
from skaala.workshops.operations.take_votes_away import take_votes_away
from skaala.workshops.queries.guests import not_counted

HOLD_A_PARTICIPANT = [
    (Vote, "participant_id"),
    (CurrentVote, "participant_id"),
    (Importance, "participant_id"),
    (Member, "participant_id"),
    (Statement, "author_id"),
    (PollAnswer, "participant_id"),
    (PollChoice, "participant_id"),
    (PollText, "author_id"),
    (PollUpvote, "participant_id"),
]
"""Tables that name a participant, with the column in which they do; a test compares them with the models."""


@transaction.atomic
def forget(*, series: Series, before: datetime) -> bool:
    """
    Make it impossible to tell who took part in ``series`` if its last event ended before ``before``.

    Its keys are destroyed, and every participant gets a new random id, so that no key in a browser or an email leads to
    them any more. Statements, counted votes and counts remain. Numbers by which guests were let in go too, links of
    co-facilitators, and what a call's transcript left.

    :returns: whether there was a key to destroy
    """
    ends = [event.end for event in series.events.all()]
    if not ends or max(ends) >= before:
        return False
    _forget_who_did_not_count(series)
    Admission.objects.filter(board__event__series=series).delete()
    Invitation.objects.filter(board__event__series=series).delete()
    Intake.objects.filter(event__series=series).exclude(state=Intake.State.DONE).delete()
    Candidate.objects.filter(board__event__series=series).delete()
    had_key = False
    for room in (series_key, pseudonyms):
        had_key = room.key_file(series).exists() or had_key
        room.destroy_key(series)
    _give_new_ids(series)
    return had_key


def _forget_who_did_not_count(series: Series) -> None:
    """
    Take out the votes of guests where nobody let them in: without their admissions they would count from now on.

    Board by board: who was let in at another one keeps the votes given there.
    """
    boards = list(Board.objects.filter(event__series=series).select_related("event"))
    for board, outside in [(board, not_counted(board)) for board in boards]:
        take_votes_away(board, people=outside)


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
