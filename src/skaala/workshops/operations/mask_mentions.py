"""Masking texts that name somebody who is about to be forgotten, but those of which somebody has said that they stay."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db import transaction

from skaala.series.models import Series, Update
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, Conclusion, Frame, KeptMention
from skaala.workshops.operations.publish import renew_files
from skaala.workshops.queries import mentions as queries
from skaala.workshops.queries.mentions import Kind, Where

SHOWN_IN_FILES = {Kind.STATEMENT, Kind.TRANSLATION, Kind.ANSWER, Kind.CONCLUSION, Kind.NOTE}


@dataclass
class Masked:
    """What was masked: each text with what it is now, and the events whose statements are among them."""

    texts: dict[str, str] = field(default_factory=dict)
    events: set[str] = field(default_factory=set)


@transaction.atomic
def choose_what_stays(*, series: Series, stays: Collection[str]) -> None:
    """
    Remember which texts stay as they are; all others that name somebody are masked on the series' date.

    :param stays: digests of those texts, as :func:`skaala.workshops.queries.mentions.mentions` gives them
    """
    shown = {mention.digest for mention in queries.mentions(series)}
    KeptMention.objects.filter(series=series).delete()
    KeptMention.objects.bulk_create(
        KeptMention(series=series, digest=digest) for digest in sorted(shown.intersection(stays))
    )


@transaction.atomic
def mask_mentions(*, series: Series) -> Masked:
    """
    Mask what names registered people of ``series``, before their registrations go: after that nobody could find it.

    Published files of the boards are made again, and what open pages were sent goes. Frozen votes and figures stay.
    """
    done = Masked()
    for mention in queries.mentions(series):
        if mention.stays:
            continue
        done.texts[mention.text] = mention.masked
        for where in mention.where:
            _write(where, mention.masked)
            if where.event is not None and where.kind in SHOWN_IN_FILES:
                done.events.add(where.event.slug)
    Frame.objects.filter(board__event__series=series).delete()
    for board in Board.objects.filter(event__series=series, event__slug__in=done.events):
        renew_files(board=board)
    KeptMention.objects.filter(series=series).delete()
    return done


def _write(where: Where, text: str) -> None:
    model = type(where.row)
    if isinstance(where.row, Update) or (isinstance(where.row, Conclusion) and where.language):
        # Read again: another language of the same text may have been masked just now.
        texts: Texts = getattr(model._default_manager.get(pk=str(where.row.pk)), where.name)
        model._default_manager.filter(pk=str(where.row.pk)).update(
            **{where.name: Texts(**{**texts.as_dict(), where.language: text})}
        )
    else:
        model._default_manager.filter(pk=str(where.row.pk)).update(**{where.name: text})
