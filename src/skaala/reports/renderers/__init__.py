"""
The faces of a report that are files: each makes bytes of the same :class:`~skaala.reports.contents.Contents`.

What a format needs is imported when it is first asked for, so that web processes carry none of the libraries. The
same contents give the same bytes: no clock, no machine's name and no system's fonts go into a file.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from skaala.reports.contents import Contents

RENDERERS: dict[str, str] = {
    "pdf": "skaala.reports.renderers.pdf:render",
    "pptx": "skaala.reports.renderers.slides:render",
    "xlsx": "skaala.reports.renderers.sheet:render",
    "html": "skaala.reports.renderers.page:render",
    "json": "skaala.reports.renderers.data:render",
    "brief": "skaala.reports.renderers.brief:render",
    "deck": "skaala.reports.renderers.slides.short:render",
}
"""Format → where its `render(contents) -> bytes` is; a format's name is its files' suffix too, but for :data:`SUFFIXES`."""

SUFFIXES = {"brief": "pdf", "deck": "pptx"}
"""The suffix of formats that are a shorter form of another."""

MEDIA_TYPES: dict[str, str] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
MEDIA_TYPES |= {name: MEDIA_TYPES[suffix] for name, suffix in SUFFIXES.items()}


def file_name(stem: str, format: str) -> str:  # noqa: A002
    """
    Return what a file is called.

    >>> file_name("spring-1-fi", "pdf"), file_name("spring-1-fi", "brief")
    ('spring-1-fi.pdf', 'spring-1-fi-brief.pdf')
    """
    return f"{stem}-{format}.{SUFFIXES[format]}" if format in SUFFIXES else f"{stem}.{format}"


class UnableToRender(Exception):
    """A file could not be made; the message says of which format and why, in the library's words."""


@dataclass(frozen=True)
class Step:
    """One file of several is ready: what a bar of progress moves by."""

    done: int
    total: int
    language: str
    format: str


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


def render_all(
    reports: Iterable[Contents], formats: Iterable[str], on_step: Callable[[Step], None] | None = None
) -> dict[tuple[str, str], bytes]:
    """
    Return the files of one report in several languages by (language, format); ``on_step`` hears of each that is ready.

    :raises UnableToRender: if one of them fails; then there is none
    """
    wanted = [(contents, each) for contents in reports for each in formats]
    files: dict[tuple[str, str], bytes] = {}
    for number, (contents, each) in enumerate(wanted, 1):
        files[contents.language, each] = render(contents, each)
        if on_step is not None:
            on_step(Step(number, len(wanted), contents.language, each))
    return files
