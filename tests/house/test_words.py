"""Every interface text exists in Finnish, Swedish and English (invariant 10)."""

from __future__ import annotations

from pathlib import Path

from skaala.config import catalogues


def test_every_text_is_there_in_three_languages():
    assert list(catalogues.problems()) == []


def test_a_missing_text_would_be_seen(tmp_path: Path):
    room = tmp_path / "room"
    (room / "templates").mkdir(parents=True)
    (room / "templates" / "page.html").write_text(
        "<p>\n    {% translate 'Hello there' %}</p>\n  {% blocktranslate count n=3 %}One {{ n }}{% plural %}Many {{ n }}{% endblocktranslate %}"
    )
    (room / "words.py").write_text('from x import pgettext_lazy\nA = pgettext_lazy("status", "Open")\n')
    assert set(catalogues.extract(room)) == {(None, "Hello there"), (None, "One %(n)s"), ("status", "Open")}


def test_a_lost_placeholder_would_be_seen():
    from babel.messages.catalog import Message

    faults = list(catalogues._faults(Message("Closes on %(when)s", string="Sulkeutuu")))
    assert len(faults) == 1 and "placeholders" in faults[0]
