"""Recognising the language of a sentence and of a whole text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.conf import settings

from skaala.insight.languages import KNOWN_LANGUAGES, detect_language, guess_language

STATEMENTS = Path(__file__).parent / "themes" / "statements.tsv"

SENTENCES = {
    "fi": [
        "Pieni kunta ehtii vain, jos joku auttaa ensimmäiset askeleet",
        "Päättäjille kannattaa näyttää eurot eikä pelkkiä päästöjä",
        "Liian monta verkostoa, liian vähän aikaa",
        "Kilpailutuksen mallipohjat yhteiseen käyttöön",
    ],
    "sv": [
        "Ett besök på plats säger mer än en rapport",
        "Det saknas tid att söka exempel",
        "Små kommuner behöver färdiga mallar på svenska",
        "Vi har för många projekt och för få anställda",
    ],
    "en": [
        "Visiting a town that has done it convinces more than a report",
        "Projects end when the funding ends",
        "Nobody has the time to search for examples",
        "A shared template saves weeks of work",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts]
)
def test_a_short_sentence_has_a_language(language, text):
    assert guess_language(text, default="??") == language


def test_without_a_sign_the_default_is_taken():
    assert guess_language("123 !!", default="sv") == "sv"


def test_without_a_default_the_first_language_is_taken() -> None:
    assert guess_language("123 !!", languages=("en", "sv")) == "en"


def test_only_the_languages_asked_for_are_considered() -> None:
    assert (
        guess_language("Visiting a town convinces more than a report", languages=("fi", "sv"), default="fi")
        != "en"
    )
    assert (
        detect_language("The bus to the town is late again, and there is no other", languages=("fi", "sv"))
        is None
    )


def test_almost_all_statements_of_the_corpus_are_recognised() -> None:
    with STATEMENTS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    right = [guess_language(row["text"], default="??") == row["language"] for row in rows]
    assert sum(right) / len(right) >= 0.975


@pytest.mark.parametrize(
    "text",
    [
        "Die Gemeinde lädt ein: Seminar am 3.5. um 10 Uhr in der Bibliothek. Wir freuen uns auf Sie und Ihre Fragen.",
        "Le séminaire aura lieu le 3 mai à la bibliothèque pour les communes, avec des ateliers dans une salle.",
        "Seminar toimub 3. mail kell 10 ja registreerimine kuni 1. mai. Tere tulemast kõik omavalitsused ning huvilised.",
        "",
        "10–12",
    ],
)
def test_a_text_in_another_language_or_without_words_has_none(text: str) -> None:
    assert detect_language(text) is None


def test_of_two_languages_about_even_the_first_is_the_texts() -> None:
    finnish = "Seminaari pidetään kirjastossa, ja kaikki kunnat ovat tervetulleita mukaan. Ilmoittaudu viimeistään torstaina."
    swedish = "Seminariet hålls i biblioteket, och alla kommuner är välkomna att delta. Anmäl dig senast på torsdag."
    assert detect_language(f"{finnish}\n\n{swedish}") == "fi"
    assert detect_language(f"{swedish}\n\n{finnish}") == "sv"


def test_every_language_of_the_interface_is_known() -> None:
    assert {code for code, _ in settings.LANGUAGES} <= set(KNOWN_LANGUAGES)
