"""What stands around the findings: headings, tables across the series, who took part, and how the figures were made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.reports import across
from skaala.reports.ballots import Ballots
from skaala.reports.contents import Table
from skaala.reports.coverage import tell
from skaala.reports.sentences import who_words
from skaala.series import naming
from skaala.series.models import Event
from skaala.ui.texts import Texts
from skaala.workshops.models import Participant, Statement

Row = tuple[str | int | float | None, ...]


def section_title(kind: str) -> str:
    """Return the heading above the findings of one kind."""
    return {
        "shared_view": _("What is shared"),
        "difference": _("Where perspectives differ"),
        "good_practice": _("Good practices"),
        "bottleneck": _("Bottlenecks"),
        "support_measure": _("Support measures"),
        "next_step": _("Next steps"),
        "open_question": _("Open questions"),
        "moved": _("How views changed"),
        "study": _("What the study found"),
    }[kind]


def section_lead(kind: str) -> str:
    """Say how the findings of one kind were chosen."""
    return {
        "shared_view": _(
            "Statements on which the perspectives are of one mind. “All perspectives agree” is said only where a majority of "
            "each is beyond chance; “most of each” where that is sure of all together."
        ),
        "difference": _(
            "Statements on which the perspectives differ beyond chance. The widest differences come first."
        ),
        "good_practice": _("What helps actions to spread, by how surely people agree."),
        "bottleneck": _("What stops actions from spreading, by how surely people agree."),
        "support_measure": _("What is offered against the bottlenecks."),
        "next_step": _(
            "What should be done next, by how surely people agree; who does it and by when, where that is settled."
        ),
        "open_question": _("What remains to be found out."),
        "moved": _(
            "Some took a stand on the same statement in more than one workshop. This is what changed."
        ),
        "study": _("Findings of the study that the series rests on, with their source."),
    }[kind]


# --- Tables ------------------------------------------------------------------------------------------------


def tables(
    ballots: Ballots,
    coverage: Mapping[str, Any],
    statements: Mapping[str, Statement],
    events: Mapping[int, Event],
) -> list[Table]:
    """Return the tables of a report in the active language; those with nothing to tell are left out."""
    found = [
        _perspectives(ballots, statements),
        _workshops(ballots, events, statements),
        _moves(ballots, statements),
        _voters(ballots),
        _sizes(ballots),
        *_registered(coverage),
    ]
    return [table for table in found if table is not None and table.rows]


def _perspectives(ballots: Ballots, statements: Mapping[str, Statement]) -> Table | None:
    names = ballots.names
    rows = across.side_by_side(ballots)
    return Table(
        key="perspectives",
        title=_("Perspectives side by side on what was carried over"),
        note=_("How many per cent agree. An empty cell: fewer than five votes, or it would lead to them."),
        columns=(_("Statement"), *(who_words(name) for name in names), _("All"), _("Votes")),
        rows=tuple((_text(statements, what), *numbers) for what, numbers in rows),
    )


def _workshops(
    ballots: Ballots, events: Mapping[int, Event], statements: Mapping[str, Statement]
) -> Table | None:
    rows: list[Row] = []
    for place, numbers in across.by_board(ballots):
        event = events.get(ballots.boards[place].event)
        best = across.best_new(ballots, place)
        name = naming.ordinal(event) if event else str(place + 1)
        rows.append((name, *numbers, _text(statements, best) if best else None))
    return Table(
        key="workshops",
        title=_("What each workshop added"),
        note=_("The last column: of the new statements the one that finds the surest agreement."),
        columns=(
            _("Workshop"),
            _("People who took a stand"),
            _("New statements"),
            _("Carried over"),
            _("Stands taken"),
            _("Most agreed with of the new"),
        ),
        rows=tuple(rows),
    )


def _moves(ballots: Ballots, statements: Mapping[str, Statement]) -> Table | None:
    return Table(
        key="moves",
        title=_("How views changed from one workshop to the next"),
        note=_("Of those who took a stand more than once, how many per cent agreed first and last."),
        columns=(_("Statement"), _("First"), _("Last"), _("Change"), _("People")),
        rows=tuple((_text(statements, what), *numbers) for what, numbers in across.moves(ballots)),
    )


def _voters(ballots: Ballots) -> Table | None:
    rows: list[Row] = []
    told, rest = across.voters(ballots)
    for name, count in told:
        rows.append((who_words(name), count))
    if rest:
        rows.append((_("Others together"), rest))
    return Table(
        key="voters",
        title=_("Who took a stand, by perspective"),
        note=_("Perspectives of fewer than five people are counted together."),
        columns=(_("Perspective"), _("People")),
        rows=tuple(rows),
    )


def _sizes(ballots: Ballots) -> Table | None:
    labels = dict(Participant.SizeClass.choices)
    told = tell(ballots.sizes)
    rows: list[Row] = [(str(labels.get(name, name)), count) for name, count in told.rows]
    if told.rest:
        rows.append((_("Others together"), told.rest))
    return Table(
        key="sizes",
        title=_("Who took a stand, by the size of the municipality"),
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


def _text(statements: Mapping[str, Statement], what: str) -> str:
    return statements[what].text if what in statements else ""


# --- How it was made, and how far it carries ---------------------------------------------------------------


def method(ballots: Ballots, coverage: Mapping[str, Any], is_simulated: bool) -> list[str]:
    """Say in paragraphs how the figures were made and how far they carry."""
    found = [
        _(
            "Participants wrote statements and took a stand on one another's: agree, disagree or pass. Votes belong to the "
            "statement wherever it was carried, and of two votes of one person the later counts."
        ),
        _(
            "Each share stands with its 95 % interval (Wilson), a difference between two perspectives with that of Newcombe. "
            "That perspectives differ, or all agree, is claimed only beyond chance: by exact tests, corrected for the number "
            "of statements (Benjamini and Hochberg, 5 %)."
        ),
        _(
            "No figure is about fewer than five people, and none can be worked out from the others. Votes are kept without "
            "names; the figures can be computed again from the votes stored with the report."
        ),
    ]
    found += _kept(ballots, coverage)
    found += how_far(ballots, coverage)
    if is_simulated:
        found.append(
            _(
                "All statements and votes in this report are simulated: it shows how a report looks, and says nothing of any municipality."
            )
        )
    return found


def _kept(ballots: Ballots, coverage: Mapping[str, Any]) -> list[str]:
    """Say which figures are those of an earlier version."""
    found = []
    if ballots.kept:
        found.append(
            ngettext(
                "So that comparing versions leads to nobody’s vote, %(number)s statement keeps the figures of an earlier version: "
                "fewer than five have changed them since. They are renewed when more have.",
                "So that comparing versions leads to nobody’s vote, %(number)s statements keep the figures of an earlier version: "
                "fewer than five have changed them since. They are renewed when more have.",
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


def how_far(ballots: Ballots, coverage: Mapping[str, Any]) -> list[str]:
    """Say what who took part, and who did not, means for how far the findings carry."""
    told, _rest = across.voters(ballots)
    found = []
    if told:
        largest, count = told[0]
        share = round(100 * count / ballots.people)
        if share >= 60:
            found.append(
                _(
                    "Most of those who took a stand (%(share)s %%) are of one perspective: %(who)s. Figures of all lean to it."
                )
                % {"share": share, "who": who_words(largest)}
            )
    missing = [name for name in ("receiver", "pioneer", "network") if name not in dict(told)]
    if ballots.people and missing:
        found.append(
            _("Too few took part to say anything of: %(who)s.")
            % {"who": "; ".join(who_words(name) for name in missing)}
        )
    sizes = dict(tell(ballots.sizes).rows)
    labels = dict(Participant.SizeClass.choices)
    few = [str(labels[name]) for name in ("small", "medium", "large") if sizes.get(name, 0) < 5]
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
            "Those who came chose to come. The figures tell what they hold, not what all municipalities hold; a share from few "
            "votes shows a direction rather than a size."
        )
    )
    return found
