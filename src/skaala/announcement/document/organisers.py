"""Finds who organises the events."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page
from skaala.announcement.vocabulary.kinds import KIND

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
_PATTERNS = (
    _LABEL,
    _BEFORE_VERB,
    _AFTER_VERB,
    _PASSIVE,
    _COORDINATES,
    _POSSESSIVE,
    _LETTERHEAD,
    _SIGNED,
)  # the surest first
_LEADING = re.compile(
    r"^(?:keväällä|syksyllä|talvella|kesällä|tänä|ensi|under|in|this|dear|hei|moi|welcome|tervetuloa|"
    r"välkommen|vi\b|we\b|join)",
    re.IGNORECASE,
)
_PRONOUNS = {"me", "vi", "we", "i", "hän", "se", "he", "they", "you", "itse", "organiser", "kuka"}


def find_organisers(page: Page) -> list[tuple[str, Span]]:
    """
    Return the organisers as written, each with its place; the one who organises first, then those with it.
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(page.text):
            name, span = _organiser(pattern, match)
            if _is_name(name, sure=pattern in (_LABEL, _PASSIVE)):
                written = _nominative(name) if pattern is _POSSESSIVE else name
                return [(written, span), *_partners(page.text, match)]
    return []


def _organiser(pattern: re.Pattern[str], match: re.Match[str]) -> tuple[str, Span]:
    name, start = _line_of_an_organisation(match) if pattern is _SIGNED else _the_name_alone(match)
    end = match.end("names") if pattern is _POSSESSIVE else start + len(name)
    return name, Span(start, end)


def _partners(text: str, match: re.Match[str]) -> list[tuple[str, Span]]:
    """Return the organisation named as a partner behind the organiser, in the same line."""
    together = _TOGETHER.search(text, match.start(), min(len(text), match.end() + 260))
    if not together or "\n" in text[match.end() : together.start()]:
        return []
    group = together.lastgroup or "fi"
    partner = together.group(group)
    if not partner or not partner[:1].isalpha():
        return []
    span = Span(together.start(group), together.start(group) + len(partner))
    return [(_nominative(partner) if group == "fi" else partner, span)]


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
