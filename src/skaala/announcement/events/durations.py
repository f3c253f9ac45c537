"""Reads how long an event lasts: `kestää puolitoista tuntia`, `varar 90 minuter`, `lasts an hour`."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span

_LASTS = (
    r"\b(?:kestä(?:ä|vät|mme)|kesto|pituus|varar|pågår(?:\s+i)?|räcker|längd|lasts?|lasting|takes?|length|duration|"
    r"runs?\s+for)\b\s*:?\s*(?:noin|n\.|cirka|ca\.?|ungefär|about|around|aina|i|for)?\s*"
)
_AMOUNTS = (
    (90, r"puolitoista\s+tuntia|en\s+och\s+en\s+halv\s+timme|"
         r"(?:one|an)\s+hour\s+and\s+a\s+half|one\s+and\s+a\s+half\s+hours|1[,.]5\s*(?:h|tuntia|timmar|hours)|1\s*½\s*\w+"),
    (30, r"puoli\s+tuntia|puolen\s+tunnin|en\s+halv(?:\s+|-)?timme|half\s+an\s+hour|a\s+half[\s-]hour"),
    (45, r"kolme\s+varttia|tre\s+kvart|three\s+quarters\s+of\s+an\s+hour"),
    (60, r"(?:yhden\s+)?tunnin|tunti\b|en\s+timme|(?:an|one)\s+hour(?!\s+and)"),
    (120, r"kaksi\s+tuntia|kahden\s+tunnin|två\s+timmar|two\s+hours"),
    (150, r"kaksi\s+ja\s+puoli\s+tuntia|två\s+och\s+en\s+halv\s+timme|two\s+and\s+a\s+half\s+hours"),
    (180, r"kolme\s+tuntia|kolmen\s+tunnin|tre\s+timmar|three\s+hours"),
    (240, r"neljä\s+tuntia|neljän\s+tunnin|fyra\s+timmar|four\s+hours"),
)  # fmt: skip
_NUMBERED = re.compile(rf"{_LASTS}(?P<count>\d{{1,3}})\s*(?P<unit>min\w*|tun\w*|tim\w*|hours?|h\b)")
_WORDED = [(minutes, re.compile(rf"{_LASTS}(?:{words})")) for minutes, words in _AMOUNTS]
MOST_MINUTES = 12 * 60


def find_duration(folded: str, start: int, end: int) -> tuple[int, Span] | None:
    """Return the minutes that a passage says an event lasts, and where."""
    numbered = _NUMBERED.search(folded, start, end)
    if numbered:
        factor = 1 if numbered.group("unit").startswith("min") else 60
        minutes = int(numbered.group("count")) * factor
        return (minutes, Span(*numbered.span())) if 0 < minutes <= MOST_MINUTES else None
    found = [
        (minutes, match) for minutes, pattern in _WORDED if (match := pattern.search(folded, start, end))
    ]
    if not found:
        return None
    # The longest wording: "an hour and a half" also begins like "an hour".
    minutes, match = max(found, key=lambda one: one[1].end() - one[1].start())
    return minutes, Span(*match.span())
