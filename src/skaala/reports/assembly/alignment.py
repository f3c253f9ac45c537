"""What each perspective agrees with most, theme by theme, and where they part: the figures of the picture beside the table."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.insight.disclosure import Majority
from skaala.reports.assembly.labels import name_inside, voters_label
from skaala.reports.assembly.statement_tables import Themes
from skaala.reports.contents import Alignment, AlignmentRow, Mark
from skaala.reports.figures.alignment import Differing, favourite, parting, rows_of_theme
from skaala.reports.figures.statement_lists import Tallies, Tally
from skaala.reports.renderers.texts import percent


def picture(themes: Themes, tallies: Tallies, names: Sequence[str], differing: Differing) -> Alignment | None:
    """Return the picture; none where there is nothing to compare."""
    rows = []
    for theme, members in themes:
        own = rows_of_theme(tallies, members)
        marks = tuple(_mark(own, place) for place in range(len(names)))
        if any(marks):
            rows.append(AlignmentRow(theme, marks, _parting(own, differing)))
    if not rows or len(names) < 2:
        return None
    return Alignment(
        title=_("Theme by theme: where the perspectives agree and where they part"),
        alternative=_(
            "For each theme, how many per cent of each perspective agree with the statement it agrees with most; the mark is at 50%. The table has the same in words."
        ),
        perspectives=tuple(voters_label(name) for name in names),
        rows=tuple(rows),
    )


def _mark(rows: Sequence[Tally], place: int) -> Mark | None:
    row = favourite(rows, place)
    if row is None:
        return None
    share = row.parts[place]
    if share is not None:
        return Mark(row.number, f"{percent(share.cell)} [{row.number}]", share.share, share.bound)
    words = pgettext("share", "over half")
    return Mark(row.number, f"{words} [{row.number}]") if row.most[place] == Majority.AGREE else None


def _parting(rows: Sequence[Tally], differing: Differing) -> str:
    found = parting(rows, differing)
    if found is None:
        return ""
    return _("They part on [%(number)s]: %(more)s agree more often than %(less)s.") % {
        "number": found.row.number,
        "more": name_inside(found.more),
        "less": name_inside(found.less),
    }
