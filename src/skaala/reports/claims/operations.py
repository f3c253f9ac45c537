"""Operations on claims: having candidates searched, putting together, wording, splitting, and undoing."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app

from skaala.registration.rules.names import Text, find_names
from skaala.reports.claims import queries
from skaala.reports.claims.models import ClaimDecision, ClaimSearch
from skaala.reports.themes.queries import shown_statements_of
from skaala.series.models import Series
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement

if TYPE_CHECKING:
    from skaala.insight.thematic.semantics import Vectors

log = logging.getLogger(__name__)

# The name of a task: jobs are above operations and may not be imported here.
FIND_CANDIDATES = "reports.claims"

NEAR_BY_VECTORS, NEAR_BY_WORDS = 0.42, 1.05
"""How near two statements must be to be offered: by sentence vectors as translations are, without them by glossary and letters."""
NEIGHBOURS = 6


class UnableToClaim(Exception):
    """Fewer than two statements, or the claim is gone; nothing has been changed."""


@transaction.atomic
def request_candidates(*, series: Series) -> None:
    """Have the worker look for statements that say the same; a second request while the first one waits changes nothing."""
    search, is_new = ClaimSearch.objects.select_for_update().get_or_create(series=series)
    if not is_new and search.state == ClaimSearch.State.WAITING:
        return
    search.state = ClaimSearch.State.WAITING
    search.save(update_fields=["state"])
    app.configure_task(FIND_CANDIDATES).defer(series_id=series.pk)


def find_candidates(*, series: Series, now: datetime, use_vectors: bool = True) -> None:
    """Find the pairs of statements that may say the same, and keep them; decisions are not touched."""
    # only the worker loads the word lists
    from skaala.insight.thematic.results import GLOSSARY, VECTORS
    from skaala.insight.thematic.sameness import Entry, find_same, texts_of

    statements = shown_statements_of(series)
    words = queries.translations(str(each.pk) for each in statements)
    entries = [Entry({**words.get(str(each.pk), {}), each.language: each.text}) for each in statements]
    vectors, model = _encode(texts_of(entries, [])) if use_vectors and entries else (None, "")
    least = NEAR_BY_WORDS if vectors is None else NEAR_BY_VECTORS
    near: dict[tuple[str, str], float] = {}
    for place, found in enumerate(find_same(entries, entries, vectors=vectors, count=NEIGHBOURS)):
        for other, score in found:
            if other != place and score >= least:
                first, second = sorted((str(statements[place].pk), str(statements[other].pk)))
                near[first, second] = max(score, near.get((first, second), 0.0))
    pairs = sorted(((*pair, score) for pair, score in near.items()), key=lambda each: (-each[2], each))
    ClaimSearch.objects.update_or_create(
        series=series,
        defaults={
            "state": ClaimSearch.State.DONE,
            "found_at": now,
            "pairs": [list(pair) for pair in pairs],
            "method": GLOSSARY if vectors is None else VECTORS,
            "model": model,
        },
    )


def _encode(texts: list[str]) -> tuple[Vectors | None, str]:
    from skaala.vectors.encoder import NoVectors, encode, model_hash

    try:
        return encode(texts, settings.DATA_DIR / "vectors"), model_hash()
    except NoVectors as reason:
        log.info("candidates for claims are found without vectors: %s", reason)
        return None, ""


@transaction.atomic
def make_claim(*, series: Series, statements: Iterable[uuid.UUID], now: datetime) -> str:
    """
    Put statements together as a claim, and return its key; those that are in another claim leave it.

    :raises UnableToClaim: if fewer than two of them are shown in this series
    """
    known = _known(series, statements)
    if len(known) < 2:
        raise UnableToClaim
    key = f"claim{uuid.uuid4().hex[:10]}"
    _decide(series, ClaimDecision.Kind.JOIN, now, claim=key, statements=known)
    return key


@transaction.atomic
def add_to_claim(*, series: Series, claim: str, statements: Iterable[uuid.UUID], now: datetime) -> None:
    """
    Put more statements into a claim; with all those of another claim, the two are merged.

    :raises UnableToClaim: if the claim is gone, or none of the statements is of this series
    """
    _check(series, claim)
    known = _known(series, statements)
    if not known:
        raise UnableToClaim
    _decide(series, ClaimDecision.Kind.JOIN, now, claim=claim, statements=known)


@transaction.atomic
def name_claim(*, series: Series, claim: str, names: Texts, now: datetime) -> None:
    """
    Give a claim its words in each language; an empty one takes those of a statement or its translation.

    :raises UnableToClaim: if the claim is gone
    """
    _check(series, claim)
    _decide(series, ClaimDecision.Kind.NAME, now, claim=claim, names=names)


@transaction.atomic
def split_claim(*, series: Series, claim: str, statements: Iterable[uuid.UUID], now: datetime) -> None:
    """
    Take statements out of a claim; if fewer than two are left, the claim is dissolved.

    :raises UnableToClaim: if the claim is gone
    """
    _check(series, claim)
    _decide(series, ClaimDecision.Kind.SPLIT, now, claim=claim, statements=_known(series, statements))


@transaction.atomic
def keep_apart(*, series: Series, statements: Iterable[uuid.UUID], now: datetime) -> None:
    """Say that candidates do not say the same, so that they are not offered together again."""
    _decide(series, ClaimDecision.Kind.APART, now, claim="", statements=_known(series, statements))


@transaction.atomic
def undo_decision(*, series: Series) -> None:
    """Undo the latest decision about claims, if there is one."""
    _lock(series)
    latest = ClaimDecision.objects.filter(series=series).last()
    if latest is not None:
        latest.delete()


@transaction.atomic
def erase_from_claims(*, series: Series, name: str, address: str) -> None:
    """Erase the words of claims that name this person."""
    _lock(series)
    for decision in ClaimDecision.objects.filter(series=series, kind=ClaimDecision.Kind.NAME):
        texts = [Text("", text) for text in decision.names.as_dict().values()]
        if any(hit.sure for hit in find_names(texts, [name], [address])):
            decision.names = Texts()
            decision.save(update_fields=["names"])


def _lock(series: Series) -> None:
    Series.objects.select_for_update(no_key=True).get(pk=series.pk)


def _check(series: Series, claim: str) -> None:
    _lock(series)
    shown = [str(each.pk) for each in shown_statements_of(series)]
    if claim not in queries.members_of_claims(series, shown):
        raise UnableToClaim


def _known(series: Series, statements: Iterable[uuid.UUID]) -> list[str]:
    """Return the root statements of this series among ``statements``."""
    own = Statement.objects.filter(pk__in=list(statements), board__event__series=series)
    return sorted(str(pk) for pk in own.values_list("root", flat=True).distinct())


def _decide(
    series: Series,
    kind: ClaimDecision.Kind,
    now: datetime,
    *,
    claim: str,
    names: Texts | None = None,
    statements: Sequence[str] = (),
) -> None:
    tidied = {code: " ".join(names.get(code).split()) for code in LANGUAGES} if names else {}
    ClaimDecision.objects.create(
        series=series, kind=kind, claim=claim, names=Texts(**tidied), statements=list(statements), made_at=now
    )
