"""The votes that a board's figures are made of, kept with them, so that figures move in steps of people and never vote by vote."""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from skaala.insight.disclosure import is_part_publishable, is_publishable, may_follow, totals_may_follow

Row = tuple[str, str, int]
"""Participant, root statement, value: 1 agrees, −1 disagrees, 0 passes."""

_CODES = {-1: 1, 0: 2, 1: 3}
_VALUES = {code: value for value, code in _CODES.items()}
_CAST = re.compile(rb"[\x01-\x03]")


@dataclass(frozen=True)
class Ballots:
    """
    Who voted what at one moment.

    :ivar votes: the value by participant, by root
    :ivar perspectives: that of each participant who voted
    :ivar marks: how many marked a root as important
    :ivar guests: which of them are guests
    """

    votes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    perspectives: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, int] = field(default_factory=dict)
    guests: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        rows: Iterable[Row],
        perspectives: Mapping[str, str],
        marks: Mapping[str, int],
        guests: Iterable[str] = (),
    ) -> Ballots:
        """Return the ballots of these votes; of those who did not vote nothing is kept."""
        votes: dict[str, dict[str, int]] = {}
        for who, root, value in rows:
            votes.setdefault(root, {})[who] = value
        voters = {who for given in votes.values() for who in given}
        known = {who: name for who, name in perspectives.items() if who in voters}
        return cls(votes, known, dict(marks), frozenset(voters.intersection(guests)))

    @property
    def rows(self) -> list[Row]:
        """All votes."""
        return [(who, root, value) for root, given in self.votes.items() for who, value in given.items()]

    def counts(self, shown: Collection[str]) -> dict[str, int]:
        """Return how many people voted on these roots, how often, and on how many of them: the one count of a board's results."""
        voted = {root: self.votes[root] for root in shown if self.votes.get(root)}
        return {
            "people": len({who for given in voted.values() for who in given}),
            "votes": sum(map(len, voted.values())),
            "statements": len(voted),
        }

    def guest_count(self, shown: Collection[str]) -> int | None:
        """Return how many of the people that :meth:`counts` counts are guests; None where there are some, but too few to be told."""
        people = {who for root in shown for who in self.votes.get(root, {})}
        guests = len(people & self.guests)
        return guests if not guests or is_part_publishable(guests, len(people)) else None

    def tally(self, root: str) -> tuple[int, int, int]:
        """Return how many agree with a root, how many disagree, and how many voted."""
        counted = Counter(self.votes.get(root, {}).values())
        return counted[1], counted[-1], counted.total()

    def under_ids(self, ids: Mapping[str, str]) -> Ballots:
        """Return the same votes under other ids."""
        return Ballots(
            {root: {ids[who]: value for who, value in given.items()} for root, given in self.votes.items()},
            {ids[who]: name for who, name in self.perspectives.items()},
            self.marks,
            frozenset(ids[who] for who in self.guests),
        )

    def packed(self) -> bytes:
        """Return the ballots as bytes: who and what, then one byte per root and participant."""
        who = sorted({*self.perspectives, *(each for given in self.votes.values() for each in given)})
        place = {each: number for number, each in enumerate(who)}
        roots = sorted(self.votes)
        head = {
            "people": [[each, self.perspectives.get(each, "")] for each in who],
            "roots": roots,
            "marks": self.marks,
            "guests": sorted(self.guests),
        }
        body = bytearray(len(roots) * len(who))
        for row, root in enumerate(roots):
            for each, value in self.votes[root].items():
                body[row * len(who) + place[each]] = _CODES[value]
        return zlib.compress(json.dumps(head).encode() + b"\n" + bytes(body), 3)

    @classmethod
    def unpacked(cls, packed: bytes) -> Ballots:
        """Return what :meth:`packed` wrote."""
        head, _, body = zlib.decompress(packed).partition(b"\n")
        found = json.loads(head)
        who = [each for each, _ in found["people"]]
        votes: dict[str, dict[str, int]] = {root: {} for root in found["roots"]}
        for cast in _CAST.finditer(body):
            row, place = divmod(cast.start(), len(who))
            votes[found["roots"][row]][who[place]] = _VALUES[cast[0][0]]
        return cls(votes, dict(found["people"]), found["marks"], frozenset(found.get("guests", ())))


def settle(now: Ballots, before: Ballots) -> tuple[Ballots, frozenset[str]]:
    """
    Return the votes of which the next figures may be made, where those of ``before`` have been shown, and which roots stay.

    Of a root the votes of ``before`` stay as long as one to four people have come to a side of it since, or gone from
    one: who watches the figures learns nothing of fewer than five. So do marks.

    :returns: the ballots, and the roots whose votes are those of ``before``
    """
    votes: dict[str, Mapping[str, int]] = {}
    stays = set()
    for root, given in now.votes.items():
        shown = before.votes.get(root, {})
        if is_publishable(len(shown)) and (
            given == shown or not may_follow(Counter(shown.values()), Counter(given.values()))
        ):
            votes[root] = shown
            stays.add(root)
        else:
            votes[root] = given
    marks = {
        root: before.marks[root] if _mark_stays(before.marks.get(root, 0), count) else count
        for root, count in now.marks.items()
    }
    voters = {who for given in votes.values() for who in given}
    known = {**before.perspectives, **now.perspectives}
    guests = voters & (before.guests | now.guests)
    settled = Ballots(votes, {who: known[who] for who in voters if who in known}, marks, frozenset(guests))
    return settled, frozenset(stays)


def _mark_stays(shown: int, count: int) -> bool:
    return is_publishable(shown) and not totals_may_follow([(shown, count)])
