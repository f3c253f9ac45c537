"""Translations of statements: by hand, or proposed by a machine where the operator has named one."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from skaala.ui.languages import LANGUAGES
from skaala.workshops import rules
from skaala.workshops.models import Board, Statement, Translation
from skaala.workshops.operations.moderate import locked_statement

Translator = Callable[[str, str, str], str]
"""Takes a text, its language and the wanted one; returns the translation."""


def find_translator() -> Translator | None:
    """Return the machine that the operator has named, or None: then nothing is translated by machine."""
    path = settings.STATEMENT_TRANSLATOR
    return import_string(path.replace(":", ".")) if path else None


@transaction.atomic
def set_translations(
    *, board: Board, statement_id: uuid.UUID, texts: Mapping[str, str], is_by_machine: bool = False
) -> None:
    """
    Keep a statement's words in other languages; an empty text takes a translation away.

    They belong to the words, so a statement that is carried over has them too.

    :raises UnableToAct: if the statement is not of this board, a text is too long or says nothing, or it is no language of ours
    """
    statement = locked_statement(board, statement_id)
    for language, text in texts.items():
        if language not in LANGUAGES:
            raise rules.UnableToAct(rules.Refusal.NO_SUCH_LANGUAGE)
        held = Translation.objects.filter(root=statement.root_id, language=language)
        if not text.strip() or language == statement.language:
            held.delete()
            continue
        cleaned = rules.clean_statement(text, longest=2 * rules.LONGEST)
        if held.filter(text=cleaned).exists():
            continue
        Translation.objects.update_or_create(
            root_id=statement.root_id,
            language=language,
            defaults={"text": cleaned, "is_by_machine": is_by_machine},
        )


def translate_by_machine(*, board: Board, statement: Statement) -> int:
    """
    Have the machine translate a statement into the languages in which it is missing; return into how many.

    :raises UnableToAct: if there is no machine, or it fails
    """
    machine = find_translator()
    if machine is None:
        raise rules.UnableToAct(rules.Refusal.TRANSLATOR_FAILED)
    held = set(Translation.objects.filter(root=statement.root_id).values_list("language", flat=True))
    missing = [each for each in board.event.series.offered if each != statement.language and each not in held]
    try:
        texts = {language: machine(statement.text, statement.language, language) for language in missing}
    except Exception as error:  # whatever somebody else's program does, the desk answers
        raise rules.UnableToAct(rules.Refusal.TRANSLATOR_FAILED) from error
    set_translations(board=board, statement_id=statement.pk, texts=texts, is_by_machine=True)
    return len(texts)
