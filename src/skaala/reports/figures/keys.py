"""The names of a report's figures. Pure."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID


def read_key(key: str) -> tuple[str, str, str, str]:
    """
    Return finding, statement, who and side of a figure's key.

    :raises ValueError: if it is not such a key
    """
    finding, statement, who, side = key.split(".")
    with suppress(ValueError):
        statement = str(UUID(statement))  # statements of the boards; in a test they may have other names
    return finding, statement, who, side
