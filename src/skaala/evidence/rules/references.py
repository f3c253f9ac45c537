"""How a study is referred to."""

from __future__ import annotations


def reference(*, authors: str, year: int | None, title: str) -> str:
    """
    Return who, when and what on one line; what is not known is left out.

    >>> reference(authors="MDI", year=2023, title="Skaalaus"), reference(authors="", year=None, title="Skaalaus")
    ('MDI (2023): Skaalaus', 'Skaalaus')
    """
    before = f"{authors} ({year})" if authors and year else authors or (str(year) if year else "")
    return f"{before}: {title}" if before and title else before or title
