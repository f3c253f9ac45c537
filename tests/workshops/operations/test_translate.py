"""Translations of statements, entered by hand or by a machine."""

from __future__ import annotations

import pytest
from django.utils import translation

from skaala.workshops import operations, queries
from skaala.workshops.models import Translation
from skaala.workshops.rules import Refusal
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, refused, vote_counts, votes

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    board = a_board()
    for word in ("Ensimmäinen", "Toinen", "Kolmas"):
        a_statement(board, f"{word} ajatus on tässä {word}")
    return board


def test_translations_are_read_in_the_reader_s_language_and_travel_with_the_words(board):
    statement = board.statements.first()
    operations.set_translations(
        board=board, statement_id=statement.pk, texts={"sv": " En tanke ", "en": "", "fi": "oma kieli"}
    )
    assert list(Translation.objects.values_list("language", "text", "is_by_machine")) == [
        ("sv", "En tanke", False)
    ]
    later = a_board(cast.an_event(board.event.series, 2))
    operations.carry_over(board=later, statement_ids=[statement.pk], now=NOW)
    for language, words in (("fi", None), ("sv", "En tanke"), ("en", None)):
        with translation.override(language):
            read = queries.shown_statements(later).get().translation
            assert (read.text if read else None) == words
    with refused(Refusal.TOO_LONG):
        operations.set_translations(board=board, statement_id=statement.pk, texts={"en": "w " * 600})
    with refused(Refusal.NO_SUCH_LANGUAGE):
        operations.set_translations(board=board, statement_id=statement.pk, texts={"xx": "words"})
    # Other words need another translation.
    operations.edit_statement(
        board=board, statement_id=statement.pk, text="Aivan toiset sanat tässä", now=NOW
    )
    assert not Translation.objects.exists()


def machine(text: str, source: str, wanted: str) -> str:
    if wanted == "sv":
        return f"{source}>{wanted}: {text}"
    return "By a machine, in English"


def broken(text: str, source: str, wanted: str) -> str:
    raise OSError("no network")


def test_a_machine_translates_what_is_missing_only_where_one_is_named(board, settings):
    statement = board.statements.first()
    with refused(Refusal.TRANSLATOR_FAILED):
        operations.translate_by_machine(board=board, statement=statement)
    settings.STATEMENT_TRANSLATOR = f"{__name__}:broken"
    with refused(Refusal.TRANSLATOR_FAILED):
        operations.translate_by_machine(board=board, statement=statement)
    settings.STATEMENT_TRANSLATOR = f"{__name__}:machine"
    operations.set_translations(board=board, statement_id=statement.pk, texts={"en": "By hand"})
    assert operations.translate_by_machine(board=board, statement=statement) == 1
    assert list(
        Translation.objects.order_by("language").values_list("language", "text", "is_by_machine")
    ) == [
        ("en", "By hand", False),
        ("sv", f"fi>sv: {statement.text}", True),
    ]


def test_what_is_translated_can_still_be_voted_on(board):
    statement = board.statements.first()
    votes(board, a_participant(board.event.series), statement, 1)
    operations.set_translations(board=board, statement_id=statement.pk, texts={"sv": "En tanke"})
    assert vote_counts(board)[statement.root_id] == (1, 0, 1)
