"""The votes of a board at one moment, with a fingerprint by which a picture made of them can be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

METHOD = 2
"""Goes up whenever the same votes would give another picture."""


@dataclass(frozen=True)
class Snapshot:
    """The votes of a board at one moment, and all that the picture is made of besides."""

    votes: Sequence[tuple[str, str, int]]
    perspectives: Mapping[str, str]
    kinds: Mapping[str, str]
    hidden: Collection[str] = field(default_factory=frozenset)
    marks: Mapping[str, int] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """A fingerprint: the same for the same votes in any order."""
        rows = [f"v {who} {what} {value}" for who, what, value in self.votes]
        rows += [f"p {who} {name}" for who, name in self.perspectives.items()]
        rows += [f"k {what} {kind}" for what, kind in self.kinds.items()]
        rows += [f"h {what}" for what in self.hidden] + [
            f"m {what} {count}" for what, count in self.marks.items()
        ]
        return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()
