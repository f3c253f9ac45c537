"""Takes the text out of a PDF, page by page, up to the length of an announcement."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from skaala.announcement.draft import LONGEST_TEXT
from skaala.announcement.files.refusals import Unreadable, UnreadableFile

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 60


def from_pdf(content: bytes) -> str:
    """
    Return the text of a PDF.

    :raises UnreadableFile: if it is broken, locked or has too many pages
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _text_of_pages(PdfReader(io.BytesIO(content)))
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


def _text_of_pages(reader: PdfReader) -> str:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFile(Unreadable.LOCKED_PDF)
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableFile(Unreadable.TOO_MANY_PAGES, size=str(len(reader.pages)), limit=str(MOST_PAGES))
    texts: list[str] = []
    length = 0
    for page in reader.pages:
        texts.append(page.extract_text() or "")
        length += len(texts[-1])
        if length > LONGEST_TEXT:
            break
    return "\n\n".join(texts)
