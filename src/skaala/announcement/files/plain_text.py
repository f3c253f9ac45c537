"""Decodes a text file, and removes the characters that nobody sees."""

from __future__ import annotations

import re

from skaala.announcement.files.refusals import not_text


def tidy(text: str) -> str:
    """
    Return the text without characters that are not seen: soft hyphens, zero-width spaces, control
    characters.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\u00ad\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0b-\x1f\x7f]", "", text)


def decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise not_text() from None
    if b"\x00" in content[:4096] or _unprintable(content[:4096]) > 0.1:
        raise not_text()
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
        raise not_text()
    return text


def _unprintable(content: bytes) -> float:
    return sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in content) / max(1, len(content))
