"""Themes from sentence vectors: made-up vectors with a direction for the language and one for the subject."""

from __future__ import annotations

import hashlib
from random import Random

import numpy as np
import pytest

from skaala.insight.thematic import semantics
from skaala.insight.thematic.assigning import assign_to_names
from skaala.insight.thematic.headings import choose_headings, name_of
from skaala.insight.thematic.results import GLOSSARY, VECTORS, Statement
from skaala.insight.thematic.subjects import SUBJECTS
from skaala.insight.thematic.themes import find_themes
from skaala.insight.thematic.words import LANGUAGES

DIMENSIONS = 60
SUBJECTS_SPOKEN_OF = {"linnut": 10, "satamat": 20, "musiikki ja konsertit": 30}


def noise(text: str) -> np.ndarray:
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
    row: np.ndarray = np.random.default_rng(seed).normal(size=DIMENSIONS)
    return row / np.linalg.norm(row)


def direction(place: int) -> np.ndarray:
    return np.eye(DIMENSIONS)[place]


def vector(text: str, language: str, subject: str | None, own: float = 0.5) -> np.ndarray:
    """The language is by far the clearest thing about a text, as it is in what real encoders make."""
    row = 3 * direction(LANGUAGES.index(language)) + own * noise(text)
    if subject is not None:
        row = row + direction(SUBJECTS_SPOKEN_OF[subject])
    return row / np.linalg.norm(row)


@pytest.fixture(scope="module")
def spoken() -> tuple[list[Statement], dict[str, str], dict[str, np.ndarray]]:
    """Sixty statements in three languages on three subjects, in words that no list knows, each with its translations."""
    statements, subject_of, vectors = [], {}, {}
    for heading in SUBJECTS:
        for language, name in heading.names.items():
            subject = heading.names["fi"] if heading.names["fi"] in SUBJECTS_SPOKEN_OF else None
            vectors[name] = vector(name, language, subject)
    for number in range(20):
        for subject in SUBJECTS_SPOKEN_OF:
            for language in LANGUAGES:
                text = f"zq{number} {subject[:2]}x {language}"
                said = Statement(f"{number:02}-{subject[:3]}-{language}", text, language)
                statements.append(said)
                subject_of[said.id] = subject
                same = 0.6 * noise(f"{number} {subject}")
                row = vector(text, language, subject, own=0.2) + same / 3
                vectors[text] = row / np.linalg.norm(row)
    return statements, subject_of, vectors


def test_subjects_and_not_languages_make_the_themes(spoken) -> None:
    statements, subject_of, vectors = spoken
    found = find_themes(statements, number=3, vectors=vectors)
    assert found.method == VECTORS
    assert found.outliers == ()
    for theme in found.themes:
        assert len({subject_of[member.id] for member in theme.members}) == 1
        assert {member.id[-2:] for member in theme.members} == set(LANGUAGES)


def test_a_theme_is_named_by_the_heading_of_its_subject(spoken) -> None:
    statements, subject_of, vectors = spoken
    found = find_themes(statements, number=3, vectors=vectors)
    assert {name_of(theme)["fi"].casefold() for theme in found.themes} == set(SUBJECTS_SPOKEN_OF)
    for theme in found.themes:
        assert name_of(theme)["fi"].casefold() == subject_of[theme.members[0].id]


def test_translations_are_in_the_same_theme(spoken) -> None:
    statements, _subject_of, vectors = spoken
    found = find_themes(statements, number=8, vectors=vectors)
    assert len(found.themes) > len(
        SUBJECTS_SPOKEN_OF
    )  # so that the subject alone does not bring them together
    theme_of = {member.id: theme.id for theme in found.themes for member in theme.members}
    # What is in no theme is together with nothing, and nobody is their own translation.
    pairs = [
        theme_of.get(each.id, "none") == theme_of.get(each.id[:-2] + language, "none of the others")
        for each in statements
        for language in LANGUAGES
        if language != each.language
    ]
    assert sum(pairs) / len(pairs) >= 0.95


def test_the_order_of_statements_does_not_matter(spoken) -> None:
    statements, _subject_of, vectors = spoken
    mixed = Random(5).sample(statements, len(statements))
    assert find_themes(mixed, vectors=vectors) == find_themes(statements, vectors=vectors)


def test_a_language_in_which_one_person_wrote_is_no_theme_of_its_own(spoken) -> None:
    statements, subject_of, vectors = spoken
    finnish = [each for each in statements if each.language == "fi"]
    alone = next(each for each in statements if each.language == "en")
    found = find_themes([*finnish, alone], number=3, vectors=vectors)
    theme = next(each for each in found.themes if alone.id in {member.id for member in each.members})
    assert {subject_of[member.id] for member in theme.members} == {subject_of[alone.id]}


def test_earlier_themes_are_kept(spoken) -> None:
    statements, _subject_of, vectors = spoken
    before = find_themes(statements[:150], number=3, vectors=vectors)
    after = find_themes(statements, earlier=before, vectors=vectors)
    assert {theme.id for theme in after.themes} == {theme.id for theme in before.themes}


@pytest.mark.parametrize("texts", [[], ["a"], ["a"] * 30, ["a", "b"], ["", "🌊"], ["ab", "cd", "ef"] * 3])
def test_small_and_uniform_sets_have_an_answer(spoken, texts: list[str]) -> None:
    vectors = dict(spoken[2]) | {text: vector(text, "fi", None) for text in texts}
    said = [Statement(str(number), text, "xx" if number % 2 else "fi") for number, text in enumerate(texts)]
    for number in (None, 1, 7):
        found = find_themes(said, number=number, vectors=vectors)
        assert sum(len(theme.members) for theme in found.themes) + len(found.outliers) == len(texts)


def test_statements_are_assigned_to_given_names(spoken) -> None:
    statements, subject_of, vectors = spoken
    names = ["satamat", "birds", "musik och konserter"]
    found = assign_to_names(statements, names, vectors=vectors)
    assert [theme.names["fi"] for theme in found.themes] == names
    for theme, subject in zip(found.themes, ("satamat", "linnut", "musiikki ja konsertit"), strict=True):
        assert {subject_of[member.id] for member in theme.members} == {subject}
        assert len(theme.members) == 60


def test_without_vectors_names_find_what_shares_their_concepts() -> None:
    said = [Statement("a", "Hulevedet tulvivat", "fi"), Statement("b", "Bussen är sen", "sv")]
    found = assign_to_names(said, ["public transport", "nothing like it"])
    assert found.method == GLOSSARY
    assert [[member.id for member in theme.members] for theme in found.themes] == [["b"], []]
    assert found.outliers == ("a",)
    assert assign_to_names([], ["x"]).outliers == ()


def test_headings_are_noun_phrases_that_each_occur_once_and_in_every_language() -> None:
    for language in LANGUAGES:
        names = [subject.names[language] for subject in SUBJECTS]
        assert all(names)
        assert len(set(names)) == len(names), {name for name in names if names.count(name) > 1}


def test_two_themes_never_have_one_name() -> None:
    nearness = np.zeros((10, len(SUBJECTS)))
    nearness[:, 4] = 1.0
    nearness[::2, 4] = 0.9
    names = choose_headings([list(range(0, 10, 2)), list(range(1, 10, 2)), []], nearness)
    assert names[0] != names[1]
    assert names[2] == {}


def test_the_glossary_counts_only_where_it_knows_what_is_spoken_of() -> None:
    assert semantics.glossary_weight(0.1) == 0
    assert semantics.glossary_weight(0.6) == 1
    assert 0 < semantics.glossary_weight(0.3) < 1
