"""Finds who organises the events and whom they are for."""

from __future__ import annotations

import re

from skaala.series.announcement.draft import Span
from skaala.series.announcement.kinds import KIND
from skaala.series.announcement.tokens import Page

_NAME = r"[A-ZÅÄÖ0-9][^\n.:;!?()]{0,120}?"
_BEFORE_VERB = re.compile(
    r"(?:^|(?<=[.!?:]\s)|(?<=\n))(?P<names>(?:The\s+|the\s+)?[A-ZÅÄÖ][^\n.:;!?]{1,150}?)\s+(?:will\s+)?"
    r"(?:järjestää|järjestävät|kutsuu|kutsuvat|toteuttaa|toteuttavat|ordnar|arrangerar|inbjuder|bjuder\s+in|har\s+(?:glädjen|"
    r"nöjet|äran)\s+att\s+(?:inbjuda|bjuda\s+in)|"
    r"organi[sz]es?|invites?|hosts?|is\s+(?:hosting|organi[sz]ing)|are\s+(?:hosting|organi[sz]ing)|"
    r"warmly\s+invites?)\b"
)
_LABEL = re.compile(
    r"(?:^|\n|(?<=[.!?]\s))[ \t*•-]*(?:[A-ZÅÄÖ][\wåäö-]*n\s+järjestä(?:ä|vät)|Järjestäj(?:ä|ät|inä|änä)|"
    r"Järjestää|Tilaisuuden\s+järjestää|Sarjan\s+järjestä(?:ä|vät)|Järjestäjätaho|Arrangör(?:er)?|"
    r"Ordnas\s+av|Organi[sz]ers?|Organi[sz]ed\s+by|Hosted\s+by|Hosts?|Host)\s*:?\s+(?:(?:ovat|toimii|"
    r"toimivat|on|är|are|is)\s+)?"
    rf"(?P<names>{_NAME})(?=\s*(?:\.\s|\.$|\n|$|;|\())",
    re.MULTILINE,
)
_PASSIVE = re.compile(
    rf"(?:ordnas|arrangeras|hålls|organi[sz]ed|hosted|arranged)\s+(?:jointly\s+|gemensamt\s+)?(?:av|"
    rf"by)\s+(?P<names>(?:the\s+)?{_NAME})(?=\s*(?:\.\s|\.$|\n|$|;|,\s+(?:and\s+is|som|which)|"
    rf"\s+and\s+is\s|\s+och\s+riktar|\s+tillsammans|\s+in\s+(?:co|collab)|\s+on\s|\()|\s+den\s)",
    re.MULTILINE,
)
_COORDINATES = re.compile(rf"(?:koordinoi|samordnas\s+av|coordinated\s+by)\s+(?P<names>{_NAME})(?=\.|\n|$)")
_TOGETHER = re.compile(
    r"(?:yhdessä|yhteistyössä)\s+(?P<fi>[^.\n;]{2,110}?)\s+kanssa|(?:tillsammans|"
    r"i\s+samarbete)\s+med\s+(?P<sv>[A-ZÅÄÖ][^.\n;,]{2,60}?)(?=\s+(?:en|ett|tre|två|fyra|under|den|i|på|"
    r"ordnas|om|kring|seminari|verkst)\b|[.,;\n]|$)|"
    r"(?:together|in\s+(?:co-?operation|collaboration|"
    r"partnership))\s+with\s+(?P<en>(?:the\s+)?[A-ZÅÄÖ][^.\n;,]{2,80}?)(?=\s+(?:is|are|invites?|organi|"
    r"hosts?|will|on|in)\b|[.,;\n]|$)"
)
_POSSESSIVE = re.compile(
    r"\bovat\s+(?P<names>[A-ZÅÄÖ][\wåäö-]*?(?:liiton|keskuksen|viraston|kaupungin|kunnan|ministeriön|"
    r"säätiön))\s+[^.\n]{0,40}?(?:tilaisuuksia|webinaareja|koulutuksia)"
)
_SIGNED = re.compile(
    r"(?:Terveisin|terveisin|sincerely|faithfully|hälsning(?:ar)?|[Rr]egards|wishes|kunnioittaen|[Hh]ugs from),?\s*\n+"
    r"(?P<names>(?:[^\n]{2,70}\n?\s{0,4}){1,5})"
)
_AFTER_VERB = re.compile(
    rf"(?:(?:^|(?<=[.!?]\s))[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+)?\s+järjestä(?:ä|vät)|\bbjuder(?=\s+[A-ZÅÄÖ][^\n.]*\sin\b))\s+"
    rf"(?P<names>{_NAME})(?=\s*(?:\.\s|\.$|\n|$|;|\(|,\s+(?:joka|jonka|som)\b|\s+(?:in|yhteistyössä|yhdessä|i\s+samarbete|"
    rf"tillsammans)\b))",
    re.MULTILINE,
)
_LETTERHEAD = re.compile(
    r"\A\s*(?P<names>[A-ZÅÄÖ][\wåäö-]*(?:ministeriö|liitto|virasto|laitos|keskus|kaupunki|kunta|säätiö|"
    r"yliopisto)|[A-ZÅÄÖ][\wåäö-]*(?:ministeriet|förbundet|verket|stiftelsen)|Ministry of [A-Z][^\n\t]{2,"
    r"60}?|(?:City|Municipality) of [A-Z]\w+)\s*(?:\t|\n|\s{3,})"
)
ORGANISATION = re.compile(
    r"(?:\b(?:oy|ab|ry|rf|oyj|abp|ltd)\b|liitto|ministeri|virasto|laitos|keskus|kaupunki|kunta|seura|"
    r"yhdistys|säätiö|yliopisto|opisto|hanke|verkosto|ohjelma|instituutti|neuvosto|kirjasto|pelastus|"
    r"museo|"
    r"förbund|stad\b|kommun|stiftels|universitet|förening|institut|verket|center|fonden|council|ministry|"
    r"city|university|institute|association|foundation|agency|network|centre|society|municipalit|"
    r"federation|secretariat)|(?-i:[A-ZÅÄÖ]{2,})",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:keväällä|syksyllä|talvella|kesällä|tänä|ensi|under|in|this|dear|hei|moi|welcome|tervetuloa|"
    r"välkommen|vi\b|we\b|join)",
    re.IGNORECASE,
)
_PRONOUNS = {"me", "vi", "we", "i", "hän", "se", "he", "they", "you", "itse", "organiser", "kuka"}

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


def find_organisers(page: Page) -> list[tuple[str, Span]]:
    """
    Return the organisers as written, each with its place; the one who organises first, then those with it.
    """
    text = page.text
    found: list[tuple[str, Span]] = []
    for pattern in (
        _LABEL,
        _BEFORE_VERB,
        _AFTER_VERB,
        _PASSIVE,
        _COORDINATES,
        _POSSESSIVE,
        _LETTERHEAD,
        _SIGNED,
    ):
        for match in pattern.finditer(text):
            names, start = _the_name_alone(match)
            if pattern is _SIGNED:
                names, start = _line_of_an_organisation(match)
            if not _is_name(names, sure=pattern in (_LABEL, _PASSIVE)):
                continue
            if pattern is _POSSESSIVE:
                names = _nominative(names)
            found.append(
                (names, Span(start, start + len(names) if pattern is not _POSSESSIVE else match.end("names")))
            )
            together = _TOGETHER.search(text, match.start(), min(len(text), match.end() + 260))
            if together and "\n" not in text[match.end() : together.start()]:
                group = together.lastgroup or "fi"
                partner = together.group(group)
                if partner and partner[:1].isalpha():
                    written = Span(together.start(group), together.start(group) + len(partner))
                    found.append((_nominative(partner) if group == "fi" else partner, written))
            return found
    return found


_COMPANY = re.compile(
    r"\s+(?:together\s+with|in\s+(?:co-?operation|collaboration|partnership)\s+with|tillsammans\s+med|"
    r"i\s+samarbete\s+med|yhdessä\s|yhteistyössä\s).*"
)


def _the_name_alone(match: re.Match[str]) -> tuple[str, int]:
    """Return the name without the partners behind it, and where it begins."""
    whole = match.group("names")
    names = whole.lstrip(" ,–-\t")
    start = match.start("names") + len(whole) - len(names)
    return _COMPANY.sub("", names).strip(" ,–-\t"), start


def _line_of_an_organisation(match: re.Match[str]) -> tuple[str, int]:
    """Return the line under a signature that names an organisation, and where it begins; empty if none does."""
    at = match.start("names")
    for line in match.group("names").splitlines(keepends=True):
        words = line.strip(" ,–-\t\n")
        if words[:1].isupper() and ORGANISATION.search(words) and "@" not in words:
            return words, at + line.index(words)
        at += len(line)
    return "", at


def _is_name(names: str, *, sure: bool) -> bool:
    if (
        not names
        or len(names) > 120
        or names.lower() in _PRONOUNS
        or names.lower().startswith(("me ", "vi ", "we "))
    ):
        return False
    if sure:
        return True
    if _LEADING.match(names) or KIND.match(names.lower()):
        return False
    if re.match(r"(?:The\s)?(?:[A-Z][\w'-]*\s?){2,6}$", names):
        return True
    return bool(ORGANISATION.search(names)) or len(names.split()) <= 3


_BASIC_FORMS = {
    "liiton": "liitto", "ohjelman": "ohjelma", "verkoston": "verkosto", "kaupungin": "kaupunki",
    "ministeriön": "ministeriö", "keskuksen": "keskus", "laitoksen": "laitos", "hankkeen": "hanke",
    "viraston": "virasto", "yliopiston": "yliopisto", "säätiön": "säätiö", "kunnan": "kunta",
    "yhdistyksen": "yhdistys", "seuran": "seura", "opiston": "opisto",
}  # fmt: skip


def _nominative(words: str) -> str:
    """
    Return an organisation's name in its basic form where the ending leaves no doubt: `-ohjelman` →
    `-ohjelma`.
    """
    for ending, basic in _BASIC_FORMS.items():
        if words.endswith(ending):
            return words[: -len(ending)] + basic
    return words


def find_audiences(page: Page, start: int, end: int) -> list[Span]:
    """Return the passages that say whom an event is for, between two places."""
    spans: list[Span] = []
    for match in _AUDIENCE.finditer(page.text, start, end):
        for group in ("label", "fi", "fi2", "sv", "en"):
            words = match.group(group)
            if words:
                begin = match.start(group)
                clean = words.rstrip(" .,;")
                spans.append(Span(begin, begin + len(clean)))
    return spans
