"""Writing statements: one's own, and many at once by the facilitator."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from skaala.insight.languages import guess_language
from skaala.workshops import queries, rules
from skaala.workshops.models import Board, Participant, Prompt, Statement
from skaala.workshops.operations.simulated import mark_simulated
from skaala.workshops.queries.guests import not_counted
from skaala.workshops.rules.attention import concerns
from skaala.workshops.rules.similar import THE_SAME, likeness


@transaction.atomic
def write_statement(
    *,
    board: Board,
    participant: Participant,
    prompt_id: uuid.UUID,
    text: str,
    language: str = "",
    now: datetime,
) -> Statement:
    """
    Put a participant's statement on the board: shown at once, or once the facilitator has looked at it. One with a telephone
    number, a name or an insult is held until then on any board.

    The same words from the same person again change nothing.

    :param language: `fi`, `sv` or `en`; guessed where empty
    :raises UnableToAct: if writing has been over for a minute, the text is empty, too long or one too many, or the prompt is not of this board
    """
    # One after the other for each participant, so that a double click makes one statement.
    Participant.objects.select_for_update(no_key=True).get(pk=participant.pk)
    current = Board.objects.select_related("event__series").get(pk=board.pk)
    rules.check_can_still_write(current.phase, ended_at=current.writing_ended_at, now=now)
    prompt = _prompt(board, prompt_id)
    cleaned = rules.clean_statement(text)
    own = list(board.statements.filter(author=participant, carried_from=None))
    for statement in own:
        if statement.prompt_id == prompt.pk and likeness(statement.text, cleaned) >= THE_SAME:
            return statement
    if len(own) >= rules.STATEMENTS_A_PERSON:
        raise rules.UnableToAct(rules.Refusal.TOO_MANY)
    (number,) = next_numbers(board, 1)
    # Whoever wiped a rehearsal while we waited for the number has moved the board.
    phase, ended_at = Board.objects.values_list("phase", "writing_ended_at").get(pk=board.pk)
    rules.check_can_still_write(phase, ended_at=ended_at, now=now)
    statement = new_statement(
        board,
        prompt,
        cleaned,
        number=number,
        language=language or guess_language(cleaned),
        day=now.astimezone(current.event.series.zone).date(),
    )
    statement.author = participant
    statement.small_group = queries.group_of(current, participant)
    statement.is_simulated = participant.is_simulated
    if participant.is_simulated:
        mark_simulated(current)
    held = concerns(cleaned, own_words=current.own_words.splitlines())
    statement.held_for = ",".join(held)
    is_looked_at = held or current.moderates_before or participant.pk in not_counted(current)
    statement.state = Statement.State.PENDING if is_looked_at else Statement.State.SHOWN
    statement.save(force_insert=True)
    return statement


@dataclass
class Seeded:
    """What came of pasted lines: statements made, lines that stand there already, and lines refused with the reason."""

    made: list[Statement] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    refused: list[tuple[str, rules.Refusal]] = field(default_factory=list)


@transaction.atomic
def seed_statements(
    *,
    board: Board,
    prompt_id: uuid.UUID,
    text: str,
    source: str = Statement.Source.SEED,
    now: datetime,
    is_simulated: bool = False,
) -> Seeded:
    """
    Put each line of ``text`` on the board as a statement; in any phase but a closed board's, unless it was said in the call.

    :param source: whose words they are: the facilitator's, the room's (paper cards, the call's chat), or those of the call's recording
    :raises UnableToAct: if the board is closed or the prompt is not of this board
    """
    current = (
        Board.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__series")
        .get(pk=board.pk)
    )
    # A transcript comes when the call is over.
    if current.phase == rules.Phase.CLOSED and source != Statement.Source.RECORDING:
        raise rules.UnableToAct(rules.Refusal.WRITING_OVER, phase=current.phase)
    prompt = _prompt(board, prompt_id)
    outcome = Seeded()
    existing = list(board.statements.filter(prompt=prompt).values_list("text", flat=True))
    texts: list[str] = []
    for line in text.splitlines()[: rules.MOST_AT_ONCE]:
        if not line.strip():
            continue
        try:
            cleaned = rules.clean_statement(line.strip().lstrip("•-–*·").strip())
        except rules.UnableToAct as problem:
            outcome.refused.append((line.strip()[:80], problem.refusal))
            continue
        if any(likeness(cleaned, other) >= THE_SAME for other in [*existing, *texts]):
            outcome.known.append(cleaned)
            continue
        texts.append(cleaned)
    day = now.astimezone(current.event.series.zone).date()
    for number, cleaned in zip(next_numbers(board, len(texts)), texts, strict=True):
        statement = new_statement(
            board, prompt, cleaned, number=number, language=guess_language(cleaned), day=day
        )
        statement.source = source
        statement.is_simulated = is_simulated
        outcome.made.append(statement)
    Statement.objects.bulk_create(outcome.made)
    return outcome


def new_statement(
    board: Board, prompt: Prompt, text: str, *, number: int, language: str, day: date
) -> Statement:
    """A statement that is its own root, unsaved."""
    own = uuid.uuid4()
    return Statement(
        pk=own,
        root_id=own,
        board=board,
        prompt=prompt,
        number=number,
        text=text,
        language=language,
        written_on=day,
    )


def next_numbers(board: Board, count: int) -> list[int]:
    """Take the next numbers of the board; whoever else writes waits for this transaction."""
    Board.objects.filter(pk=board.pk).update(statement_count=F("statement_count") + count)
    last = Board.objects.values_list("statement_count", flat=True).get(pk=board.pk)
    return list(range(last - count + 1, last + 1))


def _prompt(board: Board, prompt_id: uuid.UUID) -> Prompt:
    prompt = Prompt.objects.filter(board=board, pk=prompt_id).first()
    if prompt is None:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_PROMPT)
    return prompt
