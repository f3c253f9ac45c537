"""An action made of what a workshop or a report said, with one press: the words come along, and the way back."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from skaala.catalogue.models import Action, FollowUp
from skaala.catalogue.operations.actions import save_action
from skaala.catalogue.queries.origins import is_public_statement, public_statements, published_finding
from skaala.catalogue.queries.steps import action_of
from skaala.reports.claims.queries import Claim, find_claim
from skaala.reports.models import Finding
from skaala.series.models import Series
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement

LONGEST_NAME = 200


class UnableToMakeAction(Exception):
    """What it would be made of is not public, and all editors of the catalogue would read it."""


@transaction.atomic
def action_from_statement(*, statement: Statement, now: datetime) -> Action:
    """
    Return the action made of a statement, with its translations; pressing again opens the same.

    :raises UnableToMakeAction: if not everybody may read the statement
    """
    if not is_public_statement(statement, now=now):
        raise UnableToMakeAction
    root = Statement.objects.select_for_update().get(pk=statement.root_id)
    made = action_of(statement)
    if made is not None:
        return made
    words = {one.language: one.text for one in root.translations.all()} | {statement.language: statement.text}
    texts = Texts(**words)
    action = Action(
        statement=statement, series=statement.board.event.series, is_simulated=statement.is_simulated
    )
    return _with_follow_ups(_save(action, texts, texts, now=now), [root.pk])


@transaction.atomic
def action_from_claim(*, series: Series, claim: Claim, now: datetime) -> Action:
    """
    Return the action made of a claim, in its words; one made before of it, or of one of its statements, is opened again.

    :raises UnableToMakeAction: if not everybody may read at least one of its statements
    """
    public = public_statements(claim, now=now)
    if not public:
        raise UnableToMakeAction
    roots = [each.root_id for each in claim.statements]
    list(Statement.objects.select_for_update().filter(pk__in=roots).order_by("pk"))
    of_claim = Q(series=series, claim=claim.key) | Q(statement__root__in=roots)
    made = Action.objects.filter(of_claim).order_by("pk").first()
    if made is None:
        action = Action(statement=public[0], claim=claim.key, series=series)
        action.is_simulated = any(each.is_simulated for each in claim.statements)
        return _with_follow_ups(_save(action, claim.names, claim.names, now=now), roots)
    if made.claim != claim.key and find_claim(series, made.claim) is None:
        made.claim = claim.key
        made.save(update_fields=["claim"])
    return made


@transaction.atomic
def action_from_finding(*, finding: Finding, now: datetime) -> Action:
    """
    Return the action made of a finding, with its title and text as they were published; pressing again opens the same.

    So does one made of the next step that was worded from it.

    :raises UnableToMakeAction: if no public report has the finding
    """
    published = published_finding(finding, now=now)
    if published is None:
        raise UnableToMakeAction
    Finding.objects.select_for_update().get(pk=finding.pk)
    steps = list(finding.imported_steps.values_list("step", flat=True))
    made = Action.objects.filter(Q(finding=finding) | Q(statement__root__in=steps)).order_by("pk").first()
    if made is not None:
        return made
    action = Action(finding=finding, series=finding.report.series)
    return _with_follow_ups(_save(action, published.title or published.text, published.text, now=now), steps)


def _save(action: Action, name: Texts, text: Texts, *, now: datetime) -> Action:
    action.name = Texts(**{code: _short(words) for code, words in name.as_dict().items()})
    action.summary = text
    return save_action(action=action, now=now)


def _with_follow_ups(action: Action, roots: list[uuid.UUID]) -> Action:
    """Let whoever is asked about the next step, or the statement, be asked about the action: what they answer becomes a report."""
    FollowUp.objects.filter(step__root__in=roots, action=None).update(action=action)
    return action


def _short(words: str) -> str:
    if len(words) <= LONGEST_NAME:
        return words
    return f"{words[: LONGEST_NAME - 1].rpartition(' ')[0]}…"
