"""Takes the text out of an uploaded file: plain text, HTML, DOCX or PDF, by its content and not by its name.

Scripts and styles are dropped, tables become rows with `|` between the cells, and anything too large, empty,
locked or of another kind is refused in one clear sentence. It reads the bytes it is given and nothing else.
"""

from __future__ import annotations

from skaala.announcement.draft import LONGEST_TEXT
from skaala.announcement.files.docx import from_docx
from skaala.announcement.files.html import from_html, is_html
from skaala.announcement.files.pdf import from_pdf
from skaala.announcement.files.plain_text import decode, tidy
from skaala.announcement.files.refusals import LARGEST_FILE, Unreadable, UnreadableFile

__all__ = [
    "LARGEST_FILE",
    "Unreadable",
    "UnreadableFile",
    "check_size",
    "extract_text",
    "from_html",
    "tidy",
]


def extract_text(content: bytes) -> str:
    """
    Return the text of a file's content.

    :raises UnreadableFile: if it is empty, too large, locked, broken, or neither text, HTML, DOCX nor PDF
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableFile(Unreadable.EMPTY)
    check_size(len(content))
    text = tidy(_words_of(content))
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


def _words_of(content: bytes) -> str:
    if content.lstrip(b" \t\r\n")[:5] == b"%PDF-":
        return from_pdf(content)
    if content[:4] == b"PK\x03\x04":
        return from_docx(content)
    text = decode(content)
    return from_html(text) if is_html(text) else text


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB"
