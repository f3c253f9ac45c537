"""What the heading of a table's column says of the dates beneath it."""

from __future__ import annotations

import re

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.layout.page import Page
from skaala.announcement.roles.role import DateRole
from skaala.announcement.vocabulary.purposes import OPEN_BEFORE

MOST_ROWS_UNDER_HEADING = 60

_DEADLINE_COLUMN = re.compile(r"ilmoittau|anmäl|regist|deadline|viimei|sista|mennessä|\bdl\b|rsvp|sign")


def role_by_column(page: Page, mention: DateMention, dated: set[int]) -> DateRole | None:
    """
    Return the role that a table's heading gives the column of the date, if the date is in a table with a heading.
    """
    line = page.lines[mention.line]
    mark = "|" if "|" in page.words(line) else "\t"
    cells = page.words(line).strip(" |").count(mark)
    if cells < 2:
        return None
    low = max(page.first_of_block(line).index, line.index - MOST_ROWS_UNDER_HEADING, 0)
    for index in range(line.index - 1, low - 1, -1):
        heading = page.words(page.lines[index]).strip(" |")
        if index not in dated and heading.count(mark) == cells:
            before = page.folded[line.start : mention.span.start]
            column = before.count(mark) - (1 if before.lstrip().startswith(mark) else 0)
            return _role_of_column(heading.split(mark)[column])
    return None


def _role_of_column(words: str) -> DateRole:
    if not _DEADLINE_COLUMN.search(words):
        return DateRole.EVENT
    return DateRole.OPENS if OPEN_BEFORE.search(words) else DateRole.DEADLINE
