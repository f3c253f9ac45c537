"""Deeds on themes: have them found, and what an analyst decides about them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from skaala.reports import queries_themes
from skaala.reports.models import Placement, Theme, ThemeDecision, ThemeSearch
from skaala.reports.names import Text, find_names
from skaala.series.models import Series
from skaala.ui.texts import LANGUAGES, Texts


class NoSuchThemeError(Exception):
    """The theme has been merged into another or is gone."""


@transaction.atomic
def ask_for_themes(*, series: Series) -> None:
    """Have the worker find the themes of ``series``; asked twice while it waits, it is done once."""
    from skaala.reports import jobs

    search, is_new = ThemeSearch.objects.select_for_update().get_or_create(series=series)
    if not is_new and search.state == ThemeSearch.State.WAITING:
        return
    search.state = ThemeSearch.State.WAITING
    search.save(update_fields=["state"])
    jobs.find_themes.defer(series_id=series.pk)


@transaction.atomic
def find_series_themes(*, series: Series, now: datetime) -> None:
    """
    Find the themes of what stands on the boards of ``series``, and keep the earlier ones where they hold.

    Decisions are not touched: they are laid over whatever is found.
    """
    from skaala.insight.themes import find_themes  # the word lists are for the worker alone

    search, _is_new = ThemeSearch.objects.select_for_update().get_or_create(series=series)
    earlier = queries_themes.found_themes(series)
    found = find_themes(
        queries_themes.statements_to_theme(series), earlier=earlier if earlier.themes else None
    )
    Placement.objects.filter(series=series).delete()
    Theme.objects.filter(series=series).delete()
    for theme in found.themes:
        made = Theme.objects.create(
            series=series, key=theme.id, words={code: list(words) for code, words in theme.words.items()}
        )
        Placement.objects.bulk_create(
            Placement(series=series, theme=made, statement_id=uuid.UUID(member.id), strength=member.strength)
            for member in theme.members
        )
    Placement.objects.bulk_create(
        Placement(series=series, statement_id=uuid.UUID(each)) for each in found.outliers
    )
    if found.tried:
        search.tried = {str(number): list(told) for number, told in found.tried.items()}
    search.state, search.found_at = ThemeSearch.State.DONE, now
    search.save(update_fields=["tried", "state", "found_at"])


@transaction.atomic
def name_theme(*, series: Series, theme: str, names: Texts, now: datetime) -> None:
    """Call a theme something; empty languages are called by their words."""
    _check(series, theme)
    _decide(series, ThemeDecision.Kind.RENAME, now, theme=theme, names=names)


@transaction.atomic
def merge_themes(*, series: Series, theme: str, into: str, now: datetime) -> None:
    """
    Put all of ``theme`` into another.

    :raises NoSuchThemeError: if one of them is gone, or both are the same
    """
    _check(series, theme, into)
    if theme == into:
        raise NoSuchThemeError
    _decide(series, ThemeDecision.Kind.MERGE, now, theme=theme, into=into)


@transaction.atomic
def split_theme(*, series: Series, statements: Iterable[uuid.UUID], names: Texts, now: datetime) -> str:
    """Make a theme of these statements, and return its id."""
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
    Put statements into another theme, or with ``into`` None among those of no theme.

    :raises NoSuchThemeError: if the theme is gone
    """
    if into is not None:
        _check(series, into)
    _decide(series, ThemeDecision.Kind.MOVE, now, theme=into or "", statements=_known(series, statements))


@transaction.atomic
def take_back(*, series: Series) -> None:
    """Take back the latest decision, if there is one."""
    _lock(series)
    latest = ThemeDecision.objects.filter(series=series).last()
    if latest is not None:
        latest.delete()


@transaction.atomic
def erase_from_themes(*, series: Series, name: str, address: str) -> None:
    """Erase from the names of themes, and from the words that stand for one, what names this person."""
    _lock(series)
    for decision in ThemeDecision.objects.filter(series=series):
        texts = [Text("", text) for text in decision.names.as_dict().values()]
        if any(hit.sure for hit in find_names(texts, [name], [address])):
            decision.names = Texts()
            decision.save(update_fields=["names"])
    hers = set(name.casefold().split())
    for theme in Theme.objects.filter(series=series):
        kept = {code: [word for word in words if word not in hers] for code, words in theme.words.items()}
        if kept != theme.words:
            theme.words = kept
            theme.save(update_fields=["words"])


def _lock(series: Series) -> None:
    ThemeSearch.objects.select_for_update().filter(series=series).first()


def _check(series: Series, *themes: str) -> None:
    _lock(series)
    there = {theme.id for theme in queries_themes.decided_themes(series).themes}
    if not there.issuperset(themes):
        raise NoSuchThemeError


def _known(series: Series, statements: Iterable[uuid.UUID]) -> list[str]:
    """Return those that have a place in this series; others are none of its statements."""
    found = Placement.objects.filter(series=series, statement__in=list(statements))
    return sorted(str(each) for each in found.values_list("statement", flat=True))


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
    kept = {code: " ".join(getattr(names, code).split()) for code in LANGUAGES} if names else {}
    ThemeDecision.objects.create(
        series=series,
        kind=kind,
        theme=theme,
        into=into,
        names=Texts(**kept),
        statements=list(statements),
        made_at=now,
    )
