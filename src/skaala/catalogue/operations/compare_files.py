"""Laying a file of actions beside our catalogue: in the worker, since it opens the word lists and, where there is one, the encoder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from skaala.catalogue.models import Action, ActionFile
from skaala.catalogue.queries.action_files import FoundRow, look_through
from skaala.catalogue.rules.likeness import LIKELY

if TYPE_CHECKING:
    from skaala.insight.thematic.sameness import Entry

CANDIDATES = 3


def compare_file(*, file: ActionFile, now: datetime, use_vectors: bool = True) -> None:
    """
    Find for each row the actions of ours that are likeliest the same, and rows of one owner that may be one action twice.

    A person decides. What is compared is name and sentence, in whatever languages there are.
    """
    from skaala.insight.thematic.sameness import find_same, texts_of

    rows = [row for row in look_through(file, today=timezone.localdate(now)) if row.read.texts.get("name")]
    actions = list(
        Action.objects.exclude(state=Action.State.WITHDRAWN).only("name", "summary").order_by("pk")
    )
    theirs = [_entry(row.read.texts) for row in rows]
    ours = [_entry({"name": one.name.as_dict(), "summary": one.summary.as_dict()}) for one in actions]
    vectors = _encode(texts_of(theirs, ours)) if use_vectors and rows else None
    compared_with = "vectors" if vectors is not None else "words"
    found = find_same(theirs, ours, vectors=vectors, count=CANDIDATES)
    among = find_same(theirs, theirs, vectors=vectors, count=CANDIDATES + 1)
    file.alike = {
        str(row.number): [[actions[place].pk, score] for place, score in some]
        for row, some in zip(rows, found, strict=True)
    }
    file.twice = {
        str(row.number): earlier
        for row, some in zip(rows, among, strict=True)
        if (earlier := _earlier(row, some, rows, LIKELY[compared_with]))
    }
    file.compared_with = compared_with
    # Only what was worked out: a person may have decided something meanwhile.
    ActionFile.objects.filter(pk=file.pk, columns=file.columns).update(
        alike=file.alike, twice=file.twice, compared_with=file.compared_with
    )


def _entry(texts: Mapping[str, Mapping[str, str]]) -> Entry:
    from skaala.insight.thematic.sameness import Entry

    names, sentences = texts.get("name", {}), texts.get("summary", {})
    languages = dict.fromkeys([*names, *sentences])
    return Entry(
        {code: ". ".join(filter(None, [names.get(code), sentences.get(code)])) for code in languages}
    )


def _earlier(
    row: FoundRow, some: Sequence[tuple[int, float]], rows: Sequence[FoundRow], likely: float
) -> int:
    """Return the number of an earlier row of the same owner that may be the same action; 0 if there is none."""
    for place, score in some:
        other = rows[place]
        if other.number < row.number and score >= likely and other.owner_name == row.owner_name:
            return other.number
    return 0


def _encode(texts: Sequence[str]) -> Any:
    """Return the texts' vectors; nothing where there is no encoder."""
    from skaala.vectors.encoder import NoVectors, encode

    try:
        return encode(texts, settings.DATA_DIR / "vectors")
    except NoVectors:
        return None
