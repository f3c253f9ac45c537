"""What stands around the findings: headings, tables across the series, who took part, and how the figures were made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.insight.disclosure import combine_small, is_publishable
from skaala.reports.assembly.labels import voters_label
from skaala.reports.assembly.said import Sayings
from skaala.reports.contents import Table
from skaala.reports.figures import series_tables
from skaala.reports.figures.power import smallest_difference
from skaala.reports.figures.sign_test import has_moved
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.series.models import Event
from skaala.series.presenters import naming
from skaala.ui.texts import Texts
from skaala.workshops.models import Participant

Row = tuple[str | int | float | None, ...]


# --- Tables ------------------------------------------------------------------------------------------------


def tables(
    ballots: VoteSnapshot,
    coverage: Mapping[str, Any],
    said: Sayings,
    events: Mapping[int, Event],
) -> list[Table]:
    """Return the tables of a report in the active language; those with nothing to tell are left out."""
    found = [
        _perspectives(ballots, said),
        _workshops(ballots, events, said),
        _moves(ballots, said),
        _voters(ballots),
        _sizes(ballots),
        *_registered(coverage),
    ]
    return [table for table in found if table is not None and table.rows]


def _perspectives(ballots: VoteSnapshot, said: Sayings) -> Table | None:
    names = ballots.names
    rows = series_tables.side_by_side(ballots)
    return Table(
        key="perspectives",
        title=_("Perspectives side by side on what was carried over"),
        note=_(
            "Percentage that agrees. ≥ and ≤: at least or at most, since fewer than five are on one side. An empty cell: fewer than ten votes, or a figure that would reveal some."
        ),
        columns=(_("Statement"), *(voters_label(name) for name in names), _("All"), _("Votes")),
        rows=tuple((said.text(what), *numbers) for what, numbers in rows),
    )


def _workshops(ballots: VoteSnapshot, events: Mapping[int, Event], said: Sayings) -> Table | None:
    rows: list[Row] = []
    for place, numbers in series_tables.by_board(ballots):
        event = events.get(ballots.boards[place].event)
        best = series_tables.best_new(ballots, place)
        name = naming.ordinal(event) if event else str(place + 1)
        rows.append((name, *numbers, said.text(best) if best else None))
    return Table(
        key="workshops",
        title=_("What each workshop added"),
        note=" ".join(_about_workshops(ballots)),
        columns=(
            _("Workshop"),
            _("People who voted"),
            _("New statements"),
            _("Carried over"),
            _("Votes cast"),
            _("Surest of the new"),
        ),
        rows=tuple(rows),
    )


def _moves(ballots: VoteSnapshot, said: Sayings) -> Table | None:
    """Return what changed; where nothing did beyond chance, one sentence says so and there is no table."""
    if not _has_moved(ballots):
        return None
    return Table(
        key="moves",
        title=_("How views changed from one workshop to the next"),
        note=_("Of those who voted more than once, how many per cent agreed first and last."),
        columns=(_("Statement"), _("First"), _("Last"), _("Change"), _("People")),
        rows=tuple((said.text(what), *numbers) for what, numbers in series_tables.moves(ballots)),
    )


def _about_workshops(ballots: VoteSnapshot) -> Iterable[str]:
    yield _("The last column: the new statement with the surest agreement.")
    if ballots.pairs and not _has_moved(ballots):
        yield _(
            "Views did not change beyond chance from one workshop to the next (exact sign test of those who changed sides)."
        )


def _has_moved(ballots: VoteSnapshot) -> bool:
    return any(has_moved(pairs) for pairs in ballots.pairs.values())


def _voters(ballots: VoteSnapshot) -> Table | None:
    rows: list[Row] = []
    disclosed, rest = series_tables.voters(ballots)
    for name, count in disclosed:
        rows.append((voters_label(name), count))
    if rest:
        rows.append((_("Others together"), rest))
    return Table(
        key="voters",
        title=_("Who voted, by perspective"),
        note=_("Perspectives of fewer than five people are counted together."),
        columns=(_("Perspective"), _("People")),
        rows=tuple(rows),
    )


def _sizes(ballots: VoteSnapshot) -> Table | None:
    labels = dict(Participant.SizeClass.choices)
    disclosed = combine_small(ballots.sizes)
    rows: list[Row] = [(str(labels.get(name, name)), count) for name, count in disclosed.rows]
    if disclosed.rest:
        rows.append((_("Others together"), disclosed.rest))
    return Table(
        key="sizes",
        title=_("Who voted, by the size of the municipality"),
        note=_("Sizes with fewer than five people are counted together."),
        columns=(_("Size of the municipality"), _("People")),
        rows=tuple(rows),
    )


def _registered(coverage: Mapping[str, Any]) -> Iterable[Table | None]:
    if not coverage.get("people"):
        return
    note = _("Counted from registrations; what fewer than five share is counted together.")
    for key, title, column in (
        ("regions", _("Who registered, by region"), _("Region")),
        ("networks", _("Who registered, by network"), _("Network")),
    ):
        counted = coverage[key]
        none = _("No municipality named") if key == "regions" else _("No network named")
        rows: list[Row] = [
            (str(Texts.from_dict(names)) if code else none, count) for code, names, count in counted["rows"]
        ]
        if counted["rest"]:
            rows.append((_("Others together"), counted["rest"]))
        yield Table(key, title, note, (column, _("People")), tuple(rows))


# --- How it was made, and how far it carries ---------------------------------------------------------------


def method(ballots: VoteSnapshot, coverage: Mapping[str, Any], is_simulated: bool) -> list[str]:
    """Say in paragraphs how the figures were made and how far they carry."""
    found = [
        _(
            "Participants wrote statements and voted on one another’s: agree, disagree or pass. A statement keeps its votes when it is carried over to another workspace, and if one person voted twice, the later vote counts."
        ),
        _(
            "Each share has its 95% confidence interval (Wilson), each difference between two perspectives that of Newcombe. That perspectives differ, or all agree, is claimed only beyond chance: by exact tests, corrected for the number of statements (Benjamini and Hochberg, 5%)."
        ),
        _(
            "Percentages of all voters are exact and are given from ten voters. Of a perspective, or of those who voted twice, they are given from ten voters; where fewer than five of them are on one side, only a bound is given (“at least 88%”), and its interval covers every share that is possible. Of five to nine voters only what more than half of them say is told, in words, and of fewer than five nothing. Of a perspective only those who agree are counted, and figures from which such a number could be worked out are left out."
        ),
        _(
            "Votes are stored without names; the figures can be computed again from the votes stored with the report."
        ),
    ]
    if ballots.claims:
        found.append(
            _(
                "Statements that say the same, also in different languages, were put together as one claim by a person. Whoever agrees with one of its statements and disagrees with none agrees with the claim, and the reverse; whoever does both is counted apart, and whoever only passes has passed. Beside the figures of single statements an exact number would show how few people voted, so shares of claims are rounded to five percentage points, and where fewer than five people are on one side, only a bound is given. Somebody who took part both as a guest and as a registered participant may count twice."
            )
        )
    found.append(
        _(
            "“All perspectives agree” is said only where a majority of each is beyond chance, “a majority of each perspective” only where the interval of each allows it; “most” is said of all who voted on the statement."
        )
    )
    found += what_could_be_found(ballots)
    found += _kept(ballots, coverage)
    found += how_far(ballots, coverage)
    if is_simulated:
        found.append(
            _(
                "All statements and votes in this report are simulated. The example shows what a report looks like; it says nothing about any municipality."
            )
        )
    return found


def what_could_be_found(ballots: VoteSnapshot) -> list[str]:
    """Say how large a difference between two perspectives had to be to be found at all."""
    rows, _rest = series_tables.voters(ballots)
    points = smallest_difference([count for name, count in rows if name in ballots.names])
    if points is None:
        return []
    return [
        _(
            "With this many people, a difference between two perspectives could be found only if it was at least about %(points)s percentage points. Where none is named, there may be a smaller one."
        )
        % {"points": points}
    ]


def _kept(ballots: VoteSnapshot, coverage: Mapping[str, Any]) -> list[str]:
    """Say which figures are those of an earlier version."""
    found = []
    if ballots.kept:
        found.append(
            ngettext(
                "To protect individual votes, %(number)s statement keeps the figures of an earlier version: fewer than five people have changed them since. They are renewed when more have.",
                "To protect individual votes, %(number)s statements keep the figures of an earlier version: fewer than five people have changed them since. They are renewed when more have.",
                len(ballots.kept),
            )
            % {"number": len(ballots.kept)}
        )
    if ballots.keeps_turnout:
        found.append(
            _("For the same reason, the numbers of those who took part are those of an earlier version.")
        )
    if coverage.get("is_kept"):
        found.append(
            _("For the same reason, the numbers of those who registered are those of an earlier version.")
        )
    return found


def how_far(ballots: VoteSnapshot, coverage: Mapping[str, Any]) -> list[str]:
    """Say what who took part, and who did not, means for how far the findings carry."""
    disclosed, _rest = series_tables.voters(ballots)
    found = []
    if disclosed:
        largest, count = disclosed[0]
        share = round(100 * count / ballots.people)
        if share >= 60:
            found.append(
                _(
                    "Most of those who voted (%(share)s %%) are of one perspective: %(who)s. Figures of all lean to it."
                )
                % {"share": share, "who": voters_label(largest)}
            )
    missing = [name for name in ("receiver", "pioneer", "network") if name not in dict(disclosed)]
    if ballots.people and missing:
        found.append(
            _("Too few took part to say anything about: %(who)s.")
            % {"who": "; ".join(voters_label(name) for name in missing)}
        )
    sizes = dict(combine_small(ballots.sizes).rows)
    labels = dict(Participant.SizeClass.choices)
    few = [
        str(labels[name]) for name in ("small", "medium", "large") if not is_publishable(sizes.get(name, 0))
    ]
    if sizes and few:
        found.append(
            _(
                "Municipalities of these sizes are hardly represented, so the findings say little of them: %(sizes)s."
            )
            % {"sizes": "; ".join(few)}
        )
    if coverage.get("people"):
        found.append(
            ngettext(
                "%(people)s person from %(towns)s municipalities and %(regions)s of %(all)s regions registered; of the other "
                "regions the findings say nothing.",
                "%(people)s people from %(towns)s municipalities and %(regions)s of %(all)s regions registered; of the other "
                "regions the findings say nothing.",
                coverage["people"],
            )
            % {
                "people": coverage["people"],
                "towns": coverage["municipalities"],
                "regions": coverage["regions_reached"],
                "all": coverage["all_regions"],
            }
        )
    found.append(
        _(
            "Participants chose to take part. The figures show what they think, not what all municipalities think; a share from few votes shows a direction rather than a size."
        )
    )
    return found
