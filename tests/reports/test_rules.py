"""Where names are found and where they are not; who may take part in a next step and under which name."""

from __future__ import annotations

import pytest

from skaala.registration.rules.names import NameMatch, Text, find_names
from skaala.reports.commitments import rules
from skaala.reports.commitments.rules import Refusal, UnableToCommit


def found(text: str, name: str) -> str:
    (match,) = find_names([Text("here", text)], [name]) or [None]
    return "" if match is None else "sure" if match.sure else "perhaps"


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        # Endings: five letters more than the name, no more.
        ("Anna Koskeltaanko", "Anna Koskela", ""),
        ("Ann Berglundabcde", "Ann Berglund", "sure"),
        ("Ann Berglundabcdef", "Ann Berglund", ""),
        # -nen bends its stem.
        ("Maija Virtaselle", "Maija Virtanen", "sure"),
        ("Maija Virtaen", "Maija Virtanen", "sure"),
        # k, p and t weaken, if the name ends in a vowel.
        ("Aino Aallon", "Aino Aalto", "sure"),
        ("Aino Lammen", "Aino Lampi", "sure"),
        ("Aino Aalabcde", "Aino Aalto", "sure"),
        ("Aino Aalabcdef", "Aino Aalto", ""),
        ("Aino Bergen", "Aino Bergas", ""),
        # Short names have no endings of more than they are.
        ("Bo Ek", "Bo Ek", "sure"),
        ("Bo Eks", "Bo Ek", ""),
        # A surname alone: with a capital, not as the first word, and of four letters at least.
        ("Niin Holm sanoi", "Anna Holm", "perhaps"),
        ("Niin holm sanoi", "Anna Holm", ""),
        ("Holm sanoi", "Anna Holm", ""),
        ("Niin Hof sanoi", "Anna Hof", ""),
        ("Niin Aallon pinnalla", "Aino Aalto", ""),  # weakened it may be any word
        # Both names, one after the other, either way round, with nothing between.
        ("Holm, Anna", "Anna Holm", "sure"),
        ("Anna ja Holm", "Anna Holm", "perhaps"),
        ("anna holm", "Anna Holm", "sure"),
        ("Anna Maria Holm", "Anna Maria Holm", "sure"),
        ("Holm Anna Maria", "Anna Maria Holm", "sure"),
        ("Maria Holm", "Anna Maria Holm", "perhaps"),
        ("Jean-Luc O'Hara", "Jean-Luc O'Hara", "sure"),
    ],
)
def test_a_name_is_found_however_it_is_bent(text, name, how):
    assert found(text, name) == how


def test_each_name_and_address_is_found_once_per_place():
    texts = [Text("title", "Anna Holm, anna@example.org"), Text("step", "Anna Holm ja Anna Holm")]
    names = ["Anna Holm", "Anna Holm", "Bo"]
    assert find_names(texts, names, ["Anna@Example.org", ""]) == [
        NameMatch("title", "anna@example.org", sure=True),
        NameMatch("title", "Anna Holm", sure=True),
        NameMatch("step", "Anna Holm", sure=True),
    ]


@pytest.mark.parametrize("phase", ["set_up", "preparation", "gather", "weigh", "look", "conclude", "closed"])
def test_next_steps_are_taken_while_the_board_of_a_closing_event_is_open(phase):
    is_open = phase not in {"set_up", "closed"}
    assert rules.can_commit(phase, is_closing_event=True, is_rehearsal=False) is is_open
    for closing_event, rehearsal, refusal in (
        (False, False, Refusal.NO_CLOSING_EVENT),
        (False, True, Refusal.NO_CLOSING_EVENT),
        (True, True, Refusal.REHEARSAL),
    ):
        with pytest.raises(UnableToCommit) as refused:
            rules.check_can_commit(phase, is_closing_event=closing_event, is_rehearsal=rehearsal)
        assert refused.value.refusal == refusal
        assert not rules.can_commit(phase, is_closing_event=closing_event, is_rehearsal=rehearsal)
    if not is_open:
        with pytest.raises(UnableToCommit) as refused:
            rules.check_can_commit(phase, is_closing_event=True, is_rehearsal=False)
        assert (refused.value.refusal, str(refused.value)) == (Refusal.NOT_OPEN, "not_open")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Espoon\r\nkaupunki ", "Espoon kaupunki"),
        ("A\u0308a\u0308nekoski", "Äänekoski"),
        ("Es\u200bpoo\u202e", "Espoo"),
        ("Espoo\u2028Vantaa\x00", "Espoo Vantaa"),
        ("HY", "HY"),
        ("a" * 120, "a" * 120),
        ("ab" + " " * (40 * 120 - 2), "ab"),
    ],
)
def test_a_public_name_is_one_clean_line(typed, kept):
    assert rules.clean_name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", Refusal.NO_NAME),
        ("A 1!", Refusal.NO_NAME),
        ("a" * 121, Refusal.NAME_TOO_LONG),
        ("ab" + " " * (40 * 120 - 1), Refusal.NAME_TOO_LONG),
        ("1" * 5_000, Refusal.NAME_TOO_LONG),
    ],
)
def test_what_is_no_name_is_refused(typed, refusal):
    with pytest.raises(UnableToCommit) as refused:
        rules.clean_name(typed)
    assert refused.value.refusal == refusal
