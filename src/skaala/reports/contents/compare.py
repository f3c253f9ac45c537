"""What has changed from one version of a report to another. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from skaala.reports.contents.structure import Contents, Entry, Figure


@dataclass(frozen=True)
class ChangedFigure:
    """A figure that both versions have, with other numbers."""

    label: str
    was: Figure
    now: Figure


@dataclass(frozen=True)
class ChangedEntry:
    """A finding in both versions that says something else."""

    was: Entry
    now: Entry
    figures: tuple[ChangedFigure, ...] = ()

    @property
    def has_other_words(self) -> bool:
        return (self.was.title, self.was.paragraphs) != (self.now.title, self.now.paragraphs)

    @property
    def has_other_step(self) -> bool:
        return (self.was.who, self.was.when) != (self.now.who, self.now.when)


@dataclass(frozen=True)
class Changes:
    """The differences between two versions in one language."""

    added: list[Entry] = field(default_factory=list)
    removed: list[Entry] = field(default_factory=list)
    changed: list[ChangedEntry] = field(default_factory=list)
    summary: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.summary)


def compare(before: Contents | None, after: Contents) -> Changes:
    """Return what ``after`` adds to, takes from and changes in ``before``; all is new where there was nothing."""
    was = _entries(before) if before is not None else {}
    now = _entries(after)
    changed = []
    for key in now.keys() & was.keys():
        figures = tuple(_figures(was[key], now[key]))
        one = ChangedEntry(was[key], now[key], figures)
        if figures or one.has_other_words or one.has_other_step or was[key].source != now[key].source:
            changed.append(one)
    in_order = list(now)
    changed.sort(key=lambda each: in_order.index(each.now.id))
    return Changes(
        added=[entry for key, entry in now.items() if key not in was],
        removed=[entry for key, entry in was.items() if key not in now],
        changed=changed,
        summary=(before.summary, after.summary)
        if before is not None and before.summary != after.summary
        else None,
    )


def _entries(contents: Contents) -> dict[str, Entry]:
    return {entry.id: entry for section in contents.sections for entry in section.entries}


def _figures(was: Entry, now: Entry) -> list[ChangedFigure]:
    before = {figure.key: figure for chart in was.charts for figure in chart.figures}
    return [
        ChangedFigure(figure.label, before[figure.key], figure)
        for chart in now.charts
        for figure in chart.figures
        if figure.key in before and before[figure.key] != figure
    ]
