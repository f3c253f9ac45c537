"""A file of another catalogue laid beside ours: the same action is found in other words and in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from skaala.demo.actions import read_file
from skaala.insight.thematic.sameness import Entry, find_same, texts_of
from skaala.vectors.encoder import SWITCH, NoVectors, encode, model_hash

PLANTED = Path(__file__).with_name("paraphrases.tsv")
LEAST_AMONG_THREE = 0.9


def planted() -> list[tuple[str, Entry]]:
    lines = [line for line in PLANTED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    cells = [line.split("|") for line in lines]
    return [(ours, Entry({language: f"{name}. {sentence}"})) for ours, language, name, sentence in cells]


def demo() -> list[tuple[str, Entry]]:
    found = [*read_file("invented_actions.txt"), *read_file("actions_of_five_cities.txt")]
    return [
        (
            one.name.get("fi"),
            Entry({code: f"{one.name.get(code)}. {one.summary.get(code)}" for code in ("fi", "sv", "en")}),
        )
        for one in found
    ]


def share_among_three(**how: object) -> float:
    theirs, ours = planted(), demo()
    assert len(theirs) == 30
    found = find_same([entry for _name, entry in theirs], [entry for _name, entry in ours], **how)  # type: ignore[arg-type]
    hits = [
        any(ours[place][0].startswith(wanted) for place, _score in some)
        for (wanted, _entry), some in zip(theirs, found, strict=True)
    ]
    return sum(hits) / len(hits)


def test_planted_actions_are_among_the_first_three_by_their_vectors(tmp_path, monkeypatch):
    monkeypatch.delenv(SWITCH, raising=False)
    try:
        model_hash()
    except NoVectors as reason:
        pytest.skip(str(reason))
    entries = [[entry for _name, entry in some] for some in (planted(), demo())]
    share = share_among_three(vectors=encode(texts_of(*entries), tmp_path))
    print(f"with vectors {share:.0%} of the planted actions are among the first three")
    assert share >= LEAST_AMONG_THREE


def test_planted_actions_are_found_without_vectors_too():
    share = share_among_three()
    print(f"without vectors {share:.0%} of the planted actions are among the first three")
    assert share >= 0.8


def test_what_shares_nothing_is_no_candidate():
    ours = [Entry({"fi": "Pyörätie"}), Entry({"fi": "Kaukolämpö"})]
    assert find_same([Entry({"en": "xyzzy"}), Entry({"sv": "Fjärrvärme"}), Entry({})], ours) == [
        [],
        [(1, find_same([Entry({"sv": "Fjärrvärme"})], ours)[0][0][1])],
        [],
    ]
    assert find_same([], ours) == []
    assert find_same([Entry({"fi": "Pyörätie"})], []) == [[]]
