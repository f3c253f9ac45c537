"""Why a file cannot be read as an announcement, and how much is read at most."""

from __future__ import annotations

from enum import StrEnum

LARGEST_FILE = 10_000_000


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


def not_text() -> UnreadableFile:
    """Return the refusal of a file of another kind."""
    return UnreadableFile(Unreadable.NOT_TEXT)
