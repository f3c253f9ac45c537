"""The chat of a call, pasted: what people wrote, without names, times and reactions."""

from __future__ import annotations

import re

_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{0,4}\.?"
_NAME = r"[A-ZÅÄÖÉÜ][\w.'’-]*(?:[ ,]+(?:\(?[A-ZÅÄÖÉÜ][\w.'’)-]*|von|af|de)){1,5}"
_BEFORE_TEXT = [
    # Zoom: 13:05:22 From Maija Meikäläinen to Everyone: text
    re.compile(rf"^{_TIME}\s+(?:From|Från|Från:|Lähettäjä|Lähettäjä:)\s+.{{1,80}}?:\s*(?P<text>.*)$"),
    # [27.3.2023 13.05] Maija Meikäläinen: text
    re.compile(rf"^\[?(?:{_DAY},?\s+)?{_TIME}\]?\s*[-–]?\s*{_NAME}\s*:\s*(?P<text>.*)$"),
]
_ALONE = [
    re.compile(rf"^\[?(?:{_DAY},?\s+)?{_TIME}\]?\s*(?:{_NAME})?$"),  # a time, perhaps with a name
    re.compile(rf"^{_NAME},?\s+(?:{_DAY},?\s+)?(?:(?:klo|kl\.?)\s+)?{_TIME}$"),  # Teams: a name with a time
    re.compile(rf"^{_NAME},?\s+\d+\s+(?:min|h|s)\b.*$"),  # Slido: a name, five minutes ago
    re.compile(r"^(?:Anonymous|Anonyymi|Nimetön|Anonym)(?:\s.{0,20})?$", re.IGNORECASE),
    re.compile(r"^(?:Edited|Muokattu|Redigerad|Deleted|Poistettu)\b.{0,15}$", re.IGNORECASE),
    re.compile(r"^(?:Reacted to|Replying to|Liked|Removed a|Vastaus:|Reagoi)\s?.*$", re.IGNORECASE),
    re.compile(
        r"^\d+\s+(?:\w+\s+)?(?:reaction|like|upvote|vote|reaktio|tykkäy|ään|reaktion|gilla|röst)\w*\.?$",
        re.IGNORECASE,
    ),
    re.compile(r"^[\W\d_]+$"),  # emojis, numbers and lines
]
_NAME_ALONE = re.compile(rf"^{_NAME}$")
_TIME_ALONE = re.compile(rf"^\[?(?:{_DAY},?\s+)?{_TIME}\]?$")


def messages_of(text: str) -> list[str]:
    """
    Return the messages of a pasted chat of Teams, Zoom or Slido, or the lines of any other text.

    >>> messages_of("13:05:22 From Maija Meikäläinen to Everyone: Yhteinen hankinta säästää aikaa\\n\U0001f44d 3")
    ['Yhteinen hankinta säästää aikaa']
    >>> messages_of("Maija Meikäläinen 13.05\\nYhteinen hankinta säästää aikaa\\nMuokattu")
    ['Yhteinen hankinta säästää aikaa']
    >>> messages_of("- Ensimmäinen\\n- Toinen")
    ['Ensimmäinen', 'Toinen']
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [line for line in lines if line]
    found = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        inline = next((match for shape in _BEFORE_TEXT if (match := shape.match(line))), None)
        if inline is not None:
            words = inline["text"]
        elif any(shape.match(line) for shape in _ALONE) or (
            _NAME_ALONE.match(line) and _TIME_ALONE.match(following)
        ):
            words = ""
        else:
            words = line
        words = words.lstrip("•-–*· ").strip()
        if words:
            found.append(words)
    return found
