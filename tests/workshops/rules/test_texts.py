"""What is made of what people type."""

from __future__ import annotations

import pytest

from skaala.workshops import rules
from skaala.workshops.rules import Refusal, UnableToAct


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Yksi\r\n ajatus\t kerrallaan ", "Yksi ajatus kerrallaan"),
        ("\u202eKäännetty\u202c teksti\u200f", "Käännetty teksti"),
        ("<b>Lihava</b> & vahva", "<b>Lihava</b> & vahva"),
        ("Nolla\x00tavu ja\x1b[31m väri", "Nolla tavu ja [31m väri"),
        ("a" * 280, "a" * 280),
        ("Hyvä 👍🏽 idea", "Hyvä 👍🏽 idea"),
    ],
)
def test_a_statement_is_one_clean_line(typed, kept):
    assert rules.clean_statement(typed) == kept


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", Refusal.EMPTY),
        ("   \n ", Refusal.EMPTY),
        ("👍👍👍👍", Refusal.EMPTY),
        ("\u202e\u202c", Refusal.EMPTY),
        ("?!", Refusal.EMPTY),
        ("a" * 281, Refusal.TOO_LONG),
        ("x" * 100_000, Refusal.TOO_LONG),
    ],
)
def test_what_says_nothing_or_too_much_is_refused(typed, refusal):
    with pytest.raises(UnableToAct) as refused:
        rules.clean_statement(typed)
    assert refused.value.refusal == refusal
