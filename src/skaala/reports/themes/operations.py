"""Operations on themes: finding them, and what an analyst changes in them."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app

from skaala.registration.rules.names import Text, find_names
from skaala.reports.themes import queries
from skaala.reports.themes.models import Placement, Theme, ThemeDecision, ThemeSearch
from skaala.series.models import Series
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts

if TYPE_CHECKING:
    from skaala.insight.thematic.semantics import Vectors

log = logging.getLogger(__name__)

# The name of a task: jobs are above operations and may not be imported here.
FIND_THEMES = "reports.themes"


class UnableToChangeThemes(Exception):
    """The theme has been merged into another or does not exist any more."""


@transaction.atomic
def request_themes(*, series: Series) -> None:
    """Have the worker compute the themes of ``series``; a second request while the first one waits changes nothing."""
    search, is_new = ThemeSearch.objects.select_for_update().get_or_create(series=series)
    if not is_new and search.state == ThemeSearch.State.WAITING:
        return
    search.state = ThemeSearch.State.WAITING
    search.save(update_fields=["state"])
    app.configure_task(FIND_THEMES).defer(series_id=series.pk)


@transaction.atomic
def compute_themes(*, series: Series, now: datetime, use_vectors: bool = True) -> None:
    """
    Compute the themes of what is shown on the boards of ``series``, keeping earlier ones where they still fit.

    Decisions are not touched: they are applied to whatever is computed. Without vectors the glossary alone is used.
    """
    # only the worker loads the word lists
    from skaala.insight.thematic.semantics import texts_to_encode
    from skaala.insight.thematic.themes import find_themes

    search, _is_new = ThemeSearch.objects.select_for_update().get_or_create(series=series)
    earlier = queries.computed_themes(series)
    statements = queries.statements_to_theme(series)
    vectors, model = _encode(texts_to_encode(statements)) if use_vectors and statements else (None, "")
    themes = find_themes(statements, earlier=earlier if earlier.themes else None, vectors=vectors)
    Placement.objects.filter(series=series).delete()
    Theme.objects.filter(series=series).delete()
    for theme in themes.themes:
        row = Theme.objects.create(
            series=series,
            key=theme.id,
            words={code: list(words) for code, words in theme.words.items()},
            headings=dict(theme.headings),
        )
        Placement.objects.bulk_create(
            Placement(series=series, theme=row, statement_id=uuid.UUID(member.id), strength=member.strength)
            for member in theme.members
        )
    Placement.objects.bulk_create(
        Placement(series=series, statement_id=uuid.UUID(outlier)) for outlier in themes.outliers
    )
    if themes.tried:
        search.tried = {str(number): list(scores) for number, scores in themes.tried.items()}
    search.state, search.found_at = ThemeSearch.State.DONE, now
    search.method, search.model = themes.method, model
    search.save(update_fields=["tried", "state", "found_at", "method", "model"])


def _encode(texts: list[str]) -> tuple[Vectors | None, str]:
    """Return the texts' vectors and the hash of the model; nothing where there is no encoder."""
    from skaala.vectors.encoder import NoVectors, encode, model_hash

    try:
        return encode(texts, settings.DATA_DIR / "vectors"), model_hash()
    except NoVectors as reason:
        log.info("themes are found by the glossary alone: %s", reason)
        return None, ""


@transaction.atomic
def name_theme(*, series: Series, theme: str, names: Texts, now: datetime) -> None:
    """Name a theme; in a language without a name its words are shown."""
    _check(series, theme)
    _decide(series, ThemeDecision.Kind.RENAME, now, theme=theme, names=names)


@transaction.atomic
def merge_themes(*, series: Series, theme: str, into: str, now: datetime) -> None:
    """
    Merge ``theme`` into another.

    :raises UnableToChangeThemes: if one of them does not exist any more, or both are the same
    """
    _check(series, theme, into)
    if theme == into:
        raise UnableToChangeThemes
    _decide(series, ThemeDecision.Kind.MERGE, now, theme=theme, into=into)


@transaction.atomic
def split_theme(*, series: Series, statements: Iterable[uuid.UUID], names: Texts, now: datetime) -> str:
    """Split these statements off into a theme of their own, and return its id."""
    new = uuid.uuid4().hex[:10]
    _decide(
        series, ThemeDecision.Kind.SPLIT, now, theme=new, names=names, statements=_known(series, statements)
    )
    return new


@transaction.atomic
def move_statements(
    *, series: Series, statements: Iterable[uuid.UUID], into: str | None, now: datetime
) -> None:
    """
    Move statements into another theme; with ``into`` None, out of all themes.

    :raises UnableToChangeThemes: if the theme does not exist any more
    """
    if into is not None:
        _check(series, into)
    _decide(series, ThemeDecision.Kind.MOVE, now, theme=into or "", statements=_known(series, statements))


@transaction.atomic
def undo_decision(*, series: Series) -> None:
    """Undo the latest decision, if there is one."""
    _lock(series)
    latest = ThemeDecision.objects.filter(series=series).last()
    if latest is not None:
        latest.delete()


@transaction.atomic
def erase_from_themes(*, series: Series, name: str, address: str) -> None:
    """Erase what names this person from the names and words of themes."""
    _lock(series)
    for decision in ThemeDecision.objects.filter(series=series):
        texts = [Text("", text) for text in decision.names.as_dict().values()]
        if any(hit.sure for hit in find_names(texts, [name], [address])):
            decision.names = Texts()
            decision.save(update_fields=["names"])
    of_person = set(name.casefold().split())
    for theme in Theme.objects.filter(series=series):
        kept = {
            code: [word for word in words if word not in of_person] for code, words in theme.words.items()
        }
        if kept != theme.words:
            theme.words = kept
            theme.save(update_fields=["words"])


def _lock(series: Series) -> None:
    ThemeSearch.objects.select_for_update().filter(series=series).first()


def _check(series: Series, *themes: str) -> None:
    _lock(series)
    known = {theme.id for theme in queries.decided_themes(series).themes}
    if not known.issuperset(themes):
        raise UnableToChangeThemes


def _known(series: Series, statements: Iterable[uuid.UUID]) -> list[str]:
    """Return the statements of this series among ``statements``."""
    placements = Placement.objects.filter(series=series, statement__in=list(statements))
    return sorted(str(pk) for pk in placements.values_list("statement", flat=True))


def _decide(
    series: Series,
    kind: ThemeDecision.Kind,
    now: datetime,
    *,
    theme: str,
    into: str = "",
    names: Texts | None = None,
    statements: Iterable[str] = (),
) -> None:
    tidied = {code: " ".join(names.get(code).split()) for code in LANGUAGES} if names else {}
    ThemeDecision.objects.create(
        series=series,
        kind=kind,
        theme=theme,
        into=into,
        names=Texts(**tidied),
        statements=list(statements),
        made_at=now,
    )
