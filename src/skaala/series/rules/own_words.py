"""What an organisation may make of a list of words. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

MOST_WORDS = 30
LONGEST_WORD = 60


class WordProblem(StrEnum):
    """Why a list cannot be kept as it is."""

    NO_NAME = "no_name"
    SAME_NAME = "same_name"
    MARKUP = "markup"
    IN_USE = "in_use"
    NEEDED = "needed"
    NONE_OFFERED = "none_offered"
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class WordDraft:
    """
    A word as it shall be: its names by language, those of the program included.

    :ivar code: empty for a new one
    """

    code: str
    names: Mapping[str, str] = field(default_factory=dict)
    is_offered: bool = True

    @property
    def is_named(self) -> bool:
        return any(self.names.values())


def problems(
    drafts: Sequence[WordDraft], *, languages: Collection[str], needed: str = ""
) -> list[tuple[WordProblem, int | None]]:
    """
    Return what is wrong, each with the place of its word in ``drafts``; None where it is about the whole list.

    :param languages: those in which the organisation or one of its series is held; a name is needed in each
    :param needed: the code that is always offered
    """
    found: list[tuple[WordProblem, int | None]] = []
    seen: set[tuple[str, str]] = set()
    for place, draft in enumerate(drafts):
        names = {(code, " ".join(name.casefold().split())) for code, name in draft.names.items() if name}
        if any(not draft.names.get(code, "").strip() for code in languages):
            found.append((WordProblem.NO_NAME, place))
        if any(set("<>") & set(name) for _code, name in names):
            found.append((WordProblem.MARKUP, place))
        if names & seen:
            found.append((WordProblem.SAME_NAME, place))
        if draft.code == needed and needed and not draft.is_offered:
            found.append((WordProblem.NEEDED, place))
        seen |= names
    if not any(draft.is_offered for draft in drafts):
        found.append((WordProblem.NONE_OFFERED, None))
    if len(drafts) > MOST_WORDS:
        found.append((WordProblem.TOO_MANY, None))
    return found
