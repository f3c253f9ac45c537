"""What a published finding rests on: its statements, and what each perspective says to them, from the version's own votes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from skaala.reports.assembly.labels import voters_label
from skaala.reports.contents import Contents, Entry, Quote, Table
from skaala.reports.figures.keys import read_key
from skaala.reports.figures.vote_snapshot import AFTER, ALL, BEFORE, FIRST_RULE, VoteSnapshot
from skaala.reports.models import Version
from skaala.ui.texts import Texts
from skaala.workshops.presenters.shares import share_words


@dataclass(frozen=True)
class SupportingVotes:
    """One statement and the votes on it."""

    anchor: str
    number: int
    """Its place among the statements; 0 for the claim that they make together."""
    is_claim: bool
    quote: Quote | None
    table: Table


def find_entry(contents: Contents, finding: str) -> Entry | None:
    """Return the finding with this id in a version's contents."""
    return next((entry for part in contents.sections for entry in part.entries if entry.id == finding), None)


def supporting_votes(version: Version, entry: Entry) -> list[SupportingVotes]:
    """Return the statements that ``entry`` rests on with all figures that may be told of them, in the active language."""
    ballots = VoteSnapshot.from_data(version.snapshot["ballots"])
    kept = version.snapshot.get("perspectives", {})
    label = partial(voters_label, kept={code: Texts.from_dict(name) for code, name in kept.items()})
    quotes = {_subject(quote): quote for quote in entry.quotes}
    by_hex = {name.replace("-", ""): name for name in ballots.kinds}
    found: list[SupportingVotes] = []
    for hexed in rests_on(entry):
        is_claim = hexed in ballots.claims
        number = 0 if is_claim else 1 + sum(not each.is_claim for each in found)
        table = (
            _claim_table(ballots, hexed, label)
            if is_claim
            else _table(ballots, by_hex.get(hexed, ""), number, label)
        )
        found.append(SupportingVotes(f"statement-{hexed}", number, is_claim, quotes.get(hexed), table))
    return found


def rests_on(entry: Entry) -> list[str]:
    """Return the statements and claims that a finding rests on: the hexadecimal ids of roots, and keys."""
    keys = [figure.key for chart in entry.charts for figure in chart.figures]
    subjects = [*(read_key(key)[1].replace("-", "") for key in keys), *map(_subject, entry.quotes)]
    return list(dict.fromkeys(subjects))


def _subject(quote: Quote) -> str:
    return quote.address.rpartition("#statement-")[2]


def _claim_table(ballots: VoteSnapshot, claim: str, label: Callable[[str], str]) -> Table:
    rows: list[tuple[str | int | float | None, ...]] = []
    for who in (ALL, *ballots.names):
        agree = ballots.share(claim, who, "agree")
        if agree is None:
            most = ballots.majority(claim, who)
            rows.append(
                (
                    label(who),
                    share_words(None, most=most) if most else None,
                    None,
                    None,
                    None,
                    None,
                    None,
                )
            )
            continue
        others = [ballots.share(claim, who, side) for side in ("disagree", "mixed", "pass")]
        cells = [other.cell if other else None for other in others]
        rows.append((label(who), agree.cell, agree.low, agree.high, *cells))
    return Table(
        key="claim",
        title=_("Votes on the statements together"),
        note="",
        columns=(
            _("Who voted"),
            _("Agree, %"),
            _("Lower bound, %"),
            _("Upper bound, %"),
            _("Disagree, %"),
            _("On both sides, %"),
            _("Pass, %"),
        ),
        rows=tuple(rows),
    )


def _table(ballots: VoteSnapshot, statement: str, number: int, label: Callable[[str], str]) -> Table:
    rows: list[tuple[str | int | float | None, ...]] = []
    moved = [BEFORE, AFTER] if ballots.share(statement, BEFORE, "agree") else []
    for who in (ALL, *ballots.names, *moved):
        agree, against = ballots.share(statement, who, "agree"), ballots.share(statement, who, "disagree")
        if agree is None:
            most = ballots.majority(statement, who) if ballots.rule > FIRST_RULE else None
            rows.append((label(who), share_words(None, most=most) if most else None, None, None, None, None))
            continue
        other = against.share if against else None
        rows.append((label(who), agree.cell, agree.low, agree.high, other, agree.votes))
    return Table(
        key="evidence",
        title=_("Votes on statement %(number)s") % {"number": number},
        note="",
        columns=(
            _("Who voted"),
            _("Agree, %"),
            _("Lower bound, %"),
            _("Upper bound, %"),
            _("Disagree, %"),
            _("Votes"),
        ),
        rows=tuple(rows),
    )
