"""
What a report says, in one language, before anybody has decided how it looks: the one list that all renderers read.

Pure: it reads no database and knows no layout.
"""

from skaala.reports.contents.plain_data import from_data, to_data
from skaala.reports.contents.structure import (
    Alignment,
    AlignmentRow,
    Chart,
    Contents,
    Entry,
    Figure,
    Mark,
    Overview,
    Profile,
    Quote,
    Section,
    Table,
)

__all__ = [
    "Alignment",
    "AlignmentRow",
    "Chart",
    "Contents",
    "Entry",
    "Figure",
    "Mark",
    "Overview",
    "Profile",
    "Quote",
    "Section",
    "Table",
    "from_data",
    "to_data",
]
