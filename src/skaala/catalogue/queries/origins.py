"""Where actions come from: what a workshop or a report has said in public, and which actions were made of a series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from skaala.catalogue.models import Action
from skaala.catalogue.queries.actions import published_actions
from skaala.reports.claims.queries import Claim, find_claim
from skaala.reports.contents import Contents
from skaala.reports.models import Finding, ImportedStep
from skaala.reports.presenters.supporting_statements import find_entry, rests_on
from skaala.reports.queries import contents_of, latest_version
from skaala.series.models import Series
from skaala.series.queries import is_public
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, Statement
from skaala.workshops.queries import results_are_public


@dataclass(frozen=True)
class Origin:
    """What everybody may know of where an action comes from; what is not public is left out."""

    series: Series | None = None
    has_report: bool = False
    has_results: bool = False
    """Whether everybody may read the results of the workshop where the statement was made."""
    statement: Statement | None = None
    finding: Texts | None = None
    others: Sequence[Statement] = ()
    """The other statements of the claim that it was made of."""


@dataclass(frozen=True)
class PublishedFinding:
    """A finding in the words in which the latest version of its report was published, whatever its draft says since."""

    title: Texts
    text: Texts


def public_origin(action: Action, *, now: datetime) -> Origin:
    """Return what everybody may know of where ``action`` comes from: nothing as long as its series is not public."""
    series = action.series
    if series is None or not is_public(series, now=now):
        return Origin()
    finding = published_finding(action.finding, now=now) if action.finding else None
    statement = action.statement
    return Origin(
        series=series,
        has_report=_has_report(series),
        statement=statement if statement and is_public_statement(statement, now=now) else None,
        has_results=statement is not None and results_are_public(statement.board),
        finding=finding.title if finding else None,
        others=_others_of_claim(series, action, now=now) if action.claim else (),
    )


def is_public_statement(statement: Statement, *, now: datetime) -> bool:
    """Say whether everybody may read a statement: it is shown, and its board's results or its series' report are public."""
    board = statement.board
    series = board.event.series
    if board.is_rehearsal or statement.state != Statement.State.SHOWN or not is_public(series, now=now):
        return False
    return results_are_public(board) or _has_report(series)


def public_statements(claim: Claim, *, now: datetime) -> list[Statement]:
    """Return the statements of a claim that everybody may read."""
    return [each for each in claim.statements if is_public_statement(each, now=now)]


def _others_of_claim(series: Series, action: Action, *, now: datetime) -> list[Statement]:
    claim = find_claim(series, action.claim)
    return [each for each in public_statements(claim, now=now) if each != action.statement] if claim else []


def published_finding(finding: Finding, *, now: datetime) -> PublishedFinding | None:
    """Return a finding as the latest version of its report has it; None if that is not public or has no such finding."""
    series = finding.report.series
    version = latest_version(series)
    if version is None or version.is_replaced or not is_public(series, now=now):
        return None
    entries = {code: find_entry(contents_of(version, code), finding.pk.hex) for code in version.contents}
    found = {code: entry for code, entry in entries.items() if entry is not None}
    if not found:
        return None
    return PublishedFinding(
        Texts(**{code: entry.title for code, entry in found.items()}),
        Texts(**{code: "\n\n".join(entry.paragraphs) for code, entry in found.items()}),
    )


def actions_from_series(series: Series) -> QuerySet[Action]:
    """Return the published actions that began in the workshops or the report of a series."""
    return published_actions().filter(series=series).select_related("statement")


def actions_by_finding(contents: Contents, actions: Iterable[Action]) -> dict[str, list[Action]]:
    """Return by finding of a report the actions made of it, of the next step worded from it, or of what it rests on."""
    made_of: dict[str, list[Action]] = {}
    actions = list(actions)
    steps = ImportedStep.objects.filter(step__actions__in=actions)
    worded_from = {step.hex: finding.hex for step, finding in steps.values_list("step", "finding")}
    for action in actions:
        root = action.statement.root_id.hex if action.statement else ""
        finding = action.finding_id.hex if action.finding_id else ""
        for subject in {root, action.claim, finding, worded_from.get(root, "")} - {""}:
            made_of.setdefault(subject, []).append(action)
    found = {}
    for entry in (entry for part in contents.sections for entry in part.entries):
        each = [one for subject in (entry.id, *rests_on(entry)) for one in made_of.get(subject, ())]
        if each:
            found[entry.id] = list(dict.fromkeys(each))
    return found


def actions_from_board(board: Board, *, now: datetime) -> list[Action]:
    """Return the published actions made of statements of a board that everybody may read, with the statements."""
    roots = board.statements.filter(state=Statement.State.SHOWN).values(
        "root"
    )  # also those brought from another workshop
    found = published_actions().filter(statement__root__in=roots)
    return [
        one
        for one in found.select_related("statement__board__event__series").order_by("statement__number", "pk")
        if one.statement and is_public_statement(one.statement, now=now)
    ]


def has_public_report(series: Series, *, now: datetime) -> bool:
    """Say whether everybody may read a report of a series."""
    return is_public(series, now=now) and _has_report(series)


def _has_report(series: Series) -> bool:
    version = latest_version(series)
    return version is not None and not version.is_replaced
