"""
Keeps a spreadsheet from taking a text in a CSV file for a formula (CSV injection, OWASP).

An apostrophe before the text makes it text; what reads the file takes it off again. In a workbook no guard is needed, since each
cell says there that it is text.
"""

from __future__ import annotations

import re

# The signs that begin a formula, also in the full-width forms of East Asia. Some programs first drop what cannot be seen, so the signs are
# dangerous after it too; a tab or a line break alone. An apostrophe before them counts, so that taking one off is the exact inverse.
_DANGEROUS = re.compile(r"'*[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+@\-＝＋＠－\t\r\n]")


def guard(text: str) -> str:
    """
    Return ``text`` so that no spreadsheet reads it as a formula.

    >>> guard("=1+1"), guard(" ＝SUM(A1)"), guard("Maija – Akaa")
    ("'=1+1", "' ＝SUM(A1)", 'Maija – Akaa')
    """
    return f"'{text}" if is_dangerous(text) else text


def unguard(text: str) -> str:
    """
    Return the text that :func:`guard` was given; its exact inverse.

    >>> unguard("'=1+1"), unguard("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith("'") and is_dangerous(text[1:]) else text


def is_dangerous(text: str) -> bool:
    """Say whether a spreadsheet may take ``text`` for a formula."""
    return _DANGEROUS.match(text) is not None
