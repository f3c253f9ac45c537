"""Tells which part of a text a line is in, by well-known headings: programme, registration, past, other."""

from __future__ import annotations

import re
from enum import Enum, auto

from skaala.announcement.layout.page import Page


class TextPart(Enum):
    """The part of the text a line is in, by well-known headings."""

    BODY = auto()
    PAST = auto()
    REGISTRATION = auto()
    PROGRAMME = auto()
    OTHER = auto()


_HEADINGS: tuple[tuple[TextPart, re.Pattern[str]], ...] = (
    (TextPart.PAST, re.compile(
        r"(?:menne\w*|aiemm\w*|aikaisemm\w*|edelli(?:set|sten)\w*|pidetyt|tallenteet.*|tidigare|gångna|"
        r"genomförda|förra|past|previous|looking\s+back|earlier|archive|arkisto|arkiv|recordings)\b.*")),
    (TextPart.REGISTRATION, re.compile(
        r"(?:ilmoittau\w*|rekisteröity\w*|anmäl\w*|registr\w*|how\s+to\s+(?:register|apply|join)|haku\w*|"
        r"sign[\s-]?up|näin\s+ilmoittaudut|ansökan|so\s+anmäler.*)(?:\s+[\w-]+){0,5}")),
    (TextPart.PROGRAMME, re.compile(
        r"(?:alustava\s+|preliminärt?\s+|draft\s+|preliminary\s+|päivän\s+|tilaisuuden\s+|"
        r"seminaarin\s+)?(?:ohjelma|aikataulu|program(?:me)?|agenda|dagordning|schedule|timetable|"
        r"kulku)\b(?:\s+[\w-]+){0,3}")),
    (TextPart.OTHER, re.compile(
        r"(?:call\s+for\s+\w+|important\s+dates\s+for\s+\w+|esityskutsu|peruutus\w*|avbokning\w*|"
        r"cancellation\w*|majoitus|boende|accommodation|muut\s+uutiset|(?:uusimmat|tuoreimmat)\s+uutiset|"
        r"you\s+(?:may|might)\s+also\s+(?:like|be\s+interested\s+in)|related\s+(?:news|events|content|articles)|"
        r"see\s+also|latest\s+news|lue\s+myös|katso\s+myös|aiheeseen\s+liittyvää|saatat\s+olla\s+kiinnostunut|"
        r"läs\s+också|se\s+även|relaterat|du\s+kanske\s+(?:också|även)|senaste\s+nytt)(?:\s+[\w-]+){0,4}")),
    (TextPart.BODY, re.compile(
        r"(?:tulev\w*|kommande|upcoming|future|tapahtum\w*|evenemang\w*|events?|ajankohdat|päivämäärät|"
        r"datum|dates|työpaj\w*|workshop\w*|tilaisuud\w*|webinaari\w*|sarjan\s+\w+|important\s+dates|"
        r"lisäti\w*|mer\s+information|"
        r"more\s+information|further\s+information|yhteysti\w*|contact\w*|kontakt\w*|paikka|plats|venue|"
        r"kevät.*|syksy.*|våren.*|hösten.*|spring.*|autumn.*)(?:\s+[\w-]+){0,6}")),
)  # fmt: skip


def parts_of_lines(page: Page, dated: set[int]) -> list[TextPart]:
    """Return for each line the part of the text it is in; ``dated`` lines are no headings."""
    parts: list[TextPart] = []
    current = TextPart.BODY
    for line in page.lines:
        if line.index not in dated:
            current = _part_under(page.words(line)) or current
        parts.append(current)
    return parts


def _part_under(words: str) -> TextPart | None:
    """Return the part that a line opens if it is a well-known heading."""
    heading = words.strip(" *#=_-:•")
    if not 2 < len(heading) <= 64 or heading[-1] in ".,":
        return None
    bare = re.sub(r"\s*\([^)]*\)$|[:?!]+$", "", heading)
    return next((part for part, pattern in _HEADINGS if pattern.fullmatch(bare)), None)
