"""The transcript of a call: bringing it in as candidates, taking those somebody ticked as statements, and letting the others go."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from skaala.registration.queries.personal_data import names_of_people
from skaala.ui import child
from skaala.workshops import rules
from skaala.workshops.models import Board, Candidate, Statement
from skaala.workshops.operations.write import Seeded, seed_statements
from skaala.workshops.queries.mentions import municipality_names
from skaala.workshops.rules.transcript import read_transcript

KEPT_DAYS = 30
LONGEST_READING = 30
"""Seconds that a transcript may take to read; three hours of talk take one or two."""
MOST_MEMORY = 1000


def bring_in_transcript(*, board: Board, content: bytes, now: datetime) -> int:
    """
    Keep the sentences of a transcript as candidates, in place of those that an earlier file left; nothing else of it is kept.

    :param content: of a WebVTT, text or DOCX file
    :returns: how many there are
    :raises UnreadableFile: if nothing can be taken from it
    :raises UnableToFinish: if reading takes too long or too much
    """
    names, addresses = names_of_people(board.event.series)
    found = child.run(
        read_transcript,
        content,
        names,
        addresses,
        municipality_names(),
        seconds=LONGEST_READING,
        megabytes=MOST_MEMORY,
    )
    day = now.astimezone(board.event.series.zone).date()
    with transaction.atomic():
        Board.objects.select_for_update(no_key=True).get(pk=board.pk)
        Candidate.objects.filter(board=board).delete()
        Candidate.objects.bulk_create(
            Candidate(board=board, number=number, text=one.text, is_likely=one.is_likely, brought_in_on=day)
            for number, one in enumerate(found, start=1)
        )
    return len(found)


@transaction.atomic
def take_candidates(
    *, board: Board, prompt_id: uuid.UUID, texts: Mapping[uuid.UUID, str], now: datetime
) -> Seeded:
    """
    Put candidates on the board as statements, in any phase, in the words that somebody gave them; they are candidates no more.

    One that cannot be a statement stays a candidate.

    :param texts: the words by the candidate's id; what is no candidate of this board is left out
    :raises UnableToAct: if the prompt is not of this board
    """
    ticked = list(board.candidates.select_for_update().filter(pk__in=texts)[: rules.MOST_AT_ONCE])
    words, refused = {}, []
    for one in ticked:
        try:
            words[one.pk] = rules.clean_statement(texts[one.pk])
        except rules.UnableToAct as problem:
            refused.append((texts[one.pk].strip()[:80], problem.refusal))
    outcome = seed_statements(
        board=board,
        prompt_id=prompt_id,
        text="\n".join(words.values()),
        source=Statement.Source.RECORDING,
        now=now,
    )
    outcome.refused += refused
    board.candidates.filter(pk__in=words).delete()
    return outcome


def drop_candidates(*, board: Board) -> int:
    """Let all candidates of the board go. Returns how many there were."""
    return board.candidates.all().delete()[0]


def candidates_past_their_days(*, now: datetime) -> QuerySet[Candidate]:
    """Return the candidates that nobody has taken for thirty days."""
    return Candidate.objects.filter(brought_in_on__lt=(now - timedelta(days=KEPT_DAYS)).date())
