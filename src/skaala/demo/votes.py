"""How simulated people vote: each leans to one of two ways of thinking, and perspectives differ on some matters."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass

from skaala.demo.statements_2023 import WORKSHOPS, ScriptedStatement
from skaala.workshops.models import Participant

_KNOWN = {one.text: one for lines in WORKSHOPS.values() for one in lines}
# What one perspective sees more readily than others, by words that occur in a statement.
_EYES = {
    "receiver": ("pien", "työaikaa", "tuntia", "euro", "tid", "time"),
    "pioneer": ("kokeil", "edelläkävij", "omista", "mittari", "pioneers", "yksik"),
    "network": ("verkosto", "yhteystie", "koordinaat", "nätverk", "network", "yhtei"),
}
_SHIFT = 0.22


@dataclass(frozen=True)
class Voter:
    """A simulated participant and how far they lean to common solutions (1) or to each town's own way (−1)."""

    participant: Participant
    lean: float
    mood: float

    @classmethod
    def like_others(cls, participant: Participant, chance: random.Random) -> Voter:
        """Return somebody of one of the two ways of thinking, by perspective more often of one than of the other."""
        common = {"receiver": 0.65, "pioneer": 0.35, "network": 0.6}.get(participant.perspective, 0.5)
        side = 1 if chance.random() < common else -1
        return cls(participant, side * min(1.0, max(0.3, chance.gauss(0.85, 0.15))), chance.gauss(0, 0.06))


def vote_of(voter: Voter, text: str, chance: random.Random) -> int:
    """Return 1, 0 or −1: what the voter holds of a statement."""
    said = _KNOWN.get(text) or _guessed(text)
    agree = said.ease + 0.8 * said.lean * voter.lean + voter.mood
    for perspective, words in _EYES.items():
        if any(word in text.casefold() for word in words):
            agree += _SHIFT if perspective == voter.participant.perspective else -_SHIFT / 2
    agree = min(0.97, max(0.03, agree))
    roll = chance.random()
    if roll < 0.09:
        return 0
    return 1 if chance.random() < agree else -1


def _guessed(text: str) -> ScriptedStatement:
    """Something to hold of a statement that somebody else has written: the same each time."""
    digest = hashlib.sha256(text.encode()).digest()
    return ScriptedStatement("", round(digest[0] / 127.5 - 1, 1), 0.4 + digest[1] / 640, text)
