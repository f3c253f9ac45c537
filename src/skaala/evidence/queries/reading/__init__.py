"""
Support measures and findings out of a table: what each row says, which rows cannot be used and what to do about them.

Nothing is saved here. A row that means a record already held is told from a new one by its words: a measure by a name and
who offers it, a finding by its study, kind and text.
"""

from skaala.evidence.queries.reading.findings import read_findings
from skaala.evidence.queries.reading.measures import LONGEST_NAME, read_measures
from skaala.evidence.queries.reading.results import Line, Problem, Reading, RowAction
from skaala.evidence.queries.reading.rows import LONGEST_TEXT

__all__ = [
    "LONGEST_NAME",
    "LONGEST_TEXT",
    "Line",
    "Problem",
    "Reading",
    "RowAction",
    "read_findings",
    "read_measures",
]
