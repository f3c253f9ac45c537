"""The tables of a Polis set as one Excel workbook, a sheet each."""

from __future__ import annotations

from skaala.tables.packages import without_clock
from skaala.tables.writing import Sheet, workbook
from skaala.workshops.formats import polis
from skaala.workshops.formats.conversation import Conversation
from skaala.workshops.formats.polis_tables import TableKind
from skaala.workshops.formats.polis_writing import tables

read = polis.read
"""Sheets are known by their columns, as files are."""


def write(conversation: Conversation) -> bytes:
    """Return the workbook; the same conversation gives the same bytes."""
    return without_clock(
        workbook(
            Sheet(kind.value, rows, has_head=kind != TableKind.SUMMARY)
            for kind, rows in tables(conversation).items()
        )
    )
