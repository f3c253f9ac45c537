"""An action made of what a workshop or a report said, with one press: the words come along, and the way back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.catalogue.models import Action
from skaala.catalogue.operations.actions import save_action
from skaala.catalogue.queries.origins import is_public_statement, published_finding
from skaala.reports.models import Finding
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
    made = Action.objects.filter(statement__root=root).first()
    if made is not None:
        return made
    words = {one.language: one.text for one in root.translations.all()} | {statement.language: statement.text}
    texts = Texts(**words)
    series = statement.board.event.series
    action = Action(statement=statement, series=series, is_simulated=statement.is_simulated)
    return _save(action, texts, texts, now=now)


@transaction.atomic
def action_from_finding(*, finding: Finding, now: datetime) -> Action:
    """
    Return the action made of a finding, with its title and text as they were published; pressing again opens the same.

    :raises UnableToMakeAction: if no public report has the finding
    """
    published = published_finding(finding, now=now)
    if published is None:
        raise UnableToMakeAction
    Finding.objects.select_for_update().get(pk=finding.pk)
    made = Action.objects.filter(finding=finding).first()
    if made is not None:
        return made
    action = Action(finding=finding, series=finding.report.series)
    return _save(action, published.title or published.text, published.text, now=now)


def _save(action: Action, name: Texts, text: Texts, *, now: datetime) -> Action:
    action.name = Texts(**{code: _short(words) for code, words in name.as_dict().items()})
    action.summary = text
    return save_action(action=action, now=now)


def _short(words: str) -> str:
    if len(words) <= LONGEST_NAME:
        return words
    return f"{words[: LONGEST_NAME - 1].rpartition(' ')[0]}…"
