"""Setting a board up: its rules and its questions."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, ProtectedError

from skaala.series.models import Event
from skaala.ui.texts import in_every_language
from skaala.workshops import rules
from skaala.workshops.models import Board, OwnPromptSet, Prompt
from skaala.workshops.models.prompt_sets import PROMPT_SETS
from skaala.workshops.operations.prompt_sets import prompts_for


@dataclass(frozen=True)
class BoardSettings:
    """How a board is led."""

    moderates_before: bool = False
    hides_results: bool = True
    welcomes_guests: bool = True
    confirms_guests: bool = True
    guest_extra: int = rules.GUEST_EXTRA
    own_words: str = ""


@transaction.atomic
def set_up_board(
    *,
    event: Event,
    prompt_set: str,
    settings: BoardSettings = BoardSettings(),
    is_simulated: bool = False,
    own_set: OwnPromptSet | None = None,
) -> Board:
    """
    Give ``event`` its board with a ready-made set of questions; where it has one already, return that unchanged.

    :param prompt_set: a key of :data:`skaala.workshops.models.prompt_sets.PROMPT_SETS`
    :param own_set: one of the organisation's own sets instead
    """
    Event.objects.select_for_update(no_key=True).get(pk=event.pk)  # two facilitators at once make one board
    existing = Board.objects.filter(event=event).first()
    if existing is not None:
        return existing
    board = Board.objects.create(
        event=event,
        code=free_code(),
        moderates_before=settings.moderates_before,
        hides_results=settings.hides_results,
        welcomes_guests=settings.welcomes_guests,
        confirms_guests=settings.confirms_guests,
        guest_extra=settings.guest_extra,
        own_words=settings.own_words,
        is_simulated=is_simulated,
    )
    if own_set is not None:
        Prompt.objects.bulk_create(prompts_for(board, list(own_set.prompts.all())))
        return board
    Prompt.objects.bulk_create(
        Prompt(
            board=board,
            kind=ready.kind,
            question=in_every_language(ready.question),
            hint=in_every_language(ready.hint),
            order=order,
        )
        for order, ready in enumerate(PROMPT_SETS[prompt_set].prompts, 1)
    )
    return board


@transaction.atomic
def change_settings(*, board: Board, settings: BoardSettings) -> None:
    """Change how the board is led from now on; statements that wait or are shown stay as they are."""
    Board.objects.filter(pk=board.pk).update(
        moderates_before=settings.moderates_before,
        hides_results=settings.hides_results,
        welcomes_guests=settings.welcomes_guests,
        confirms_guests=settings.confirms_guests,
        guest_extra=settings.guest_extra,
        own_words=settings.own_words,
    )


@transaction.atomic
def save_prompt(*, prompt: Prompt) -> Prompt:
    """Save a question; a new one comes last."""
    if not prompt.order:
        last = Prompt.objects.filter(board=prompt.board).aggregate(last=Max("order"))["last"]
        prompt.order = (last or 0) + 1
    prompt.save()
    return prompt


def remove_prompt(*, prompt: Prompt) -> bool:
    """Remove a question that no statement answers; say whether it could be removed."""
    try:
        with transaction.atomic():
            prompt.delete()
    except ProtectedError:
        return False
    return True


def free_code() -> str:
    """Return a code that no board has."""
    while True:
        code = "".join(secrets.choice(rules.CODE_LETTERS) for _ in range(rules.CODE_LENGTH))
        if not Board.objects.filter(code=code).exists():
            return code
