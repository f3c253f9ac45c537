"""The lines of which calendar files consist: escaped, quoted and folded (RFC 5545, 3.1–3.3.11; RFC 6868)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

LONGEST = 75
"""Bytes a line may have, its end not counted."""
_UNPRINTABLE = {code: " " for code in (*range(32), 127) if chr(code) not in "\r\n\t"}
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


def line(name: str, value: str, parameters: Mapping[str, str] | None = None) -> str:
    """Return one property with a value that is written as it stands: an address, a date, a number."""
    kinds = "".join(f";{key}={_parameter(words)}" for key, words in (parameters or {}).items())
    return f"{name}{kinds}:{_LINE_ENDS.sub(' ', value)}"


def text_line(name: str, words: str, parameters: Mapping[str, str] | None = None) -> str:
    """Return one property whose value is text."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return line(name, _LINE_ENDS.sub(r"\\n", escaped), parameters)


def joined(lines: Iterable[str]) -> bytes:
    """
    Return the lines as they stand in a file, long ones folded.

    Control characters, which come along from slides and end the file for some programs, become spaces.
    """
    return b"".join(_folded(one.translate(_UNPRINTABLE).encode()) for one in lines)


def _parameter(words: str) -> str:
    written = _LINE_ENDS.sub("^n", words.replace("^", "^^").replace('"', "^'"))
    return written if re.fullmatch(r"[\w-]*", written) else f'"{written}"'


def _folded(written: bytes) -> bytes:
    parts, start, room = [], 0, LONGEST
    while len(written) - start > room:
        end = start + room
        while written[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        parts.append(written[start:end])
        start, room = end, LONGEST - 1  # a folded line begins with a space
    parts.append(written[start:])
    return b"\r\n ".join(parts) + b"\r\n"
