"""Finds whom an event is for."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page

_GROUPS = ("label", "fi", "fi2", "sv", "en")
_AUDIENCE = re.compile(
    r"(?:(?:kohderyhmä\w*|kenelle|målgrupp\w*|för\s+(?:vem|vilka)|target\s+(?:group|audience)s?|audience|"
    r"for\s+whom|who\s+should\s+(?:attend|join)|"
    r"who\s+is\s+it\s+for)\s*[:?]\s*(?:\n\s*)?(?P<label>[^\n]{3,200}))|"
    r"(?:on\s+(?:suunnattu|tarkoitettu)|suunnattu|tarkoitettu)\s+(?P<fi>[^.\n]{3,220}?)(?=[.\n]|$)|"
    r"(?:Työpaja|Tilaisuus|Webinaari|Koulutus|Seminaari)\s+on\s+(?P<fi2>[^.\n]{3,160}?(?:ille|lle|"
    r"edustajille|vastuutahoille))\s*(?=\.|\n|$)|"
    r"(?:riktar\s+sig\s+till|vänder\s+sig\s+till|är\s+avse[dt]{1,2}a?\s+för|är\s+riktad\s+till|"
    r"är\s+öppen\s+för)\s+(?P<sv>[^.\n]{3,220}?)(?=[.\n]|$)|"
    r"(?:(?:is|are)\s+(?:aimed\s+at|intended\s+for|designed\s+for|meant\s+for|open\s+to)|aimed\s+at|"
    r"intended\s+for|targeted\s+at|geared\s+towards)\s+(?P<en>[^.\n]{3,220}?)(?=[.\n]|$)"
)


def find_audiences(page: Page, start: int, end: int) -> list[Span]:
    """Return the passages that say whom an event is for, between two places."""
    return [
        Span(match.start(group), match.start(group) + len(match.group(group).rstrip(" .,;")))
        for match in _AUDIENCE.finditer(page.text, start, end)
        for group in _GROUPS
        if match.group(group)
    ]
