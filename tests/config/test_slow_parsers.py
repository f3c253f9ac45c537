"""The doctor says where a parser is slow; how long the samples take decides, not a version's number."""

from __future__ import annotations

import time
from html.parser import HTMLParser

from skaala.config import slow_parsers
from skaala.config.commands import doctor


def test_a_parser_is_slow_by_the_time_it_takes(monkeypatch):
    assert len(slow_parsers.slow_parsers(enough=0)) == 2
    assert slow_parsers.slow_parsers(enough=60) == []

    def busy(*_) -> None:
        until = time.process_time() + 0.3
        while time.process_time() < until:
            pass

    monkeypatch.setattr(HTMLParser, "feed", busy)
    assert "html.parser" in slow_parsers.slow_parsers()
    finding = doctor._parsers()
    assert not finding.is_well and not finding.is_grave and "html.parser" in finding.words
