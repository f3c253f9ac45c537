"""What a line is: a label, a heading, running text, or something that is never a title."""

from __future__ import annotations

import re

from skaala.announcement.layout.page import Page, TextLine

LONGEST_HEADING = 130
LONGEST_ROW = 28  # words

_OCCASION_INTO = (
    r"\w*(?:seminaariin|webinaariin|työpajaan|tilaisuuteen|koulutukseen|tapahtumaan|tapaamiseen|iltaan|"
    r"päivään|päiville|foorumiin|kokoukseen)"
)
_OCCASION_SV = r"\w*(?:seminari|webbinari|verkstad|workshop|utbildning|möte|forum|träff|evenemang|kväll)\w*"
_OCCASION_EN = r"\w*(?:seminar|webinar|workshop|training|meeting|event|forum|evening|conference)s?"
# The head of a newsletter, an organisation's name above its news, an invitation that leads to the title.
HEAD_OF_ALL = re.compile(
    r"(?:(?:.{1,60}\s)?\w*(?:uutiskirje|kuntakirje|jäsenkirje|tiedotuskirje|nyhetsbrev|månadsbrev|newsletter|bulletin)"
    r"(?:\s+(?:från|from)\b.*|\s*[,|–-].*|.*\d.*)?|"
    rf"(?:kutsu|kutsumme)\s+{_OCCASION_INTO}|inbjudan\s+till\s+(?:ett\s+|en\s+|vårt\s+|vår\s+)?{_OCCASION_SV}|"
    rf"invitation\s+to\s+(?:an?\s+|our\s+|the\s+)?{_OCCASION_EN}|you\s+are\s+(?:warmly\s+)?invited|"
    rf".*\b(?:kutsuu|kutsuvat)\b.*\s{_OCCASION_INTO}:?|"
    rf".*\b(?:in)?bjuder\b.*\btill\s+(?:ett\s+|en\s+)?{_OCCASION_SV}:?|"
    rf".*\binvites?\b.*\bto\s+(?:an?\s+|our\s+|the\s+)?{_OCCASION_EN}:?|"
    r".{1,60}\b(?:tiedottaa|informerar|meddelar|informs)(?:\s+\d.*)?|"
    r"[\w-]+\s+ja\s+\w*ministeriö|(?:news|nyhet(?:er)?|uutinen|uutiset|tiedote|meddelande)[,:]?\s+.{0,24}\d{4}|"
    r"(?:\S+\s+){0,3}(?:agency|ministry|authority|board)(?:\s+(?:of|for)\s+.{1,60})?|"
    r"(?:[\w-]+\s+){0,3}\w*(?:ministeriö|ministeriet|verket|virasto|liitto|förbundet)\s+\d{1,2}\.\d{1,2}\.\d{4})[.!]?"
)
NOT_A_TITLE = re.compile(
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
DATE_LABEL = re.compile(
    r"[\s•·*|-]*(?:aika(?:\s+ja\s+paikka)?|ajankohta|päivä(?:määrä)?(?:\s+ja\s+(?:kellon)?aika)?|pvm|"
    r"milloin|kellonaika|när|tid(?:\s+och\s+plats)?|datum(?:\s+och\s+tid)?|tidpunkt|when|"
    r"date(?:s)?(?:\s*(?:and|&)\s*time)?|time|day|dag|klo|kl|next\s+meetups?|ajankohdat|tid\s*&\s*plats)"
    r"\s*(?:\([^)]*\))?\s*(?::|\?|\t|\s{3,}|$)"
)
OTHER_LABEL = re.compile(
    r"[\s•·*|-]*(?:paikka|missä|osoite|plats|var|ställe|venue|place|location|where|osallistumistapa|"
    r"toteutus(?:tapa)?|muoto|form|mode|format|ilmoittau\w*|anmäl\w*|regist\w*|deadline|rsvp|kohderyhmä|"
    r"kenelle|ketkä|kuka|vem|för\s+vem|who|miten\s+mukaan|mukaan|how\s+to\s+join|målgrupp|audience|target\s+group|hinta|pris|price|kieli|språk|language|"
    r"järjestäj\w*|arrangör\w*|organi[sz]er\w*|host|lisäti\w*|mer\s+info\w*|contact|kontakt\w*|linkki|"
    r"länk|link|puhuja\w*|talare|speaker\w*|kouluttaja\w*|ohjelma|program\w*)\s*(?:\([^)]*\))?\s*(?::|\?|\t|"
    r"$)"
)
_PROSE = re.compile(
    r"\b(?:järjestetään|järjestää|järjestävät|pidetään|kokoontuu|pidettävä\w*|ordnas|ordnar|hålls|"
    r"inbjuder|arrangeras|takes?\s+place|siirtyy|juodaan|tavataan|tapaamme|nähdään|flyttas|is\s+held|"
    r"are\s+held|will\s+be|invites?|joka\b|"
    r"jossa\b|som\s+(?:ordnas|hålls)|join\s+us|tule\s+mukaan|on\s+siirretty|sopii|kunnes|muistathan)\b"
)


def is_label(words: str) -> bool:
    """Return whether the words begin with a label: `Aika:`, `Paikka:`, `Anmälan:`."""
    return bool(DATE_LABEL.match(words) or OTHER_LABEL.match(words))


def is_label_line(page: Page, line: TextLine) -> bool:
    return is_label(page.words(line))


def begins_with_date_label(page: Page, line: TextLine) -> bool:
    return bool(DATE_LABEL.match(page.words(line)))


def is_prose(page: Page, start: int, end: int) -> bool:
    """Return whether a passage is running text rather than a heading or a row of a list."""
    words = page.folded[start:end]
    return bool(_PROSE.search(words)) or len(words.split()) > LONGEST_ROW


def is_prose_line(page: Page, line: TextLine) -> bool:
    return is_prose(page, line.start, line.end)


def is_heading_like(page: Page, line: TextLine) -> bool:
    words = page.words(line).strip()
    return (
        len(words) <= LONGEST_HEADING
        and not words.endswith((".", ",", ";"))
        and not is_label_line(page, line)
    )
