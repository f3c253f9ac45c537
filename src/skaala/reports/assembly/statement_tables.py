"""The three lists, the table of all statements, and what each perspective agrees with most, theme by theme."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.insight.disclosure import Majority
from skaala.reports.assembly.labels import name_inside, voters_label
from skaala.reports.assembly.said import Sayings
from skaala.reports.contents import Table
from skaala.reports.figures.alignment import Differing, favourite, parting, rows_of_theme
from skaala.reports.figures.counts import Share
from skaala.reports.figures.reach import left_out, reach
from skaala.reports.figures.statement_lists import (
    AGREED,
    DIVISIVE,
    LISTS,
    MOST_IN_A_LIST,
    QUESTION,
    UNCERTAIN,
    Tallies,
    Tally,
)
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Finding
from skaala.workshops.presenters.shares import share_words

Themes = Sequence[tuple[str, Sequence[str]]]


def list_name(name: str) -> str:
    """Return what one of the three lists is called in a table."""
    return {
        AGREED: pgettext("list of statements", "Agreed"),
        DIVISIVE: pgettext("list of statements", "Divisive"),
        UNCERTAIN: pgettext("list of statements", "Uncertain"),
        QUESTION: pgettext("list of statements", "Question"),
    }[name]


def three_lists(tallies: Tallies, said: Sayings) -> list[Table]:
    """Return the first statements of each list; empty ones are left out."""
    titles = {
        AGREED: _("What the participants agree on"),
        DIVISIVE: _("What divides the participants"),
        UNCERTAIN: _("What remains uncertain"),
    }
    notes = {
        AGREED: _("More than half agree, or disagree, beyond chance. The surest come first."),
        DIVISIVE: _(
            "At least three in ten agree and at least three in ten disagree. The most divided come first."
        ),
        UNCERTAIN: _(
            "No side has a majority beyond chance, and the other side is small: many passed, or few voted. Those most passed come first. A dash: fewer than ten voted."
        ),
    }
    found = []
    for name in LISTS:
        rows = tallies.listed(name)
        if rows:
            count = _("%(shown)s of %(all)s statements are shown.") % {
                "shown": min(len(rows), MOST_IN_A_LIST),
                "all": len(rows),
            }
            found.append(
                Table(
                    key=name,
                    title=titles[name],
                    note=f"{notes[name]} {count}" if len(rows) > MOST_IN_A_LIST else notes[name],
                    columns=(_("Statement"), *_heads()),
                    rows=tuple(
                        (said.text(row.statement), row.number, row.agree, row.disagree, row.passed, row.votes)
                        for row in rows[:MOST_IN_A_LIST]
                    ),
                )
            )
    return found


def _heads() -> tuple[str, ...]:
    return (
        pgettext("column", "No."),
        _("Agree, %"),
        _("Disagree, %"),
        _("Pass, %"),
        _("Votes"),
    )


def all_statements(
    tallies: Tallies,
    said: Sayings,
    names: Sequence[str],
    kinds: Mapping[str, str],
    theme_of: Mapping[str, str],
) -> Table | None:
    """Return every statement with its votes, the share of each perspective that agrees, its list, kind and theme."""
    if not tallies.rows:
        return None
    labels = dict(Finding.Kind.choices)
    return Table(
        key="statements",
        title=_("All statements and their votes"),
        note=_(
            "Of the perspectives, the percentage that agrees. ≥ and ≤: at least or at most, since fewer than five are on one side. Words: five to nine voted. A dash: too few voted, or the figure would reveal some votes."
        ),
        columns=(
            _("Statement"),
            *_heads(),
            *(voters_label(name) for name in names),
            pgettext("column", "List"),
            pgettext("column", "Kind"),
            pgettext("column", "Theme"),
        ),
        rows=tuple(
            (
                said.text(row.statement),
                row.number,
                row.agree,
                row.disagree,
                row.passed,
                row.votes,
                *(_part(share, most) for share, most in zip(row.parts, row.most, strict=True)),
                list_name(row.listed),
                str(labels.get(kinds.get(row.statement, ""), "")),
                theme_of.get(row.statement, ""),
            )
            for row in tallies.rows
        ),
    )


def _part(share: Share | None, most: Majority | None) -> int | str | None:
    if share is not None:
        return share.cell
    return share_words(None, most=most) if most else None


# --- What the report rests on ------------------------------------------------------------------------------


def coverage(ballots: VoteSnapshot, rests_on: Collection[str], said: Sayings) -> list[Table]:
    """Return what share of each perspective's people and votes the findings rest on, and the strongest statements they leave out."""
    found = []
    rows = reach(ballots, rests_on)
    if rows:
        found.append(
            Table(
                key="reach",
                title=_("What the findings are based on"),
                note=_(
                    "People: how many per cent of them voted on a statement of a finding. Votes: how many per cent of their votes are on such statements. Both are rounded to five percentage points. ≥ and ≤: at least or at most, since fewer than five are on one side."
                ),
                columns=(_("Who voted"), _("People, %"), _("Votes, %")),
                rows=tuple((voters_label(name), people, votes) for name, people, votes in rows),
            )
        )
    missing = left_out(ballots, rests_on)
    if missing:
        found.append(
            Table(
                key="left_out",
                title=_("The strongest statements on which no finding rests"),
                note=_("Those on which more than half agree, or disagree, beyond chance; the surest first."),
                columns=(_("Statement"), *_heads()),
                rows=tuple(
                    (said.text(row.statement), row.number, row.agree, row.disagree, row.passed, row.votes)
                    for row in missing
                ),
            )
        )
    return found


# --- Theme by theme ----------------------------------------------------------------------------------------


def alignment(
    themes: Themes, tallies: Tallies, said: Sayings, names: Sequence[str], differing: Differing
) -> Table | None:
    """Return for each theme what each perspective agrees with most, and where they part."""
    rows = []
    for theme, members in themes:
        own = rows_of_theme(tallies, members)
        cells = [_favourite(own, place, said) for place in range(len(names))]
        if any(cells):
            rows.append((theme, *(cell or None for cell in cells), _parting(own, said, differing) or None))
    if not rows or len(names) < 2:
        return None
    return Table(
        key="alignment",
        title=_("What each perspective agrees with most, theme by theme"),
        note=_(
            "The share is that of the perspective itself. They part where a finding says so or the intervals of two shares do not meet. A dash: nothing that most of them agree with, no difference beyond chance, or too few votes."
        ),
        columns=(pgettext("column", "Theme"), *(voters_label(name) for name in names), _("Where they part")),
        rows=tuple(rows),
    )


def _favourite(rows: Sequence[Tally], place: int, said: Sayings) -> str:
    row = favourite(rows, place)
    if row is None:
        return ""
    share = row.parts[place]
    words = (
        share_words(share.share, bound=share.bound)
        if share
        else share_words(None, most=row.most[place] or "")
    )
    return f"{said.quote(row)}: {words}"


def _parting(rows: Sequence[Tally], said: Sayings, differing: Differing) -> str:
    found = parting(rows, differing)
    if found is None:
        return ""
    return _("%(said)s: %(more)s agree more often than %(less)s") % {
        "said": said.quote(found.row),
        "more": name_inside(found.more),
        "less": name_inside(found.less),
    }
