"""Showing the public what the votes of a board say, and taking it back."""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from skaala.series.operations import note_public_change
from skaala.workshops import rules
from skaala.workshops.formats import FORMATS
from skaala.workshops.models import Board, Publication, PublishedFile
from skaala.workshops.queries.conversations import public_conversation
from skaala.workshops.queries.results import Source

FOR_THE_ENGINE = ("remembered", "priorities", "counts", "cells")
"""Parts of a picture that the engine needs and no reader does."""


@transaction.atomic
def publish_results(*, board: Board, now: datetime, with_rows: bool = False) -> None:
    """
    Let everyone see what the votes say, from now on as long as the board is concluding or closed.

    Page and files are made now and stay as they are. Published again, they are made of the latest analysis, which differs
    from every earlier one by nobody's votes or by those of five people and more.

    :param with_rows: whether the files have a row a person; otherwise they have counts by statement
    :raises UnableToAct: before that, or in a rehearsal
    """
    current = (
        Board.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__series")
        .get(pk=board.pk)
    )
    rules.check_can_publish_results(current.phase, is_rehearsal=current.is_rehearsal)
    Publication.objects.update_or_create(board=current, defaults={"made_at": now, "has_rows": with_rows})
    freeze(board=current, now=now)
    if current.results_published_at is None:
        current.results_published_at = now
        current.save(update_fields=["results_published_at"])
    note_public_change()


@transaction.atomic
def take_results_back(*, board: Board) -> None:
    """Hide the results from the public again. What was published is kept: it is what a later publication is compared with."""
    if Board.objects.filter(pk=board.pk, results_published_at__isnull=False).update(
        results_published_at=None
    ):
        note_public_change()


def freeze(*, board: Board, now: datetime, chance: random.Random | None = None) -> Publication:
    """
    Make what is published of the results of ``board`` from the latest analysis, and its files.

    :param chance: draws the ids of participants; by default one that cannot be foreseen
    """
    chance = chance or random.SystemRandom()
    picture = board.pictures.first()
    publication, _ = Publication.objects.update_or_create(
        board=board, defaults={"made_at": now, "result": {}, "ballots": None}
    )
    publication.files.all().delete()
    if picture is None or not picture.ballots:
        return publication
    ballots = rules.Ballots.unpacked(bytes(picture.ballots))
    ids = {who: str(uuid.UUID(int=chance.getrandbits(128))) for who in ballots.perspectives}
    ballots = ballots.under_ids(ids)
    publication.made_at = picture.made_at
    publication.result = _of_nobody(picture.result, ids)
    publication.ballots = ballots.packed()
    publication.save()
    _make_files(publication)
    return publication


def renew_files(*, board: Board) -> None:
    """Make the published files again, of the votes that were published and of the texts as they are now."""
    publication = Publication.objects.filter(board=board, ballots__isnull=False).first()
    if publication is not None:
        publication.files.all().delete()
        _make_files(publication)


def _make_files(publication: Publication) -> None:
    ballots = rules.Ballots.unpacked(bytes(publication.ballots or b""))
    conversation = public_conversation(
        publication.board, Source(ballots, publication.result["members"]), with_rows=publication.has_rows
    )
    PublishedFile.objects.bulk_create(
        PublishedFile(
            publication=publication,
            ending=form.ending,
            content=form.write(conversation),
            numbers=[int(number) for number in conversation.statements],
        )
        for form in FORMATS
    )


def _of_nobody(result: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """Return a result under other ids, without what only the engine needs."""
    kept = {name: part for name, part in result.items() if name not in FOR_THE_ENGINE}
    for name in ("members", "places"):
        kept[name] = {ids[who]: result[name][who] for who in sorted(ids) if who in result[name]}
    # In the order of the new ids, which says nothing.
    return kept | {name: dict(sorted(kept[name].items())) for name in ("members", "places")}
