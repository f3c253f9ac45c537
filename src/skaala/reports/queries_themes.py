"""Reading the themes of a series: as computed, as decided, and by statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from skaala.insight.decide_themes import Decision, Merge, Move, Rename, Split, apply_decisions
from skaala.insight.themed import Member, Statement, Theme, Themes
from skaala.reports import models
from skaala.series.models import Series
from skaala.ui.texts import LANGUAGES, Texts
from skaala.workshops.models import Statement as Said


def find_search(series: Series) -> models.ThemeSearch | None:
    """Return how far the computing is, if anybody has asked for themes."""
    return models.ThemeSearch.objects.filter(series=series).first()


def _standing(series: Series) -> QuerySet[Said]:
    """Return what stands on the boards; a rehearsal is none."""
    return Said.objects.filter(board__event__series=series, board__is_rehearsal=False, state=Said.State.SHOWN)


def said_in(series: Series) -> list[Said]:
    """Return what stands on the boards of ``series``, each root statement once."""
    shown = _standing(series)
    return list(Said.objects.filter(pk__in=shown.values("root")).order_by("board__event__start", "number"))


def statements_to_theme(series: Series) -> list[Statement]:
    """Return the statements that themes are looked for among."""
    return [Statement(str(each.pk), each.text, each.language) for each in said_in(series)]


def found_themes(series: Series) -> Themes:
    """Return the themes as last computed, without decisions."""
    members: dict[int | None, list[Member]] = {}
    placed = models.Placement.objects.filter(series=series).order_by("-strength", "statement")
    for statement, theme, strength in placed.values_list("statement", "theme", "strength"):
        members.setdefault(theme, []).append(Member(str(statement), strength))
    themes = [
        Theme(
            theme.key,
            {code: tuple(words) for code, words in theme.words.items()},
            tuple(members.get(theme.pk, ())),
        )
        for theme in models.Theme.objects.filter(series=series)
    ]
    return Themes(
        tuple(theme for theme in themes if theme.members),
        tuple(member.id for member in members.get(None, ())),
    )


def decisions(series: Series) -> list[models.ThemeDecision]:
    """Return what has been decided, the first first."""
    return list(models.ThemeDecision.objects.filter(series=series))


def decided_themes(series: Series) -> Themes:
    """Return the themes as the analyst left them, of what still stands on the boards."""
    left = apply_decisions(found_themes(series), _as_decisions(decisions(series)))
    standing = {str(root) for root in _standing(series).values_list("root", flat=True)}
    themes = [
        Theme(theme.id, theme.words, here, theme.names)
        for theme in left.themes
        if (here := tuple(member for member in theme.members if member.id in standing))
    ]
    return Themes(tuple(themes), tuple(each for each in left.outliers if each in standing))


def _as_decisions(made: Iterable[models.ThemeDecision]) -> Iterable[Decision]:
    kinds = models.ThemeDecision.Kind
    for each in made:
        names = {code: name for code, name in each.names.as_dict().items() if name}
        if each.kind == kinds.RENAME:
            yield Rename(each.theme, names)
        elif each.kind == kinds.MERGE:
            yield Merge(each.theme, each.into)
        elif each.kind == kinds.SPLIT:
            yield Split(each.theme, tuple(each.statements), names)
        else:
            for statement in each.statements:
                yield Move(statement, each.theme)


@dataclass(frozen=True)
class Called:
    """What a theme is called, by language, and whether a person said so."""

    names: Texts
    is_named: bool


def call(theme: Theme) -> Called:
    """Return the names of a theme; where nobody named it, the first words that people used."""
    if theme.names:
        return Called(Texts(**{code: theme.names.get(code, "") for code in LANGUAGES}), True)
    words = {code: ", ".join(theme.words.get(code, ())[:3]) for code in LANGUAGES}
    return Called(Texts(**{code: said[:1].upper() + said[1:] for code, said in words.items()}), False)
