"""An action made of what a workshop or a report said, with one press: the words come along, and the way back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.catalogue.models import Action
from skaala.catalogue.operations.actions import save_action
from skaala.reports.models import Finding
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement

LONGEST_NAME = 200


@transaction.atomic
def action_from_statement(*, statement: Statement, now: datetime) -> Action:
    """Return the action made of a statement, with its translations; pressing again opens the same."""
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
    """Return the action made of a finding, with its title and text; pressing again opens the same."""
    Finding.objects.select_for_update().get(pk=finding.pk)
    made = Action.objects.filter(finding=finding).first()
    if made is not None:
        return made
    action = Action(finding=finding, series=finding.report.series)
    return _save(action, finding.title or finding.text, finding.text, now=now)


def _save(action: Action, name: Texts, text: Texts, *, now: datetime) -> Action:
    action.name = Texts(**{code: _short(words) for code, words in name.as_dict().items()})
    action.summary = text
    return save_action(action=action, now=now)


def _short(words: str) -> str:
    if len(words) <= LONGEST_NAME:
        return words
    return f"{words[: LONGEST_NAME - 1].rpartition(' ')[0]}…"
