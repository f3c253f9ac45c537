"""An answer says what the draft says, in other words; else it is refused, and for the right reason."""

from __future__ import annotations

import pytest

from skaala.reports.figures.skeleton import Fault, refusals

DRAFT = (
    "Most participants agree on this: “Joint tendering saves time” (1.1) and “Nobody has time” [12], with 44% for and 50% against. "
    "Networks of municipalities agree more often than pioneer municipalities: “It would suit all” (2.1)."
)
NAMES = ["Networks of municipalities", "Pioneer municipalities"]


def faults(answered: str, drafted: str = DRAFT, language: str = "en") -> list[tuple[str, str]]:
    return [(each.fault, each.what) for each in refusals(drafted, answered, language, NAMES)]


@pytest.mark.parametrize(
    "answered",
    [
        DRAFT,
        "Most agree: “Joint tendering saves time” (1.1), “Nobody has time” [12], 44% for and 50% against. "
        "Networks of municipalities agree more often than pioneer municipalities: “It would suit all” (2.1).",
        "Most of them agree with “Joint tendering saves time” (1.1); “Nobody has time” [12] has 44% for and 50% against. "
        "Networks agree more often than pioneer municipalities that “It would suit all” (2.1).",
    ],
)
def test_other_words_are_taken(answered):
    assert faults(answered) == []


@pytest.mark.parametrize(
    ("was", "becomes", "found"),
    [
        ("44%", "54%", (Fault.INVENTED, "54")),
        ("Most participants", "Most of the 200 participants", (Fault.INVENTED, "200")),
        ("Most participants", "Most participants in five towns", (Fault.INVENTED, "5")),
        (
            "saves time” (1.1)",
            "saves time and money” (1.1)",
            (Fault.INVENTED, "Joint tendering saves time and money"),
        ),
        ("(2.1)", "(2.2)", (Fault.INVENTED, "(2.2)")),
        (" [12]", "", (Fault.MISSING, "[12]")),
        ("“Nobody has time” ", "", (Fault.MISSING, "Nobody has time")),
        (" and 50% against", "", (Fault.MISSING, "50")),
        ("Networks of municipalities agree", "They agree", (Fault.MISSING, "Networks of municipalities")),
        ("agree on this", "disagree on this", (Fault.SIDE, "(1.1)")),
        ("agree on this", "do not agree on this", (Fault.SIDE, "(1.1)")),
        ("44% for and 50% against", "50% for and 44% against", (Fault.SIDE, "(2.1)")),
        ("44% for and 50% against", "44% against and 50% for", (Fault.SIDE, "(2.1)")),
        ("more often", "less often", (Fault.SIDE, "(2.1)")),
        ("more often than", "hardly more often than", (Fault.SIDE, "(2.1)")),
        ("Most participants", "All participants", (Fault.SIDE, "(1.1)")),
        ("Most participants", "Most participants, with Helsinki first,", (Fault.NAME, "Helsinki")),
        ("Most participants", "**Most** participants", (Fault.MARKUP, "*")),
        ("Most participants", "See https://example.org. Most participants", (Fault.MARKUP, "https:")),
        (DRAFT, "", (Fault.EMPTY, "")),
        (DRAFT, DRAFT + " So it is, as everybody knows." * 9, (Fault.TOO_LONG, "")),
    ],
)
def test_what_says_something_else_is_refused(was, becomes, found):
    assert was in DRAFT
    assert found in faults(DRAFT.replace(was, becomes, 1))


def test_perspectives_that_change_places_are_refused():
    swapped = DRAFT.replace(
        "Networks of municipalities agree more often than pioneer municipalities",
        "Pioneer municipalities agree more often than networks of municipalities",
    )
    assert faults(swapped) == [(Fault.SIDE, "(2.1)")]


@pytest.mark.parametrize(
    ("language", "drafted", "right", "wrong"),
    [
        (
            "fi",
            "Useimmat osallistujat ovat tästä yhtä mieltä: ”Yhteinen hankinta” (1.1). Samaa mieltä on 44 %, eri mieltä 50 %.",
            "Useimmat ovat yhtä mieltä: ”Yhteinen hankinta” (1.1). Samaa mieltä 44 %, eri mieltä 50 %.",
            "Useimmat ovat yhtä mieltä: ”Yhteinen hankinta” (1.1). Eri mieltä 44 %, samaa mieltä 50 %.",
        ),
        (
            "fi",
            "Tekijä on sovittu: ”Ohje” (6.1) – Esimerkkiverkosto, viimeistään 31.10.2023.",
            "Sovittu: ”Ohje” (6.1) – Esimerkkiverkosto, viimeistään 31.10.2023.",
            "Sovittu: ”Ohje” (6.1) – Esimerkkiverkosto, alkaen 31.10.2023.",
        ),
        (
            "fi",
            "Työpajoja oli kolme. Niissä 67 ihmistä otti kantaa, ja kannanottoja kertyi 2\u00a0593.",
            "Kolmessa työpajassa 67 ihmistä otti kantaa 2\u00a0593 kertaa.",
            "Neljässä työpajassa 67 ihmistä otti kantaa 2\u00a0593 kertaa.",
        ),
        (
            "sv",
            "De flesta deltagare håller med om detta: ”Gemensam upphandling” [3]. 44 % håller med, 50 % håller inte med.",
            "De flesta håller med: ”Gemensam upphandling” [3]. 44 % håller med och 50 % håller inte med.",
            "De flesta håller inte med: ”Gemensam upphandling” [3]. 44 % håller med och 50 % håller inte med.",
        ),
    ],
)
def test_sides_and_numbers_are_known_in_each_language(language, drafted, right, wrong):
    assert refusals(drafted, right, language) == []
    assert refusals(drafted, wrong, language) != []
