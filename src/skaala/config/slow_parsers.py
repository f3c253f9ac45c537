"""Whether the parsers that come with this Python take a short file of a stranger's for a long one, as some versions do."""

from __future__ import annotations

import time
from collections.abc import Callable
from html.parser import HTMLParser
from xml.parsers import expat

ENOUGH = 0.1
"""Seconds of the processor within which each sample is read by a parser whose time grows with the text and not with its square."""


def slow_parsers(*, enough: float = ENOUGH) -> list[str]:
    """Return the names of parsers that are slow; measured, as distributions correct a version without giving it another number."""
    samples: dict[str, Callable[[], None]] = {"html.parser": _html, expat.EXPAT_VERSION: _xml}
    return [name for name, read in samples.items() if _seconds(read) > enough]


def _seconds(read: Callable[[], None]) -> float:
    began = time.process_time()
    read()
    return time.process_time() - began


def _html() -> None:
    parser = HTMLParser()
    parser.feed("<a x=" * 1500)
    parser.close()


def _xml() -> None:
    """One attribute of half a megabyte that comes in small pieces."""
    parser = expat.ParserCreate()
    parser.Parse('<a b="')
    for _ in range(1024):
        parser.Parse("x" * 512)
    parser.Parse('"/>', True)
