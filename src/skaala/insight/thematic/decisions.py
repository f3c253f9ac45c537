"""An analyst's decisions about themes, applied to the computed ones: renaming, merging, splitting, moving."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from skaala.insight.thematic.results import Member, Theme, Themes

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
    they stay in force however often themes are computed again. Statements put somewhere by hand stay there, also when the theme
    has no other member left; a statement that no longer exists is ignored. A decision about a theme that was
    merged applies to the one it went into.

    >>> found = Themes((Theme("a", {}, (Member("1", 0.9), Member("2", 0.8))), Theme("b", {}, (Member("3", 0.7),))), ("4",))
    >>> left = apply_decisions(found, [Merge("b", "a"), Rename("b", {"en": "Water"}), Move("4", "b"), Move("1", "")])
    >>> [(theme.id, theme.names["en"], sorted(member.id for member in theme.members)) for theme in left.themes]
    [('a', 'Water', ['2', '3', '4'])]
    >>> left.outliers
    ('1',)
    """
    arrangement = _Arrangement(found)
    for decision in decisions:
        arrangement.apply(decision)
    return arrangement.as_themes()


class _Arrangement:
    """Themes while decisions are applied: which themes there are, and where each statement is."""

    def __init__(self, found: Themes) -> None:
        self.tried = found.tried
        self.themes = {theme.id: theme for theme in found.themes}
        self.place_of = {member.id: theme.id for theme in found.themes for member in theme.members}
        self.place_of |= dict.fromkeys(found.outliers, OUTLIERS)
        self.strengths = {member.id: member.strength for theme in found.themes for member in theme.members}
        self.placed_by_hand: set[str] = set()
        self.merged_into: dict[str, str] = {}

    def apply(self, decision: Decision) -> None:
        match decision:
            case Rename(theme, names):
                self._rename(self._current(theme), names)
            case Merge(theme, into):
                self._merge(self._current(theme), self._current(into))
            case Split(new, statements, names):
                self.themes[new] = Theme(new, {}, (), dict(names))
                for statement in statements:
                    self._place(statement, new)
            case Move(statement, into):
                self._move(statement, self._current(into))

    def as_themes(self) -> Themes:
        """Return the themes that have members, the largest first, and the outliers."""
        members: dict[str, list[Member]] = {theme: [] for theme in self.themes}
        for statement, theme in self.place_of.items():
            if theme != OUTLIERS:
                members[theme].append(self._member(statement))
        left = [
            replace(
                theme,
                members=tuple(
                    sorted(members[key], key=lambda each: (not each.by_hand, -each.strength, each.id))
                ),
            )
            for key, theme in self.themes.items()
            if members[key]
        ]
        return Themes(
            tuple(sorted(left, key=lambda theme: (-len(theme.members), theme.id))),
            tuple(sorted(statement for statement, theme in self.place_of.items() if theme == OUTLIERS)),
            self.tried,
        )

    def _member(self, statement: str) -> Member:
        by_hand = statement in self.placed_by_hand
        return Member(statement, self.strengths.get(statement, 0.0), by_hand=by_hand)

    def _current(self, theme: str) -> str:
        """Return the theme that ``theme`` was merged into in the end, or itself."""
        while theme in self.merged_into:
            theme = self.merged_into[theme]
        return theme

    def _rename(self, theme: str, names: Mapping[str, str]) -> None:
        kept = self.themes.get(theme, Theme(theme, {}, ()))
        self.themes[theme] = replace(kept, names={**kept.names, **names})

    def _merge(self, theme: str, into: str) -> None:
        if theme == into:
            return
        self.merged_into[theme] = into
        gone = self.themes.pop(theme, Theme(theme, {}, ()))
        kept = self.themes.get(into, Theme(into, {}, ()))
        self.themes[into] = replace(kept, words={**gone.words, **kept.words})
        for statement, place in self.place_of.items():
            if place == theme:
                self.place_of[statement] = into

    def _move(self, statement: str, into: str) -> None:
        if into != OUTLIERS:
            self.themes.setdefault(into, Theme(into, {}, ()))
        self._place(statement, into)

    def _place(self, statement: str, theme: str) -> None:
        if statement in self.place_of:
            self.place_of[statement] = theme
            self.placed_by_hand.add(statement)
