"""The words for attending online, on site, or either way."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Flag, auto

from skaala.announcement.draft import Span


class Modes(Flag):
    """Ways of taking part that a passage speaks of."""

    NONE = 0
    ONLINE = auto()
    ONSITE = auto()
    HYBRID = ONLINE | ONSITE


_NOT_ONLINE = re.compile(
    r"""
    \b(?:ei|eikä|emme|ilman)\b(?:(?!ilmoit|tarvi|edelly)[^.;\n]){0,60}?(?:etä\w*|strii?m\w*|verkkoläh\w*
        |suoratois\w*|verkossa)
  | etä(?:osallistu|yhtey|osallistumis|seura|mahdollisu)\w*[^.;\n]{0,40}?\b(?:ei|eikä)\b(?!\s+tarvi)
  | etänä\s+(?:osallistuminen\s+)?ei\b
  | \b(?:inte|ingen|ej|utan|inget)\b(?:(?!anmäl|behöv|kräv|regist)[^.;\n]){0,60}?(?:på\ distans|distans\w*
      |ström\w*|streama\w*|online|virtuell\w*|på\ webben)
  | \b(?:remote|online|virtual)\w*\s+(?:participation|attendance|access|option)?[^.;\n]{0,24}?\b(?:is|are
      |will)\b[^.;\n]{0,24}?\b(?:not|unavailable)\b
      (?!\s+(?:requir|need))
  | distansdeltagande[^.;\n]{0,30}?\b(?:inte|ej)\b
  | \b(?:not|no|cannot|without|won't|isn't|neither)\b(?:(?!regist|need|requir|only
      |later)[^.;\n]){0,60}?(?:\bstream\w*|\bremote\w*|\bonline\b|\bvirtual\w*|live\s?-?stream\w*|hybrid)
    """,
    re.VERBOSE,
)
_NOT_ONSITE = re.compile(
    r"(?:\bei\b[^.;\n]{0,40}?paikan\s+päällä|\binte\b[^.;\n]{0,30}?på\s+plats|\bnot?\b(?!-)[^.;\n]{0,"
    r"30}?(?:in[\s-]person|on[\s-]?site))"
)
_HYBRID = re.compile(
    r"hybri(?:di|d)\w*|(?:etä-?\s*(?:ja|tai)\s*lähi\w+|lähi-?\s*(?:ja|tai)\s*etä\w+)|monimuoto(?:na|"
    r"isena|toteutus)\b"
)
_NO_MEETING = re.compile(
    r"""
    (?:ilmoittau\w*|rekisteröi\w*|hae\b|haku\w*|täytä\w*|anmäl\w*|registrer\w*|ansök\w*|regist\w+
        |sign\s+up|apply\w*|application\w*|lomake\w*|form|
       formulär\w*|lue\s+lisää|läs\s+mer|read\s+more|kysely\w*|julkaist\w*|luettavissa|materiaali\w*
           |aineisto\w*|tallen\w*|tallenteet|
       inspelning\w*|recording\w*|slides|esitykset)
    (?:\s+(?!ja\b|och\b|and\b)[^\s.;,]+){0,3}\s+(?:verkossa|online|på\ (?:webben|nätet)|nätet)
  | online\s+(?:form|registration|application|shop|survey)
    """,
    re.VERBOSE,
)
_ONLINE = re.compile(
    r"""
    \betä(?!i(?:s|ne|si|st)|l[äl]|än|ä\b|ämm)\w*
  | \bverkossa\b | \bverkkoon\b | \bverkkotilaisuu\w* | \bverkkoläh\w* | \bverkkokoulutu\w*
      | \bverkkotapaami\w* | \bverkkoseminaar\w* | \bverkkoluen\w* | \bverkkotyöpaj\w*
  | \bverkkotapahtum\w* | \bverkkokokou\w* | \bverkkoinfo\w* | \bverkkokeskustelu\w*
      | \bverkkovälittei\w* | \bvirtuaali\w* | \bvirtuell\w* | \bvirtual\w*
  | \bteams\w* | \bms[\s-]teams\w* | \bzoom\w* | \bwebex\w* | \bgoogle\ meet\w* | \bhowspace\w*
      | \bskype\w* | \bgotomeeting\w* | \blivestorm\w* | \bwhereby\b
  | \w*webb?inaari\w* | \bwebb?inar\w* | \w*webbinari\w* | \bnettitilaisuu\w* | \bnetissä\b | \bonline\w*
  | \bstrii?m\w* | \bsuoratois\w* | \bsuora(?:na)?\s+(?:verkko)?lähety\w* | \blive[\s-]?stream\w*
      | \blivelähety\w* | \bstream(?:ed|ing|as|ar|ming)?\b | \bström(?:ma|mn|nin)\w*
  | \bdirektsän\w* | \bwebbsän\w* | \bpå\ distans\b | \bdistans(?:träff|utbild|deltag|möte|tillfälle
      |verkstad|seminari)\w* | \bpå\ (?:webben|nätet)\b
  | \b(?:via|genom|med|på)\s+(?:en\s+)?(?:länk|livesändning|video)\w*\b(?!\s+till) | \blivesändning\w*
  | \bdigital(?:t|a)?\s+(?:träff|möte|meeting|event|session|seminari|workshop)\w*
  | \b\w*linkki\s+(?:lähetetään|tulee|toimitetaan|on\s+kutsu)\w* | \blänk(?:en)?\s+(?:får|skickas|kommer)\b
  | \blink\s+(?:will\s+be\s+sent|is\s+in\s+the|is\s+sent|comes)\b
  | \bremote(?:ly)?\b | \bfollow\s+live\b | \bvideo(?:\s?-?conference|neuvottelu|konferens|möte)\w*
      | \byoutube\w*
    """,
    re.VERBOSE,
)
_ONSITE = re.compile(
    r"""
    \bpaikan\s+pääl\w+ | \bpaikanpääl\w+ | \bläsnä(?:tilaisuu\w*|toteutu\w*|olo\w*|päivä\w*|koulutu\w*
        |\b) | \blähi(?:tilaisuu|koulutu|päiv|tapaami|työpaj|toteutu|opetu|osallistu|seminaar)\w*
  | \bkasvokkain\b | \bkasvotusten\b | \bpå\s+plats\b(?!\s*:)(?!\s+finns) | \bfysisk(?:t|a)?\b
      | \bnärträff\w* | \bnärvarande\s+på\b | \bin[\s-]person\b | \bon[\s-]?site\b
      | \bface[\s-]to[\s-]face\b
  | \bphysically\b | \bphysical\s+(?:event|meeting|venue)\b | \bnärutbild\w* | \bnärdag\w* | \bfysinen\b
    """,
    re.VERBOSE,
)
EXCEPT = re.compile(
    r"\b(?:paitsi|lukuun\s+ottamatta|poikkeuksena|med\s+undantag|förutom|utom|except|apart\s+from|"
    r"excluding|with\s+the\s+exception)\b"
)
_PAST_VIEWING = re.compile(
    r"(?:tallen(?:ne|teet|netaan|nus)\w*|inspelning\w*|spelas\s+in|recording\w*|recorded)[^.;\n]*"
)
_WEBSITE = re.compile(
    r"verkkosiv\w*|verkkolomak\w*|webbplats\w*|webbsid\w*|website\w*|teamsite\w*|online-?lomak\w*|"
    r"onlinesurvey\w*|https?://\S+|www\.\S+|\S+@\S+"
)


@dataclass(frozen=True, slots=True)
class ModeFinding:
    """What a passage says of the ways of taking part, and with which words."""

    modes: Modes
    denied: Modes
    spans: tuple[Span, ...]


def modes_in(folded: str, start: int, end: int) -> ModeFinding:
    """Return the ways of taking part named between two places of the folded text."""
    exception = EXCEPT.search(folded, start, end)
    limit = exception.start() if exception else end
    denials = [
        (mode, Span(match.start(), match.end()))
        for pattern, mode in ((_NOT_ONLINE, Modes.ONLINE), (_NOT_ONSITE, Modes.ONSITE))
        for match in pattern.finditer(folded, start, limit)
    ]
    unrelated = [span for _, span in denials]
    unrelated += [
        Span(match.start(), match.end())
        for pattern in (_NO_MEETING, _PAST_VIEWING, _WEBSITE)
        for match in pattern.finditer(folded, start, limit)
    ]
    named = [
        (mode, Span(match.start(), match.end()))
        for pattern, mode in ((_HYBRID, Modes.HYBRID), (_ONLINE, Modes.ONLINE), (_ONSITE, Modes.ONSITE))
        for match in pattern.finditer(folded, start, limit)
        if match.group()
    ]
    named = [(mode, span) for mode, span in named if not any(span.overlaps(other) for other in unrelated)]
    denied = _union(mode for mode, _ in denials)
    modes = _union(mode for mode, _ in named) & ~denied
    return ModeFinding(modes, denied, tuple(sorted(span for _, span in denials + named)))


def _union(modes: Iterable[Modes]) -> Modes:
    return functools.reduce(operator.or_, modes, Modes.NONE)


def mode_name(modes: Modes, denied: Modes = Modes.NONE) -> str | None:
    """Return the mode's name: what is denied online is on site, and the other way round."""
    left = modes & ~denied
    if denied in _OPPOSITES and left == Modes.NONE:
        left = _OPPOSITES[denied]
    return _NAMES.get(left)


_OPPOSITES = {Modes.ONLINE: Modes.ONSITE, Modes.ONSITE: Modes.ONLINE}
_NAMES = {Modes.HYBRID: "hybrid", Modes.ONLINE: "online", Modes.ONSITE: "onsite"}
