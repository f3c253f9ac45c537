"""The words that were read stand out in the text; nothing of it is lost or told twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skaala.announcement import Span
from skaala.desk.announcement.presenters import Source, mark

TEXT = "Workshop 27.3. at 13–15"


def source(start: int, end: int, target: str) -> Source:
    return Source(Span(start, end), target.upper(), target)


def test_each_mark_leads_to_its_fields_and_each_field_to_its_words() -> None:
    marked = mark(TEXT, [source(9, 23, "start"), source(0, 8, "title"), source(9, 23, "end")])
    assert [
        (piece.text, piece.anchor, [each.target for each in piece.sources]) for piece in marked.pieces
    ] == [
        ("Workshop", "words-1", ["title"]),
        (" ", "", []),
        ("27.3. at 13–15", "words-2", ["start", "end"]),
    ]
    assert marked.anchors == {
        "title": [("words-1", "Workshop")],
        "start": [("words-2", "27.3. at 13–15")],
        "end": [("words-2", "27.3. at 13–15")],
    }


def test_words_within_other_words_are_one_mark_but_keep_their_own_words() -> None:
    marked = mark(TEXT, [source(0, 14, "mode"), source(9, 14, "start")])
    assert [piece.text for piece in marked.pieces] == ["Workshop 27.3.", " at 13–15"]
    assert marked.anchors["start"] == [("words-1", "27.3.")]


def test_a_text_without_words_for_fields_is_one_piece() -> None:
    assert [piece.text for piece in mark(TEXT, []).pieces] == [TEXT]
    assert mark("", []).pieces == []


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30))))
def test_the_pieces_are_the_text(text: str, stretches: list[tuple[int, int]]) -> None:
    sources = [
        source(start, min(start + length, len(text)), str(number))
        for number, (start, length) in enumerate(stretches)
        if start < len(text)
    ]
    marked = mark(text, sources)
    assert "".join(piece.text for piece in marked.pieces) == text
    assert len(marked.anchors) == len(sources)
