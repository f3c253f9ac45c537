"""Takes the text out of an HTML page: what a browser would show, without scripts, styles and navigation."""

from __future__ import annotations

import re
from html.parser import HTMLParser


def is_html(text: str) -> bool:
    start = text.lstrip()[:2000].lower()
    return start.startswith(("<!doctype html", "<html", "<?xml")) or bool(
        re.search(r"<(?:html|head|body|div|p|h1|h2|ul|table|article|main|script|br)\b[^>]*>", start)
    )


class _TextOfPage(HTMLParser):
    """Collects what a browser would show, one line per block."""

    _DROPPED = frozenset(
        "script style noscript template svg head iframe object select button nav".split()  # noqa: SIM905
    )
    _BLOCKS = frozenset(
        "p div section article header footer main aside ul ol dl table h1 h2 h3 h4 h5 h6"  # noqa: SIM905
        " blockquote pre form fieldset figure address hr".split()
    )
    _LINES = frozenset({"li", "tr", "dt", "dd", "caption", "figcaption"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.dropping: list[str] = []
        self.title: list[str] = []
        self.in_title = False
        self.cell = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title" and not self.title:
            self.in_title = True
        if tag in self._DROPPED and tag != "head":
            self.dropping.append(tag)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in self._BLOCKS:
            self.pieces.append("\n\n")
        elif tag in self._LINES:
            self.pieces.append("\n- " if tag == "li" else "\n")
            self.cell = 0
        elif tag in ("td", "th"):
            if self.cell:
                self.pieces.append(" | ")
            self.cell += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.in_title = False
        if tag in self._DROPPED and tag in self.dropping:
            while self.dropping and self.dropping.pop() != tag:
                pass
        elif tag in self._BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.title.append(data)
        elif not self.dropping:
            self.pieces.append(re.sub(r"\s+", " ", data))


def from_html(text: str) -> str:
    """Return what an HTML page shows: blocks parted by blank lines, list items and table rows a line each."""
    reader = _TextOfPage()
    reader.feed(text)
    reader.close()
    shown = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(reader.pieces))
    shown = re.sub(r"[ \t]{2,}", " ", shown)
    shown = re.sub(r"\n{3,}", "\n\n", shown).strip()
    return re.sub(r"^- (?=\n|$)\n?", "", shown, flags=re.MULTILINE)
