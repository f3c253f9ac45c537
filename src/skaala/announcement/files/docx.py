"""Takes the text out of a DOCX document: a line per paragraph, `|` between the cells of a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from skaala.announcement.files.refusals import Unreadable, UnreadableFile, not_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_DOCUMENT_XML = 20_000_000

_DOCUMENT = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARACTERS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def from_docx(content: bytes) -> str:
    """
    Return the text of a document.

    :raises UnreadableFile: if it is broken, locked, too large or no DOCX document
    """
    body = _root(content).find(f"{_WORD}body")
    lines = [line for element in (body if body is not None else ()) for line in _lines(element)]
    return "\n".join(lines)


def _root(content: bytes) -> Element:
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        root: Element = ElementTree.fromstring(_document_xml(content))
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
    return root


def _document_xml(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if _DOCUMENT not in archive.namelist():
            raise not_text()
        if archive.getinfo(_DOCUMENT).file_size > LARGEST_DOCUMENT_XML:
            raise UnreadableFile(Unreadable.UNPACKS_TOO_LARGE)
        with archive.open(_DOCUMENT) as document:
            return _read_at_most(document, LARGEST_DOCUMENT_XML)


def _read_at_most(document: IO[bytes], limit: int) -> bytes:
    data = document.read(limit + 1)
    if len(data) > limit:
        raise UnreadableFile(Unreadable.UNPACKS_TOO_LARGE)
    return data


def _lines(element: Element) -> Iterator[str]:
    """Yield the lines of one element of the body: a paragraph, a table, or a container of paragraphs."""
    if element.tag == f"{_WORD}p":
        yield _paragraph(element)
    elif element.tag == f"{_WORD}tbl":
        yield ""
        for row in element.iter(f"{_WORD}tr"):
            yield " | ".join(_cell(cell) for cell in row.findall(f"{_WORD}tc"))
        yield ""
    else:
        for paragraph in element.iter(f"{_WORD}p"):
            yield _paragraph(paragraph)


def _cell(cell: Element) -> str:
    return " ".join(filter(None, (_paragraph(p).strip() for p in cell.iter(f"{_WORD}p"))))


def _paragraph(element: Element) -> str:
    words = "".join(
        node.text or "" if node.tag == f"{_WORD}t" else _CHARACTERS.get(node.tag, "")
        for node in element.iter()
    )
    is_item = element.find(f"{_WORD}pPr/{_WORD}numPr") is not None
    return f"- {words}" if is_item and words.strip() else words
