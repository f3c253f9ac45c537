"""What the words of a finding need besides its figures. Pure; stored with a finding as JSON."""

from __future__ import annotations

from typing import TypedDict


class Facts(TypedDict, total=False):
    """
    Facts about one finding; which of them it has depends on its rule.

    :ivar rule: which rule drafted it: shared, most, difference, ranked or moved; or concluded, where a room did
    :ivar side: agree or disagree
    :ivar boards: on how many boards its statement is
    :ivar groups: whether all opinion groups lean to that side ("all") or not ("split"); missing where there are none
    :ivar grade: how firm these groups are
    :ivar more: the perspective that agrees more often than ``less``
    :ivar rank: its place among the statements of its kind
    :ivar change: by how many percentage points agreement has changed
    :ivar parts: what most of each perspective say that is told in words: agree, disagree or neither
    :ivar of_kind: the kind of its statement, where the finding is of another
    :ivar is_sure_in_each: whether the majority of each perspective is beyond chance
    :ivar statements: how many statements a claim consists of
    :ivar concluded_on: on which day a room concluded it, as YYYY-MM-DD
    :ivar unit: who does it as the room said
    :ivar due: by when as the room said, as YYYY-MM-DD
    :ivar is_contested: whether most agree with one of them and most disagree with another
    """

    rule: str
    side: str
    boards: int
    groups: str
    grade: str
    more: str
    less: str
    rank: int
    change: int
    of_kind: str
    is_sure_in_each: bool
    statements: int
    is_contested: bool
    parts: dict[str, str]
    concluded_on: str
    unit: str
    due: str
