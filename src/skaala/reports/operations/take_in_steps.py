"""Bringing the report's next steps to the closing event's board."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from skaala.reports import queries_commitments as queries
from skaala.reports.models import Finding
from skaala.reports.rules_of_commitments import NotPossibleToCommit, Refusal
from skaala.ui.texts import LANGUAGES
from skaala.workshops import rules
from skaala.workshops.models import Board, Prompt, Statement
from skaala.workshops.operations import carry_over, seed_statements
from skaala.workshops.operations.translate import set_translations


@dataclass
class TakenIn:
    """What came of the findings: statements brought along with their votes, new ones, known ones, and those too long."""

    carried: list[Statement] = field(default_factory=list)
    seeded: list[Statement] = field(default_factory=list)
    known: int = 0
    too_long: list[str] = field(default_factory=list)


@transaction.atomic
def take_in_next_steps(*, board: Board, now: datetime) -> TakenIn:
    """
    Put the report's next steps on ``board``: those chosen for publication, or all while none is chosen.

    A step that is a statement of an earlier board is carried over, so that its votes come along; one that a person wrote or
    reworded is a new statement, with its translations. What stands there already is passed over, so it can be done again.

    :raises NotPossible: if the board is closed
    :raises NotPossibleToCommit: if no question of the board asks for next steps
    """
    prompt = board.prompts.filter(kind=Prompt.Kind.NEXT_STEP).first()
    if prompt is None:
        raise NotPossibleToCommit(Refusal.NO_PROMPT)
    found = queries.steps_to_take_in(board.event.series)
    outcome = TakenIn()
    standing = _standing(board, found)
    here = set(board.statements.values_list("root", flat=True))
    chosen = []
    for finding in found:
        original = standing.get(_only_root(finding))
        if original is None:
            _seed(board, prompt, finding, outcome, now)
        elif original.root_id in here:
            outcome.known += 1
        else:
            chosen.append(original.pk)
    outcome.carried = carry_over(board=board, statement_ids=chosen, now=now) if chosen else []
    return outcome


def _only_root(finding: Finding) -> uuid.UUID | None:
    """Return the statement that a finding is, if it is one in its own words."""
    roots = [evidence.statement_id for evidence in finding.evidence.all()]
    return (
        roots[0]
        if len(roots) == 1 and not finding.is_own and finding.title == finding.drafted_title
        else None
    )


def _standing(board: Board, found: Iterable[Finding]) -> dict[uuid.UUID | None, Statement]:
    """Return by root where each step was shown last on another board of the series, or stands here."""
    roots = [root for finding in found if (root := _only_root(finding)) is not None]
    shown = Statement.objects.filter(
        root__in=roots,
        state=Statement.State.SHOWN,
        board__event__series=board.event.series_id,
        board__is_rehearsal=False,
    )
    return {each.root_id: each for each in shown.exclude(board=board).order_by("board__event__start")}


def _seed(board: Board, prompt: Prompt, finding: Finding, outcome: TakenIn, now: datetime) -> None:
    words = {code: " ".join(getattr(finding.title, code).split()) for code in LANGUAGES}
    first = next((code for code in LANGUAGES if words[code]), "")
    if not first:
        return
    seeded = seed_statements(
        board=board, prompt_id=prompt.pk, text=words[first], source=Statement.Source.SEED, now=now
    )
    outcome.known += len(seeded.known)
    outcome.too_long += [line for line, why in seeded.refused if why == rules.Refusal.TOO_LONG]
    for statement in seeded.made:
        statement.language = first
        statement.save(update_fields=["language"])
        others = {code: text for code, text in words.items() if text and code != first}
        set_translations(board=board, statement_id=statement.pk, texts=others)
        outcome.seeded.append(statement)
