"""What an analyst decided about themes, laid over the computed ones: renaming, merging, splitting, moving."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from skaala.insight.themed import Member, Theme, Themes

OUTLIERS = ""
"""In place of a theme's id: the pile of statements that are in none."""


@dataclass(frozen=True)
class Rename:
    """Call a theme something, by language; a language that is left out keeps its words."""

    theme: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Merge:
    """Put all of one theme into another, which keeps its id and its names."""

    theme: str
    into: str


@dataclass(frozen=True)
class Split:
    """Take some statements into a new theme of their own, whose id is handed in."""

    new: str
    statements: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True)
class Move:
    """Put one statement into a theme, or among the outliers."""

    statement: str
    into: str


Decision = Rename | Merge | Split | Move


def apply_decisions(found: Themes, decisions: Iterable[Decision]) -> Themes:
    """
    Return the themes as an analyst left them.

    Decisions are taken in their order, each over what those before it left, and always over the computed themes: so
    they hold however often themes are computed anew. Statements put somewhere by hand stay there, also when the theme
    has no other member left; a statement that no longer exists is passed over. What is said of a theme that was
    merged counts for the one it went into.

    >>> found = Themes((Theme("a", {}, (Member("1", 0.9), Member("2", 0.8))), Theme("b", {}, (Member("3", 0.7),))), ("4",))
    >>> left = apply_decisions(found, [Merge("b", "a"), Rename("b", {"en": "Water"}), Move("4", "b"), Move("1", "")])
    >>> [(theme.id, theme.names["en"], sorted(member.id for member in theme.members)) for theme in left.themes]
    [('a', 'Water', ['2', '3', '4'])]
    >>> left.outliers
    ('1',)
    """
    themes = {theme.id: theme for theme in found.themes}
    where = {member.id: theme.id for theme in found.themes for member in theme.members}
    where |= dict.fromkeys(found.outliers, OUTLIERS)
    strengths = {member.id: member.strength for theme in found.themes for member in theme.members}
    by_hand: set[str] = set()
    went: dict[str, str] = {}

    def now(theme: str) -> str:
        while theme in went:
            theme = went[theme]
        return theme

    def place(statement: str, theme: str) -> None:
        if statement in where:
            where[statement] = theme
            by_hand.add(statement)

    for decision in decisions:
        match decision:
            case Rename(theme, names):
                theme = now(theme)
                kept = themes.get(theme, Theme(theme, {}, ()))
                themes[theme] = replace(kept, names={**kept.names, **names})
            case Merge(theme, into):
                theme, into = now(theme), now(into)
                if theme != into:
                    went[theme] = into
                    gone = themes.pop(theme, Theme(theme, {}, ()))
                    kept = themes.get(into, Theme(into, {}, ()))
                    themes[into] = replace(kept, words={**gone.words, **kept.words})
                    where = {
                        statement: into if place_ == theme else place_ for statement, place_ in where.items()
                    }
            case Split(new, statements, names):
                themes[new] = Theme(new, {}, (), dict(names))
                for statement in statements:
                    place(statement, new)
            case Move(statement, into):
                into = now(into)
                if into != OUTLIERS:
                    themes.setdefault(into, Theme(into, {}, ()))
                place(statement, into)
    members: dict[str, list[Member]] = {theme: [] for theme in themes}
    for statement, theme in where.items():
        if theme != OUTLIERS:
            members[theme].append(
                Member(statement, strengths.get(statement, 0.0), by_hand=statement in by_hand)
            )
    left = [
        replace(
            theme,
            members=tuple(sorted(members[key], key=lambda each: (not each.by_hand, -each.strength, each.id))),
        )
        for key, theme in themes.items()
        if members[key]
    ]
    return Themes(
        tuple(sorted(left, key=lambda theme: (-len(theme.members), theme.id))),
        tuple(sorted(statement for statement, theme in where.items() if theme == OUTLIERS)),
        found.tried,
    )
