"""
The whole reader: the announcement Skaala was made from, its corpus, its evidence, and texts nobody meant
for it.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.draft import score
from skaala.announcement import LONGEST_TEXT, Draft, TextTooLong, read_announcement

CORPUS = Path(__file__).parent / "corpus"
FIELDS = ("title", "number", "start", "end", "mode", "venue", "registration_opens", "registration_deadline")


def text_of(name: str) -> str:
    return (CORPUS / f"{name}.txt").read_text(encoding="utf-8")


def test_the_announcement_it_was_made_from_drafts_four_events() -> None:
    draft = read_announcement(text_of("tuned_01_kuntien_skaalaus"), published=date(2023, 3, 6)).as_json()
    expected: dict[str, Any] = json.loads(
        (CORPUS / "tuned_01_kuntien_skaalaus.json").read_text(encoding="utf-8")
    )
    assert {k: draft[k] for k in ("title", "language", "published", "organiser")} == {
        k: expected[k] for k in ("title", "language", "published", "organiser")
    }
    assert [{k: e[k] for k in FIELDS} for e in draft["events"]] == expected["events"]


def test_the_corpus_has_parts_and_is_read_well() -> None:
    halves = score(CORPUS)
    assert halves["tuned"].announcements >= 20
    assert halves["kept away"].announcements >= 20
    assert halves["tuned"].macro_f1 >= 0.97
    assert halves["kept away"].macro_f1 >= 0.90
    assert halves["by others"].announcements >= 20
    assert halves["by others"].macro_f1 >= 0.97


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("dates", 0.95),
        ("deadlines", 0.92),
        ("modes", 0.92),
        ("ends", 0.96),
        ("titles", 0.82),
        ("events", 0.97),
    ],
)
def test_texts_whose_faults_nobody_has_looked_at_are_read_well(name: str, least: float) -> None:
    unseen = score(CORPUS)["unseen"]
    assert unseen.announcements >= 40
    assert unseen.fields[name].f1 >= least


def spans_of(draft: Draft) -> list[tuple[str, str]]:
    """Return every evidence with the words it claims."""
    shown = draft.as_json()
    return [
        *shown["evidence"].items(),
        *(pair for event in shown["events"] for pair in event["evidence"].items()),
    ]


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_evidence_is_in_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    draft = read_announcement(text)
    assert [(name, words) for name, words in spans_of(draft) if not words or words not in text] == []
    for event in draft.events:
        assert not event.start or not event.end or event.start <= event.end
        assert event.undecided.keys().isdisjoint(k for k in FIELDS if getattr(event, k) is not None)


PIECES = st.sampled_from(
    [
        "27.3.",
        "31.6.2023",
        "29.2.",
        "klo 13–15",
        "kl. 9",
        "2–4 pm CET",
        "Työpaja I",
        "ilmoittaudu 26.3. mennessä",
        "anmälan senast 18.11",
        "by noon",
        "Teams",
        "\n",
        "\n\n",
        "•",
        "1.",
        "B)",
        "|",
        "Kuntatalo (Toinen linja 14, 00530 Helsinki)",
        "/ etäyhteys",
        "maanantaina",
        "den 3 maj",
        "March 27th 2023",
        "15.1.–15.2.",
        "Julkaistu 6.3.2023",
        "keväällä 2023",
        "ja",
        "-",
        "peruttu",
        "12.00",
        "viikkoa ennen",
        "Ohjelma",
        "9.00 Avaus",
        "samaan aikaan",
        "järjestää",
        "İ",
        "\u00ad",
        "🗓",
        "24.00",
        "0.0.",
        "99.99.9999",
        "31.12.9999",
        "1.1.1900",
        "2023-13-45",
        "12 noon – 1 pm",
        "(",
    ]
)


@settings(max_examples=150)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(PIECES, max_size=40).map(" ".join),
        st.lists(PIECES, max_size=40).map("".join),
    ),
    st.one_of(st.none(), st.dates()),
)
def test_no_text_makes_it_fail_and_no_evidence_is_made_up(text: str, published: date | None) -> None:
    draft = read_announcement(text, published=published)
    json.dumps(draft.as_json())
    assert [(name, words) for name, words in spans_of(draft) if words not in text] == []


def test_an_empty_text_drafts_nothing() -> None:
    assert read_announcement("").as_json()["events"] == []


def test_a_text_without_an_event_drafts_none() -> None:
    assert read_announcement(text_of("tuned_18_no_event")).events == []


def test_another_language_is_said_and_its_numbers_are_read() -> None:
    draft = read_announcement(text_of("tuned_50_de_other_language")).as_json()
    assert (draft["language"], draft["events"][0]["start"]) == (None, "2024-05-14T10:00")
    assert "language" in draft["undecided"]


def test_a_text_longer_than_any_announcement_is_refused() -> None:
    with pytest.raises(TextTooLong, match="is not read"):
        read_announcement("a" * (LONGEST_TEXT + 1))
