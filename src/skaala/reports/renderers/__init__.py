"""
The faces of a report that are files: each makes bytes of the same :class:`~skaala.reports.contents.Contents`.

What a format needs is imported when it is first asked for, so that web processes carry none of the libraries. The
same contents give the same bytes: no clock, no machine's name and no system's fonts go into a file.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable

from skaala.reports.contents import Contents

RENDERERS: dict[str, str] = {
    "html": "skaala.reports.renderers.page:render",
    "json": "skaala.reports.renderers.data:render",
}
"""Format → where its `render(contents) -> bytes` is; a format's name is its files' suffix too."""

MEDIA_TYPES: dict[str, str] = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


class UnableToRender(Exception):
    """A file could not be made; the message says of which format and why, in the library's words."""


def render(contents: Contents, format: str) -> bytes:  # noqa: A002 – the word that the command's readers know
    """
    Return the report as a file of ``format``, whole or not at all.

    :raises KeyError: if there is no such format
    :raises UnableToRender: if the format's library gives up
    """
    module, name = RENDERERS[format].split(":")
    maker: Callable[[Contents], bytes] = getattr(importlib.import_module(module), name)
    try:
        return maker(contents)
    except Exception as failure:
        raise UnableToRender(f"{format} ({contents.language}): {failure}") from failure
