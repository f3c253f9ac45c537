"""Takes the words out of an uploaded file: plain text, HTML, DOCX or PDF, by its content and not by its name.

Scripts and styles are dropped, tables become rows with `|` between the cells, and anything too large, empty,
locked or of another kind is refused in one clear sentence.
"""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from html.parser import HTMLParser
from typing import IO

LARGEST_FILE = 10_000_000
LONGEST_TEXT = 200_000
MOST_PAGES = 60
LARGEST_DOCUMENT_XML = 20_000_000

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Unreadable(StrEnum):
    """Why a file is refused. The name is stable (faces translate it), the text is what the command prints."""

    EMPTY = "The file is empty."
    TOO_LARGE = "The file has {size}; at most {limit} are read."
    NO_WORDS = "The file holds no text that can be read; a scanned page is only a picture of text."
    TOO_LONG = "The text has {size} characters; an announcement of more than {limit} is not read."
    NOT_TEXT = "The file is neither text, HTML, DOCX nor PDF; save the announcement as one of these."
    UNPACKS_TOO_LARGE = "The document unpacks to more than an announcement can be."
    BROKEN_DOCUMENT = (
        "The document is broken or locked and cannot be opened; save it again, or paste its text."
    )
    LOCKED_PDF = "The PDF is locked with a password; save it without one, or paste its text."
    TOO_MANY_PAGES = "The PDF has {size} pages; at most {limit} are read."
    BROKEN_PDF = "The PDF is broken or locked and cannot be opened; save it again, or paste its text."


class UnreadableFile(ValueError):
    """The file cannot be read as an announcement; ``reason`` says why, its message also in figures."""

    def __init__(self, reason: Unreadable, *, size: str = "", limit: str = "") -> None:
        super().__init__(reason.value.format(size=size, limit=limit))
        self.reason, self.size, self.limit = reason, size, limit


def extract_text(content: bytes) -> str:
    """
    Return the text of a file's content.

    :raises UnreadableFile: if it is empty, too large, locked, broken, or neither text, HTML, DOCX nor PDF
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableFile(Unreadable.EMPTY)
    check_size(len(content))
    if content.lstrip(b" \t\r\n")[:5] == b"%PDF-":
        text = _from_pdf(content)
    elif content[:4] == b"PK\x03\x04":
        text = _from_docx(content)
    else:
        text = _decode(content)
        if _is_html(text):
            text = from_html(text)
    text = tidy(text)
    if not text.strip():
        raise UnreadableFile(Unreadable.NO_WORDS)
    if len(text) > LONGEST_TEXT:
        raise UnreadableFile(Unreadable.TOO_LONG, size=str(len(text)), limit=str(LONGEST_TEXT))
    return text


def check_size(count: int) -> None:
    """
    Refuse a file of ``count`` bytes before it is read, if it is too large.

    :raises UnreadableFile: if it is
    """
    if count > LARGEST_FILE:
        raise UnreadableFile(Unreadable.TOO_LARGE, size=_megabytes(count), limit=_megabytes(LARGEST_FILE))


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB"


def tidy(text: str) -> str:
    """
    Return the text without characters that are not seen: soft hyphens, zero-width spaces, control
    characters.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\u00ad\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0b-\x1f\x7f]", "", text)


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise _not_text() from None
    if b"\x00" in content[:4096] or _unprintable(content[:4096]) > 0.1:
        raise _not_text()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    # old Finnish and Swedish files: the letters of Windows, of which Latin-1's are a part
    text = content.decode("cp1252", errors="replace")
    letters = sum(
        character.isalpha() or character.isspace() or character.isdigit() for character in text[:4096]
    )
    if letters < 0.7 * len(text[:4096]):
        raise _not_text()
    return text


def _unprintable(content: bytes) -> float:
    return sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in content) / max(1, len(content))


def _not_text() -> UnreadableFile:
    return UnreadableFile(Unreadable.NOT_TEXT)


def _is_html(text: str) -> bool:
    start = text.lstrip()[:2000].lower()
    return start.startswith(("<!doctype html", "<html", "<?xml")) or bool(
        re.search(r"<(?:html|head|body|div|p|h1|h2|ul|table|article|main|script|br)\b[^>]*>", start)
    )


class _Reader(HTMLParser):
    """Writes down what a browser would show, a line a block."""

    _DROPPED = frozenset(
        {
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "head",
            "iframe",
            "object",
            "select",
            "button",
            "nav",
        }
    )
    _BLOCKS = frozenset(
        {
            "p",
                "div",
                "section",
                "article",
                "header",
                "footer",
                "main",
                "aside",
                "ul",
                "ol",
                "dl",
                "table",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
            "blockquote", "pre", "form", "fieldset", "figure", "address", "hr",
        }
    )  # fmt: skip
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
    reader = _Reader()
    reader.feed(text)
    reader.close()
    shown = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(reader.pieces))
    shown = re.sub(r"[ \t]{2,}", " ", shown)
    shown = re.sub(r"\n{3,}", "\n\n", shown).strip()
    return re.sub(r"^- (?=\n|$)\n?", "", shown, flags=re.MULTILINE)


def _from_docx(content: bytes) -> str:
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise _not_text()
            if archive.getinfo("word/document.xml").file_size > LARGEST_DOCUMENT_XML:
                raise UnreadableFile(Unreadable.UNPACKS_TOO_LARGE)
            with archive.open("word/document.xml") as inside:
                xml = _read_at_most(inside, LARGEST_DOCUMENT_XML)
        root = ElementTree.fromstring(xml)
    except UnreadableFile:
        raise
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        DefusedXmlException,
        ElementTree.ParseError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
    ):
        raise UnreadableFile(Unreadable.BROKEN_DOCUMENT) from None
    body = root.find(f"{_WORD}body")
    lines: list[str] = []
    for element in body if body is not None else ():
        if element.tag == f"{_WORD}p":
            lines.append(_paragraph(element))
        elif element.tag == f"{_WORD}tbl":
            lines.append("")
            for row in element.iter(f"{_WORD}tr"):
                cells = [
                    " ".join(filter(None, (_paragraph(p).strip() for p in cell.iter(f"{_WORD}p"))))
                    for cell in row.findall(f"{_WORD}tc")
                ]
                lines.append(" | ".join(cells))
            lines.append("")
        else:
            lines.extend(_paragraph(p) for p in element.iter(f"{_WORD}p"))
    return "\n".join(lines)


def _read_at_most(inside: IO[bytes], limit: int) -> bytes:
    data = inside.read(limit + 1)
    if len(data) > limit:
        raise UnreadableFile(Unreadable.UNPACKS_TOO_LARGE)
    return data


def _paragraph(element: object) -> str:
    pieces: list[str] = []
    for node in element.iter():  # type: ignore[attr-defined]
        if node.tag == f"{_WORD}t":
            pieces.append(node.text or "")
        elif node.tag == f"{_WORD}tab":
            pieces.append("\t")
        elif node.tag in (f"{_WORD}br", f"{_WORD}cr"):
            pieces.append("\n")
        elif node.tag == f"{_WORD}noBreakHyphen":
            pieces.append("-")
    is_item = element.find(f"{_WORD}pPr/{_WORD}numPr") is not None  # type: ignore[attr-defined]
    words = "".join(pieces)
    return f"- {words}" if is_item and words.strip() else words


def _from_pdf(content: bytes) -> str:
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(Unreadable.LOCKED_PDF)
        if len(reader.pages) > MOST_PAGES:
            raise UnreadableFile(
                Unreadable.TOO_MANY_PAGES, size=str(len(reader.pages)), limit=str(MOST_PAGES)
            )
        pages = []
        length = 0
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            length += len(pages[-1])
            if length > LONGEST_TEXT:
                break
        return "\n\n".join(pages)
    except UnreadableFile:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
        OverflowError,
        NotImplementedError,
        OSError,
        AssertionError,
        ArithmeticError,
        ImportError,
    ):
        # a broken PDF fails in pypdf in many ways; for the reader they are all one
        raise UnreadableFile(Unreadable.BROKEN_PDF) from None
