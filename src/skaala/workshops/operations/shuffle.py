"""After a board day: votes and participants are written again in random order, and analyses know the day alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import LiteralString

from django.db import connection, transaction
from django.db.models import Q
from psycopg import sql

from skaala.series.models import Series
from skaala.workshops.models import (
    Admission,
    CurrentVote,
    Importance,
    Member,
    Participant,
    Picture,
    Poll,
    PollAnswer,
    PollChoice,
    PollUpvote,
    Vote,
)

SHUFFLED = (Participant, Admission, Vote, CurrentVote, Importance, PollAnswer, PollChoice, PollUpvote)

_STATEMENTS: tuple[LiteralString, ...] = (
    "LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE",
    "CREATE TEMPORARY TABLE shuffled ON COMMIT DROP AS SELECT * FROM {table} WHERE {whose} = ANY(%s)",
    "DELETE FROM {table} WHERE {whose} = ANY(%s)",
    "INSERT INTO {table} SELECT * FROM shuffled ORDER BY random()",
    "DROP TABLE shuffled",
)


def shuffle_board_days(*, now: datetime) -> int:
    """
    Write what was voted on an earlier day again in random order; return of how many series.

    The order of rows and their transaction ids tell who came and voted after whom, which a VACUUM leaves as it is. Times of
    analyses are rounded to the day, since the latest one knows which participants had voted by then.
    """
    # What was shown to a facilitator, who may have seen whose phone it was on; also where nobody has voted since.
    Member.objects.filter(mark__isnull=False).update(mark=None)
    shuffled = 0
    for series in Series.objects.order_by("pk"):
        today = now.astimezone(series.zone).date()
        since = today - timedelta(days=2)  # also what a night that failed has left
        recent = Q(votes__cast_on__gte=since, votes__cast_on__lt=today) | Q(
            joined_on__gte=since, joined_on__lt=today
        )
        # Answers to quick questions have no day: a question that is open, or was lately, may have been answered.
        asked = Poll.objects.filter(
            Q(state=Poll.State.OPEN) | Q(closed_on__gte=since), board__event__series=series
        )
        if Participant.objects.filter(recent, series=series).exists() or asked.exists():
            shuffle(series=series)
            shuffled += 1
        _round_analyses(series, now)
    return shuffled


@transaction.atomic
def shuffle(*, series: Series) -> None:
    """Write participants, votes and marks of ``series`` again in random order, in one transaction."""
    people = list(Participant.objects.filter(series=series).values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = 1000")  # rather the next night than in anybody's way
        for model in SHUFFLED:
            names = {
                "table": sql.Identifier(model._meta.db_table),
                "whose": sql.Identifier("id" if model is Participant else "participant_id"),
            }
            for statement in _STATEMENTS:
                cursor.execute(sql.SQL(statement).format(**names), [people] if "%s" in statement else [])


def _round_analyses(series: Series, now: datetime) -> None:
    """Let the latest analysis of each board of an earlier day know that day alone; earlier ones go, as no figure rests on them."""
    midnight = now.astimezone(series.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    of_series = Picture.objects.filter(board__event__series=series, made_at__lt=midnight)
    latest = of_series.order_by("board", "-made_at").distinct("board")
    for picture in latest:
        day = picture.made_at.astimezone(series.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        Picture.objects.filter(board=picture.board_id, made_at__lt=picture.made_at).delete()
        if picture.made_at != day:
            Picture.objects.filter(pk=picture.pk).update(made_at=day)
