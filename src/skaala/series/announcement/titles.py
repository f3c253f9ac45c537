"""Finds titles: the text's, and each event's: what a line holds besides number, date, time and place."""

from __future__ import annotations

import re

from skaala.series.announcement.draft import Span
from skaala.series.announcement.kinds import KIND, KIND_AND_NUMBER, NUMBERED
from skaala.series.announcement.modes import ways_in
from skaala.series.announcement.role_words import REGISTRATION
from skaala.series.announcement.tokens import Line, Page

_NOT_A_TITLE = re.compile(
    r"(?:hyppää\s+(?:sisältöön|pääsisältöön).*|siirry\s+sisältöön|sivun\s+alkuun|skip\s+to\s+\w+.*|"
    r"(?:hoppa|gå)\s+(?:direkt\s+)?till\s+(?:huvud)?innehåll\w*.*|hoppa\s+till\s+.*|.*\s[|·\"]\s.*\s[|·\"]\s.*|"
    r"(?:[^\s,:]+\s+){1,4}(?:ry|rf|oyj?|ab|ltd|r\.y\.?|r\.f\.?)|.*\s[-|]\s*(?:aktuellt|nyheter|ajankohtaista|uutiset|"
    r"news)|toiminta|liity\s+jäseneksi|bli\s+medlem|yhteystiedot|about(?:\s+us)?|(?:eväste|cookie|kakor)\w*.*|"
    r"käytämme\s+evästeitä.*|vi\s+använder\s+(?:kakor|cookies).*|we\s+use\s+cookies.*|etusivu.*|startsida.*|home\b.{0,3}(?:>|/|›|»).*|.*\s[>›»]\s.*|uutinen|uutiset|"
    r"ajankohtaista|tapahtumat?|tiedote|nyhet(?:er)?|news|press\s+release|"
    r"pressmeddelande|kutsu|inbjudan|invitation|event|evenemang|menu|valikko|haku|search|sök|print|"
    r"tulosta|jaa|dela|share|suomeksi|på\s+svenska|in\s+english|fi|sv|en|jakelussa\s+mainitut|jakelu|"
    r"tervetuloa!?|välkommen!?|welcome!?|save\s+the\s+date!?|varaa\s+päivä!?|boka\s+datumet!?|"
    r"(?:press\s+release|pressmeddelande|tiedote)\b.*\d{4}.*|"
    r"ministry\s+of\s+(?:the\s+)?\w+(?:\s+\w+){0,4}|\w*ministeriö|\w*ministeriet|\w+(?:liitto|virasto|"
    r"keskus|kaupunki|kunta|förbundet)|(?:the\s+)?city\s+of\s+\w+|\w+n\s+(?:kaupunki|kunta|liitto)|"
    r"\w+\s+(?:stad|kommun)|järjestäjät?|"
    r"(?:hei|moi|hyvä|arvoisa|hej|bästa|dear|hello|hi|good\s+\w+)\b.*[,!]?|from:.*|to:.*|cc:.*|date:.*|"
    r"sent:.*|lähettäjä:.*|vastaanottaja:.*|lähetetty:.*|från:.*|till:.*|skickat:.*|kopio:.*|päiväys:.*|"
    r"(?:julkais|publicera|published|posted|päivitetty|uppdatera|updated|lähetetty|sent)\w*\b.*|\d{1,"
    r"2}\.\d{1,2}\.\d{4}.*|https?:\S+|.*\bvn/\d.*|(?:yleiskirje|cirkulär|uutiskirje|nyhetsbrev|"
    r"newsletter|circular)\s+\d.*|(?:yours\s+sincerely|best\s+regards|med\s+vänlig\s+hälsning|"
    r"ystävällisin\s+terveisin|terveisin|kind\s+regards),?|(?:till|to|for|för)\s+(?:kommun|alla\b|all\b|"
    r"members|intressegrupp|stakeholder|invånar|residents|"
    r"medlem|städer|the\s+members|cities|municipal)\w*.*)"
)
_SUBJECT = re.compile(
    r"(?:aihe|subject|ämne|otsikko|rubrik|title)\s*:\s*(?:(?:re|fw|fwd|vs|vl|sv|vb)\s*:\s*)*"
)
_CARD_ALONE = re.compile(
    r"(?:kutsu|inbjudan|invitation|uutinen|nyhet|news|tiedote|pressmeddelande|press\s+release)"
)
_CALLING_CARD = re.compile(
    r"(?:kutsu|inbjudan|invitation|uutinen|nyhet|news|tiedote|pressmeddelande|press\s+release|"
    r"huom!?)\s*[:!|]\s+(?=\S)"
)
_DATE_LABEL = re.compile(
    r"[\s•·*|-]*(?:aika(?:\s+ja\s+paikka)?|ajankohta|päivä(?:määrä)?(?:\s+ja\s+(?:kellon)?aika)?|pvm|"
    r"milloin|kellonaika|när|tid(?:\s+och\s+plats)?|datum(?:\s+och\s+tid)?|tidpunkt|when|"
    r"date(?:s)?(?:\s*(?:and|&)\s*time)?|time|day|dag|klo|kl|next\s+meetups?|ajankohdat|tid\s*&\s*plats)"
    r"\s*(?:\([^)]*\))?\s*(?::|\t|\s{3,}|$)"
)
_OTHER_LABEL = re.compile(
    r"[\s•·*|-]*(?:paikka|missä|osoite|plats|var|ställe|venue|place|location|where|osallistumistapa|"
    r"toteutus(?:tapa)?|muoto|form|mode|format|ilmoittau\w*|anmäl\w*|regist\w*|deadline|rsvp|kohderyhmä|"
    r"kenelle|målgrupp|audience|target\s+group|hinta|pris|price|kieli|språk|language|"
    r"järjestäj\w*|arrangör\w*|organi[sz]er\w*|host|lisäti\w*|mer\s+info\w*|contact|kontakt\w*|linkki|"
    r"länk|link|puhuja\w*|talare|speaker\w*|kouluttaja\w*|ohjelma|program\w*)\s*(?:\([^)]*\))?\s*(?::|\t|"
    r"$)"
)
_PROSE = re.compile(
    r"\b(?:järjestetään|järjestää|järjestävät|pidetään|kokoontuu|pidettävä\w*|ordnas|ordnar|hålls|"
    r"inbjuder|arrangeras|takes?\s+place|siirtyy|juodaan|tavataan|tapaamme|nähdään|flyttas|is\s+held|"
    r"are\s+held|will\s+be|invites?|joka\b|"
    r"jossa\b|som\s+(?:ordnas|hålls)|join\s+us|tule\s+mukaan|on\s+siirretty|sopii|kunnes|muistathan)\b"
)
_QUOTED = re.compile(r"[\"“”„»«]([^\"“”„»«\n]{4,140})[\"“”»«]")
_NAMED = re.compile(
    r"(?:(?:tilaisuuteen|seminaariin|webinaariin|työpajaan|koulutukseen|tapahtumaan)\s+(?P<fi>[A-ZÅÄÖ][^,"
    r".\n]{4,100}?)(?=,|\s+(?:joka|jossa)\b)|(?P<dash>[A-ZÅÄÖ][\wåäö-]*(?:\s[a-zåäö\d]+){0,"
    r"4}\s-(?:työpaja|seminaari|webinaari|tilaisuus|koulutus|päivä|foorumi|tapahtuma)))"
    r"|(?:this\s+year's|the|to\s+our|to\s+the|our)\s+(?P<en>(?:[A-Z][\w'-]*\s){1,6}(?:Forum|Conference|"
    r"Seminar|Summit|Workshop|Webinar|Symposium|Days))"
)
_SPLIT = re.compile(r"\x00+|\||\t")
_TRIM = ' \t,.;:()[]/|*•·●▪■–—->→\x00"“”\n'
_END_WORDS = re.compile(
    r"(?:^|[\s,(])(?:klo|kello|kl|at|on|from|den|ma|ti|ke|to|pe|la|su|the|ja|och|and|samt|sekä|alkaen|"
    r"eet|in|i)\.?$"
)
_START_WORDS = re.compile(
    r"(?:alkaen|i|på|at|on|from|kl|klo|eet|cet|eest|finnish\s+time|och|ja|and|start|in)\b\.?[\s,:]*|"
    r"(?:(?:microsoft |ms )?teams|zoom|online|distans|etänä|verkossa|webbinarium|webinaari)\s*[-:,]\s+"
)
_WAY_AT_END = re.compile(
    r"(?:[\s,(|/–-]+(?:(?:via|on|på|in)\s+)?(?:(?:microsoft|ms)\s+)?(?:teams(?:issa|-kokous)?|"
    r"zoom(?:issa)?|online|etänä|etäyhteys|etäyhteydellä|verkossa|webinaarina|webinar|hybridi(?:na)?|"
    r"hybrid|distans|på distans|på nätet|nätet|netissä|paikan päällä|på plats|in person|on site|onsite|"
    r"webex|teams/etä|läsnä|remote|lähitilaisuus|verkkotilaisuus|på webben|streamed))+[\s).]*$"
)
_EMPTY_WORDS = re.compile(
    r"(?:[\s,.;:/()-]|\b(?:x|ix|iv|v?i{1,3}|v|dag|ett|två|day|one|two|from|and|at|on|the|och|ja|sekä|"
    r"samt|till|to|same|time|place|sama|paikka|aika|"
    r"samma|tid|plats|samaan|aikaan|alkaen|asti|saakka|between|mellan|välillä|kello|finnish|"
    r"alkaa|klockan|date|päivä|dag|day|until|starting|start|is|on|är|hålls|ordnas|tilaisuus|tbc|tba)\b)+"
)
_WAY_IN_BRACKETS = re.compile(
    r"\s*\((?:[^()]*\b(?:webinaari|webbinarium|webinar|hybridi?|etä\w*|verkossa|online|teams|zoom|"
    r"lähi\w*|onsite|in person|paikan päällä|på plats|distans)\b[^()]*)\)?$"
)
_KIND_PREFIX = re.compile(
    rf"(?:(?:x|ix|iv|v?i{{1,3}}|v|\d{{1,2}}\.?)\s+(?={KIND.pattern}))?{KIND.pattern}(?:\s*(?:nro|nr|"
    rf"no\.?|#)?\s*(?:\d{{1,2}}|x|ix|iv|v?i{{1,3}}|v|[a-h])(?![\w]))?(?:/\d+)?\s*(?:[:–—-]|(?=$)|"
    rf"\.\s)\s*"
)
_ONLY_A_SEASON = re.compile(
    r"(?:\w+kuu(?:ssa|n)?|kevät|keväällä|syksy|syksyllä|kesä|talvi|januari|februari|mars|april|maj|juni|"
    r"juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|"
    r"october|"
    r"spring|autumn|fall|summer|winter|våren|hösten|kevään|syksyn|vuosi|år|year)?\s*(?:20\d\d)?"
)
_TOPIC = re.compile(
    r"(?:(?<=\n)|\A)[ \t*•-]*(?:aihe|teema|otsikko|ämne|tema|rubrik|topic|theme|title)\s*:\s*(?P<words>\S)"
)
_ONLY_A_WAY = re.compile(
    r"(?:webben|nätet|plats|distans|etänä|etäyhteys|verkossa|paikan päällä|(?:ms |microsoft )?teams|zoom|"
    r"online|webinaari|webbinarium|webinar|hybridi?|in person|on site)"
)
_NUMBER_PREFIX = re.compile(
    r"[\s|•·*>#-]*(?:\d{1,2}\s*[.):]\)?(?!\d)|[a-h]\)|[a-h]\.(?=\s)|(?:x|ix|iv|v?i{1,3}|v)[.):](?=\s)|"
    r"#\d+:?)\s*"
)


def _is_place_and_date(page: Page, line: Line, dates: list[Span]) -> bool:
    """Return whether a line is a letter's `Helsinki 6.3.2023`, or a date alone, perhaps in two languages."""
    inside = [span for span in dates if line.start <= span.start < line.end]
    if not inside:
        return False
    rest = page.folded[line.start : inside[0].start]
    for one, other in zip(inside, [*inside[1:], None], strict=True):
        rest += " " + page.folded[one.end : other.start if other else line.end]
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= len(inside)


def document_title(page: Page, dates: list[Span]) -> Span | None:
    """Return the first line that reads like a heading; a mail's subject before it."""
    for line in page.lines[:7]:
        subject = _SUBJECT.match(page.folded, line.start, line.end)
        if subject and subject.end() < line.end:
            return _without_date(page, _stripped(page, subject.end(), line.end), dates)
    fallback: Span | None = None
    for line in page.lines[:25]:
        words = page.words(line)
        if _NOT_A_TITLE.fullmatch(words.strip(" *#=_-")):
            continue
        if "\t" in page.text[line.start : line.end] or _DATE_LABEL.match(words) or _OTHER_LABEL.match(words):
            continue
        if not re.search(r"[^\W\d_]{3}", words) or len(words) > 220:
            continue
        if fallback is None and len(words) <= 160 and not words.endswith((".", ",")):
            fallback = _stripped(page, line.start, line.end)
        if len(words) > 140 or (
            words.endswith((".", ":", ","))
            and (len(words.split()) > 4 or is_prose(page, line.start, line.end))
        ):
            continue
        if _is_place_and_date(page, line, dates):
            continue
        return _stripped(page, line.start, line.end)
    return fallback


def _without_date(page: Page, title: Span | None, dates: list[Span]) -> Span | None:
    """Return a mail's subject without the date at its end: `Hankintatapaaminen to 27.3.`"""
    for span in dates:
        if title and title.start < span.start < title.end <= span.end:
            words = page.text[title.start : span.start].rstrip(" ,(–-")
            return Span(title.start, title.start + len(words)) if len(words) > 3 else title
    return title


def _stripped(page: Page, start: int, end: int) -> Span | None:
    words = page.text[start:end]
    left = len(words) - len(words.lstrip(" \t#*=_-•|"))
    card = _CALLING_CARD.match(page.folded, start + left, end)
    if card:
        left = card.end() - start
    right = len(words.rstrip(" \t#*=_|"))
    return Span(start + left, start + right) if left < right else None


def is_label_line(page: Page, line: Line) -> bool:
    words = page.words(line)
    return bool(_DATE_LABEL.match(words) or _OTHER_LABEL.match(words))


def begins_with_date_label(page: Page, start: int, end: int) -> bool:
    return bool(_DATE_LABEL.match(page.folded, start, end))


def is_prose(page: Page, start: int, end: int) -> bool:
    """Return whether a passage is running text rather than a heading or a row of a list."""
    words = page.folded[start:end]
    return bool(_PROSE.search(words)) or len(words.split()) > 28


def is_heading_like(page: Page, line: Line) -> bool:
    words = page.words(line).strip()
    return len(words) <= 130 and not words.endswith((".", ",", ";")) and not is_label_line(page, line)


def title_in_row(page: Page, start: int, end: int, taken: list[Span]) -> Span | None:
    """Return what names the event in its row, without number, date, time, way of taking part and place."""
    label = _DATE_LABEL.match(page.folded, start, end)
    if label:
        start = label.end()
    blanked = list(page.folded[start:end])
    for span in taken:
        low, high = max(span.start, start), min(span.end, end)
        for at in range(low, high):
            blanked[at - start] = "\x00"
    row = "".join(blanked)
    sure: list[Span] = []
    kinds: list[Span] = []
    at = 0
    registering = REGISTRATION.search(row)
    if registering and registering.start() > 0:
        # what follows the word for registering names no event
        row = row[: registering.start()]
    for piece in [*_SPLIT.finditer(row), None]:
        stop = piece.start() if piece else len(row)
        found = _clean(page, start + at, start + stop)
        if found:
            (kinds if is_kind_only(page, found) else sure).append(found)
        at = piece.end() if piece else len(row)
    for span in sure:
        words = page.folded[span.start : span.end]
        if REGISTRATION.match(words) or _WAY_AT_END.fullmatch(" " + words) or _ONLY_A_WAY.fullmatch(words):
            continue
        return without_kind(page, span)
    return kinds[0] if kinds else None


def _clean(page: Page, start: int, end: int) -> Span | None:
    """Return the passage without bullets, numbers, stray connecting words and sentences about registering."""
    folded = page.folded
    prefix = _NUMBER_PREFIX.match(folded, start, end)
    if prefix and prefix.end() < end:
        start = prefix.end()
    # cut where a sentence on registering or on the way of taking part begins
    for sentence in re.finditer(
        r"(?<!\bprof)(?<!\bdr)(?<!\bst)(?<!\bmr)(?<!\bms)(?<!\btri)(?<!\btoht)(?<!\b[^\W\d])(?<!\bii)(?<!\biii)(?<!\biv)(?<!\bvi)[.!?]\s+",
        folded[start:end],
    ):
        rest = folded[start + sentence.end() : end]
        if REGISTRATION.match(rest) or ways_in(rest, 0, min(len(rest), 60)).spans or len(rest.split()) > 5:
            end = start + sentence.start() + (1 if sentence.group()[0] in "!?" else 0)
            break
    registering = re.search(r"[\s,(–-]+(?=" + REGISTRATION.pattern + r")", folded[start:end])
    if (
        registering
        and registering.start() > 3
        and not re.match(
            r"^[^,(–-]*$", folded[start + registering.start() : start + registering.end()].strip() or "x"
        )
    ):
        end = start + registering.start()
    changed = True
    while changed and start < end:
        changed = False
        words = folded[start:end]
        stripped = words.strip(_TRIM)
        if not stripped:
            return None
        left = words.index(stripped[0])
        left = len(words) - len(words.lstrip(_TRIM))
        new = (start + left, start + left + len(stripped))
        if page.text[new[1] : new[1] + 1] in ("!", "?"):
            new = (new[0], new[1] + 1)
        for match in (
            _WAY_IN_BRACKETS.search(folded, *new),
            _WAY_AT_END.search(folded, *new),
            _END_WORDS.search(folded, *new),
        ):
            if (
                match
                and match.end() == new[1]
                and match.start() > new[0]
                and not page.text[new[1] - 1].isupper()
            ):
                new = (new[0], match.start())
                changed = True
                break
        first = _START_WORDS.match(folded, *new)
        if first and first.end() < new[1]:
            new = (first.end(), new[1])
            changed = True
        start, end = new
    words = page.text[start:end]
    opened = words.count("(") - words.count(")")
    if opened < 0 and "(" not in words:
        return Span(start, end) if re.search(r"[^\W\d_]{2}", words) else None
    if opened > 0 and page.text[end : end + 1] == ")":
        end += 1
    if _EMPTY_WORDS.fullmatch(page.folded[start:end]) or _CARD_ALONE.fullmatch(page.folded[start:end]):
        return None
    return Span(start, end) if re.search(r"[^\W\d_]{3}", page.text[start:end]) else None


def is_kind_only(page: Page, span: Span) -> bool:
    words = page.folded[span.start : span.end].strip(_TRIM)
    if len(words.split()) == 1 and KIND.fullmatch(words):
        return True
    return bool(KIND_AND_NUMBER.fullmatch(words)) or bool(
        re.fullmatch(rf"(?:x|ix|iv|v?i{{1,3}}|v|\d{{1,2}}\.?)\s+{KIND.pattern}", words)
    )


def without_kind(page: Page, span: Span) -> Span:
    """Return the title without a leading `Session 1 –` or `Moduuli A:`."""
    prefix = NUMBERED.match(page.folded, span.start, span.end) or _KIND_PREFIX.match(
        page.folded, span.start, span.end
    )
    if prefix and re.search(r"[^\W\d_]{3}", page.folded[prefix.end() : span.end]):
        has_number = re.search(
            r"\d|(?<!\w)(?:[a-h]|[ivx]+)(?!\w)", page.folded[prefix.start() : prefix.end()]
        )
        colon = ":" in prefix.group()
        if has_number or colon:
            return Span(prefix.end(), span.end)
    return span


def title_in_prose(page: Page, start: int, end: int) -> Span | None:
    """Return a title named inside running text: quoted, or `seminaariin Puurakentaminen kunnissa, joka`."""
    quoted = _QUOTED.search(page.text, start, end)
    if quoted:
        return Span(quoted.start(1), quoted.end(1))
    named = _NAMED.search(page.text.replace("–", "-"), start, end)
    if named:
        for group in ("fi", "dash", "en"):
            if named.group(group):
                return Span(named.start(group), named.end(group))
    return None


def topic_in(page: Page, start: int, end: int) -> Span | None:
    """Return what a label calls the topic: `Aihe: Kestävän kehityksen raportointi`."""
    topic = _TOPIC.search(page.folded, start, end)
    if not topic:
        return None
    line = page.line_at(topic.start("words"))
    return _clean(page, topic.start("words"), line.end)


def title_line(page: Page, line: Line, taken: list[Span]) -> Span | None:
    """Return the title on a line that holds nothing else of the event."""
    words = page.words(line).strip(" :*#")
    if _ONLY_A_SEASON.fullmatch(words) or _NOT_A_TITLE.fullmatch(words):
        return None
    end = line.end
    first = re.search(
        r"(?<!\bprof)(?<!\bdr)(?<!\bst)(?<!\bmr)(?<!\bms)(?<!\btri)(?<!\btoht)(?<!\b[^\W\d])(?<!\bii)(?<!\biii)(?<!\biv)(?<!\bvi)[.!?]\s",
        page.folded[line.start : line.end],
    )
    if first and first.start() > 3:
        end = line.start + first.start() + 1
    return title_in_row(page, line.start, end, taken)
