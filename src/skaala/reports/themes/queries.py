"""The themes of a series: as computed, as decided, and by statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from skaala.insight.thematic.decisions import Decision, Merge, Move, Rename, Split, apply_decisions
from skaala.insight.thematic.results import Member, Statement, Theme, Themes
from skaala.reports.themes import models
from skaala.series.models import Series
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement as BoardStatement

WORDS_IN_A_NAME = 3


def find_search(series: Series) -> models.ThemeSearch | None:
    """Return how far the computing of themes is, if anybody has requested it."""
    return models.ThemeSearch.objects.filter(series=series).first()


def _shown_statements(series: Series) -> QuerySet[BoardStatement]:
    """Return what is shown on the boards, rehearsals left out."""
    return BoardStatement.objects.filter(
        board__event__series=series, board__is_rehearsal=False, state=BoardStatement.State.SHOWN
    )


def shown_statements_of(series: Series) -> list[BoardStatement]:
    """Return the root of each statement that is shown on a board of ``series``."""
    roots = BoardStatement.objects.filter(pk__in=_shown_statements(series).values("root"))
    return list(roots.order_by("board__event__start", "number"))


def statements_to_theme(series: Series) -> list[Statement]:
    """Return the statements among which themes are computed."""
    return [Statement(str(each.pk), each.text, each.language) for each in shown_statements_of(series)]


def computed_themes(series: Series) -> Themes:
    """Return the themes as last computed, without decisions."""
    members: dict[int | None, list[Member]] = {}
    placements = models.Placement.objects.filter(series=series).order_by("-strength", "statement")
    for statement, theme, strength in placements.values_list("statement", "theme", "strength"):
        members.setdefault(theme, []).append(Member(str(statement), strength))
    themes = [
        Theme(
            theme.key,
            {code: tuple(words) for code, words in theme.words.items()},
            tuple(members.get(theme.pk, ())),
            headings=theme.headings,
        )
        for theme in models.Theme.objects.filter(series=series)
    ]
    return Themes(
        tuple(theme for theme in themes if theme.members),
        tuple(member.id for member in members.get(None, ())),
    )


def decisions(series: Series) -> list[models.ThemeDecision]:
    """Return what has been decided, the earliest first."""
    return list(models.ThemeDecision.objects.filter(series=series))


def decided_themes(series: Series) -> Themes:
    """Return the themes with all decisions applied, reduced to statements that are still shown."""
    themes = apply_decisions(computed_themes(series), _as_decisions(decisions(series)))
    shown = {str(root) for root in _shown_statements(series).values_list("root", flat=True)}
    reduced = [
        replace(theme, members=members)
        for theme in themes.themes
        if (members := tuple(member for member in theme.members if member.id in shown))
    ]
    return Themes(tuple(reduced), tuple(outlier for outlier in themes.outliers if outlier in shown))


def themes_of_several(series: Series) -> list[Theme]:
    """Return the decided themes of two statements or more: one alone is no theme."""
    return [theme for theme in decided_themes(series).themes if len(theme.members) > 1]


def _as_decisions(rows: Iterable[models.ThemeDecision]) -> Iterable[Decision]:
    kinds = models.ThemeDecision.Kind
    for row in rows:
        names = {code: name for code, name in row.names.as_dict().items() if name}
        if row.kind == kinds.RENAME:
            yield Rename(row.theme, names)
        elif row.kind == kinds.MERGE:
            yield Merge(row.theme, row.into)
        elif row.kind == kinds.SPLIT:
            yield Split(row.theme, tuple(row.statements), names)
        else:
            for statement in row.statements:
                yield Move(statement, row.theme)


@dataclass(frozen=True)
class ThemeName:
    """The name of a theme by language, and whether a person gave it."""

    names: Texts
    is_named: bool


def theme_name(theme: Theme) -> ThemeName:
    """Return the name of a theme; until somebody names it, its subject heading or the first words that people used."""
    if theme.names:
        return ThemeName(Texts(**{code: theme.names.get(code, "") for code in LANGUAGES}), is_named=True)
    if theme.headings:
        return ThemeName(Texts(**{code: theme.headings.get(code, "") for code in LANGUAGES}), is_named=False)
    words = {code: ", ".join(theme.words.get(code, ())[:WORDS_IN_A_NAME]) for code in LANGUAGES}
    names = {code: name[:1].upper() + name[1:] for code, name in words.items()}
    return ThemeName(Texts(**names), is_named=False)
