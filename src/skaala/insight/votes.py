"""The vote matrix: who voted what on which statement, stored sparsely and in one fixed order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

AGREE, PASS, DISAGREE = 1, 0, -1
Side = Literal["agree", "disagree"]


@dataclass(frozen=True)
class VoteMatrix:
    """
    Votes of participants (rows) on statements (columns); only cells with a vote are stored.

    A cell is the *latest* vote: +1 agree, 0 pass, −1 disagree, or missing. A pass is a vote, so it is stored
    like the others; that is why this is not a plain sparse matrix, in which a stored zero is easily lost.

    Participants and statements are in the natural order of their ids (numbers by size, then words),
    whatever the order of the votes. So every sum is taken in the same order and every tie falls the
    same way: the same votes give the same figures to the last bit.

    Attributes
    ----------
    participants, statements
        The ids, n and m of them.
    row_starts
        n + 1 numbers: the votes of participant i are ``columns[row_starts[i]:row_starts[i + 1]]``.
    columns
        For each vote the index of its statement, ascending within a participant.
    values
        For each vote +1, 0 or −1.

    See Also
    --------
    gather_votes : from single votes in the order in which they were given
    arrange_votes : the same from arrays, for large boards
    """

    participants: tuple[str, ...]
    statements: tuple[str, ...]
    row_starts: Whole
    columns: npt.NDArray[np.int32]
    values: npt.NDArray[np.int8]

    @property
    def n_participants(self) -> int:
        return len(self.participants)

    @property
    def n_statements(self) -> int:
        return len(self.statements)

    @property
    def votes_cast(self) -> Whole:
        """How many votes each participant has given, passes included."""
        return np.diff(self.row_starts)

    @property
    def rows(self) -> npt.NDArray[np.int32]:
        """For each vote the index of its participant."""
        return np.repeat(np.arange(self.n_participants, dtype=np.int32), self.votes_cast)

    @property
    def has_votes(self) -> Flags:
        """Which statements have any vote at all; the others are no columns of the method's matrix."""
        return np.bincount(self.columns, minlength=self.n_statements) > 0

    def with_values(self, values: npt.NDArray[np.int8]) -> VoteMatrix:
        """The same cells with other votes in them."""
        return replace(self, values=values)

    def part(self, participants: Whole, statements: Whole) -> VoteMatrix:
        """The votes of some participants on some statements, both given by ascending index."""
        new_column = np.full(self.n_statements, -1, dtype=np.int32)
        new_column[statements] = np.arange(len(statements), dtype=np.int32)
        lengths = self.votes_cast[participants]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        cells = np.arange(starts[-1]) + np.repeat(self.row_starts[participants] - starts[:-1], lengths)
        columns = new_column[self.columns[cells]]
        kept = columns >= 0
        row_of = np.repeat(np.arange(len(participants)), lengths)[kept]
        return VoteMatrix(
            participants=tuple(self.participants[i] for i in participants),
            statements=tuple(self.statements[j] for j in statements),
            row_starts=_starts(row_of, len(participants)),
            columns=columns[kept],
            values=self.values[cells][kept],
        )


@dataclass(frozen=True)
class Moderation:
    """
    Which statements are not to shape the map: rejected ones, and metadata ("I live in the countryside").

    Both keep their column and their votes, but count as 0 for everybody when the axes are sought.
    """

    rejected: Collection[str] = field(default_factory=frozenset)
    metadata: Collection[str] = field(default_factory=frozenset)

    def zeroed(self, votes: VoteMatrix) -> Flags:
        """Which columns of the matrix are set to 0 for everybody."""
        out = set(self.rejected) | set(self.metadata)
        return np.array([statement in out for statement in votes.statements], dtype=bool)

    def is_metadata(self, votes: VoteMatrix) -> Flags:
        """Which columns are metadata."""
        meta = set(self.metadata)
        return np.array([statement in meta for statement in votes.statements], dtype=bool)


def natural_order(ids: Iterable[str]) -> list[str]:
    """
    Sort ids as people do: whole numbers by size, then words by letter.

    Examples
    --------
    >>> natural_order(["10", "9", "b", "a"])
    ['9', '10', 'a', 'b']
    """
    return sorted(ids, key=lambda name: (0, int(name), name) if _is_number(name) else (1, 0, name))


def gather_votes(
    votes: Iterable[tuple[str, str, int]],
    *,
    participants: Iterable[str] = (),
    statements: Iterable[str] = (),
) -> VoteMatrix:
    """
    Gather single votes, in the order in which they were given, into a vote matrix.

    Parameters
    ----------
    votes
        Triples (participant, statement, vote) with vote +1, 0 or −1. Of several votes of one
        participant on the same statement the last counts.
    participants, statements
        Further ids that are to have a row or a column even without a vote.

    Examples
    --------
    >>> matrix = gather_votes([("anna", "s1", 1), ("bo", "s1", -1), ("anna", "s1", 0)])
    >>> matrix.participants, matrix.values.tolist()
    (('anna', 'bo'), [0, -1])
    """
    who: dict[str, int] = {name: i for i, name in enumerate(dict.fromkeys(participants))}
    what: dict[str, int] = {name: i for i, name in enumerate(dict.fromkeys(statements))}
    rows, columns, values = [], [], []
    for participant, statement, vote in votes:
        rows.append(who.setdefault(participant, len(who)))
        columns.append(what.setdefault(statement, len(what)))
        values.append(vote)
    return arrange_votes(
        list(who),
        list(what),
        rows=np.array(rows, dtype=np.int64),
        columns=np.array(columns, dtype=np.int64),
        values=np.array(values, dtype=np.int64),
    )


def arrange_votes(
    participants: Sequence[str],
    statements: Sequence[str],
    *,
    rows: npt.NDArray[np.integer],
    columns: npt.NDArray[np.integer],
    values: npt.NDArray[np.integer],
) -> VoteMatrix:
    """
    Arrange votes given as arrays into a vote matrix; the later of two votes in the same cell counts.

    Parameters
    ----------
    participants, statements
        Ids, each once; ``rows`` and ``columns`` are indices into them.
    rows, columns, values
        One entry per vote, in the order in which they were given; ``values`` has +1, 0 or −1.

    Raises
    ------
    ValueError
        If an id occurs twice or a vote is not one of +1, 0, −1.
    """
    if len(set(participants)) < len(participants) or len(set(statements)) < len(statements):
        raise ValueError("an id occurs twice")
    if values.size and not np.isin(values, (AGREE, PASS, DISAGREE)).all():
        raise ValueError("a vote is +1, 0 or -1")
    people, row_place = _places(participants)
    texts, column_place = _places(statements)
    key = row_place[rows] * np.int64(max(len(texts), 1)) + column_place[columns]
    kept_values = values.astype(np.int8)
    if key.size > 1 and not (np.diff(key) > 0).all():
        order = np.argsort(key, kind="stable")
        key, kept_values = key[order], kept_values[order]
        last = np.append(np.diff(key) > 0, True)
        key, kept_values = key[last], kept_values[last]
    row_of, column_of = np.divmod(key, max(len(texts), 1))
    return VoteMatrix(people, texts, _starts(row_of, len(people)), column_of.astype(np.int32), kept_values)


def _places(ids: Sequence[str]) -> tuple[tuple[str, ...], Whole]:
    """The ids in natural order, and for each id as given its place in it."""
    ordered = tuple(natural_order(ids))
    place = {name: i for i, name in enumerate(ordered)}
    return ordered, np.array([place[name] for name in ids], dtype=np.int64)


def _starts(row_of: npt.NDArray[np.integer], n_rows: int) -> Whole:
    counts = np.bincount(row_of, minlength=n_rows) if n_rows else np.zeros(0, dtype=np.int64)
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) < 100
