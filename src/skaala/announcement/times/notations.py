"""The words and notations of times of day in Finnish, Swedish and English, as patterns."""

from __future__ import annotations

import re

_CLOCK = r"(?<!\w)(?:klo|kello|klockan|kl)\b\.?\s*:?\s*"
_ABOUT = r"(?:(?:n\.|noin|ca\.?|cirka|about|around|approximately|approx\.?)\s*)?"
_HOUR = r"(?:2[0-4]|[01]?\d)(?!\d)"
_MINUTE = r"[0-5]\d"
NOT_MORE = r"(?!\d|[.:]\d|\s?(?:%|€|eur\b|euro|prosent|procent|percent))"
_AP = r"(?:[ap]\.?\s?m\b\.?)"
_TO = r"(?:\s*-\s*|\s+(?:till|to|until|asti|bis)\s+)"

RANGE_OR_ONE = re.compile(
    rf"""
    (?P<clock>{_CLOCK}|(?<=\x00)t(?=\d)|(?<![\w.:,/])) {_ABOUT}
    (?: (?P<h1>{_HOUR})(?:(?P<sep1>[.:])(?P<m1>{_MINUTE}))?(?P<s1>:(?=[a-zåäö])\w*)?(?:\s*(?P<ap1>{_AP}
        |(?:12\s+)?noon\b|midday\b))?
      | (?P<word1>(?:at\s+|from\s+)?(?:12\s+)?noon\b|midday\b|keskipäiv\w+|puoliltapäivin) )
    (?: (?P<to>{_TO}|\s+(?:och|and|ja)\s+|(?<=[tl][aä])\s+(?=\d+:)) (?:(?:klo|kello|klockan
        |kl)\b\.?\s*)? {_ABOUT}
        (?: (?P<h2>{_HOUR})(?:(?P<sep2>[.:])(?P<m2>{_MINUTE}))?(?P<s2>:(?=[a-zåäö])\w*)?(?:\s*(?P<ap2>{_AP}
            |noon\b|midday\b))?{NOT_MORE}
          | (?P<word2>noon\b|midday\b|midnight\b|keskipäiv\w+) )
    )?
    """,
    re.VERBOSE,
)
WORD_HOURS = {
    "seitsemältä": 7, "kahdeksalta": 8, "yhdeksältä": 9, "kymmeneltä": 10, "yhdeltätoista": 11,
    "kahdeltatoista": 12, "yhdeltä": 13, "kahdelta": 14, "kolmelta": 15, "neljältä": 16, "viideltä": 17,
    "kuudelta": 18,
}  # fmt: skip
WORD_HOUR = re.compile(
    rf"\b(?:{'|'.join(sorted(WORD_HOURS, key=len, reverse=True))})\b(?!\s+(?:kunna|henkil|osallistuj))"
)
TIME_LABEL = re.compile(
    r"(?:(?:kellon)?aika|ajankohta|time|tid|kellonaika|klockslag|date\s*(?:and|&)\s*time|when|när|"
    r"milloin|klo|kl|tidpunkt)"
    r"(?:\s*\([^)]*\))?\s*[:|\t]\s*$"
)
