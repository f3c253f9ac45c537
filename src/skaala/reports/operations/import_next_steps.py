"""Importing the report's next steps to the board of the closing event."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from skaala.reports import queries
from skaala.reports.commitments.rules import Refusal, UnableToCommit
from skaala.reports.models import Finding, ImportedStep
from skaala.ui.languages import LANGUAGES
from skaala.workshops import rules
from skaala.workshops.models import Board, Prompt, Statement
from skaala.workshops.operations import carry_over, seed_statements
from skaala.workshops.operations.translate import set_translations


@dataclass
class ImportedSteps:
    """
    The result of an import.

    :ivar carried: statements that were carried over with their votes
    :ivar seeded: new statements
    :ivar known: how many were on the board already
    :ivar too_long: texts that are too long for a statement
    """

    carried: list[Statement] = field(default_factory=list)
    seeded: list[Statement] = field(default_factory=list)
    known: int = 0
    too_long: list[str] = field(default_factory=list)


@transaction.atomic
def import_next_steps(*, board: Board, now: datetime) -> ImportedSteps:
    """
    Add the report's next steps to ``board``: those chosen for publication, or all while none is chosen.

    A step that is a statement of an earlier board is carried over with its votes; one that a person wrote or reworded
    becomes a new statement with its translations. Steps already on the board are skipped, so it can be repeated.

    :raises UnableToAct: if the board is closed
    :raises UnableToCommit: if no question of the board asks for next steps
    """
    prompt = board.prompts.filter(kind=Prompt.Kind.NEXT_STEP).first()
    if prompt is None:
        raise UnableToCommit(Refusal.NO_PROMPT)
    findings = queries.steps_to_import(board.event.series)
    outcome = ImportedSteps()
    originals = _originals(board, findings)
    on_board = set(board.statements.values_list("root", flat=True))
    chosen = []
    for finding in findings:
        original = originals.get(_only_root(finding))
        if original is None:
            _seed(board, prompt, finding, outcome, now)
        elif original.root_id in on_board:
            outcome.known += 1
        else:
            chosen.append(original.pk)
    outcome.carried = carry_over(board=board, statement_ids=chosen, now=now) if chosen else []
    return outcome


def _only_root(finding: Finding) -> uuid.UUID | None:
    """Return the root of the statement that a finding consists of; None if it is reworded or has several."""
    if finding.has_words_of_its_own or finding.title != finding.drafted_title:
        return None
    roots = [supporting.statement_id for supporting in finding.supporting_statements.all()]
    return roots[0] if len(roots) == 1 else None


def _originals(board: Board, findings: Iterable[Finding]) -> dict[uuid.UUID | None, Statement]:
    """Return by root the statement on the last other board of the series on which it is shown."""
    roots = [root for finding in findings if (root := _only_root(finding)) is not None]
    shown = Statement.objects.filter(
        root__in=roots,
        state=Statement.State.SHOWN,
        board__event__series=board.event.series_id,
        board__is_rehearsal=False,
    )
    return {
        statement.root_id: statement
        for statement in shown.exclude(board=board).order_by("board__event__start")
    }


def _seed(board: Board, prompt: Prompt, finding: Finding, outcome: ImportedSteps, now: datetime) -> None:
    texts = {code: " ".join(finding.title.get(code).split()) for code in LANGUAGES}
    language = next((code for code in LANGUAGES if texts[code]), "")
    if not language:
        return
    seeded = seed_statements(
        board=board, prompt_id=prompt.pk, text=texts[language], source=Statement.Source.SEED, now=now
    )
    outcome.known += len(seeded.known)
    for step in board.statements.filter(prompt=prompt, text__in=seeded.known):
        _note(step, finding)
    outcome.too_long += [line for line, reason in seeded.refused if reason == rules.Refusal.TOO_LONG]
    for statement in seeded.made:
        statement.language = language
        statement.save(update_fields=["language"])
        others = {code: text for code, text in texts.items() if text and code != language}
        set_translations(board=board, statement_id=statement.pk, texts=others)
        outcome.seeded.append(statement)
        _note(statement, finding)


def _note(step: Statement, finding: Finding) -> None:
    """Note of which finding a step was made, so that it knows the actions that are made of that."""
    ImportedStep.objects.get_or_create(step_id=step.root_id, defaults={"finding": finding})
