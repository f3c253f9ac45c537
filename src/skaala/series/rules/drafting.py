"""From what was read of an announcement to a draft: kind, perspective, platform, instants, places.

Pure, and as strict as the reader: what cannot be decided stays empty, and :func:`~skaala.series.rules.drafts.lacks` names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from skaala.announcement import Draft, EventDraft, Span
from skaala.series.rules.drafts import ZONE, DraftedEvent, DraftedSeries
from skaala.series.rules.events import end_of_day


def draft_series(draft: Draft) -> DraftedSeries:
    """Return the series that an announcement drafts."""
    return DraftedSeries(
        title=draft.title or "",
        language=draft.language or "",
        organisers=tuple(name for names in draft.organisers for name in split_names(names)),
        events=tuple(_event(draft, place) for place in range(len(draft.events))),
    )


def _event(draft: Draft, place: int) -> DraftedEvent:
    event = draft.events[place]
    title = event.title or ""
    number = event.number if isinstance(event.number, int) else None
    if isinstance(event.number, str):
        title = f"{event.number}: {title}" if title else event.number  # “B” is a name, no number
    start = _instant_or_day(event.start)
    name, address = venue_words(event)
    return DraftedEvent(
        kind=kind_of(draft, event),
        number=number,
        title=title,
        audience=_sentence(event.audience or ""),
        perspective=perspective_of(event.audience or ""),
        start=start,
        end=_instant_or_day(event.end),
        mode=event.mode or "",
        platform=_platform(draft, event) if event.mode in {"online", "hybrid"} else "",
        venue_name=name if event.mode != "online" else "",
        venue_address=address if event.mode != "online" else "",
        registration_opens=opening(event.registration_opens),
        registration_closes=closing(event.registration_deadline, start),
        programme_pending=place in _programmes_to_come(draft),
    )


# --- Time --------------------------------------------------------------------------------------------------


def _instant_or_day(value: str | None) -> datetime | date | None:
    if value is None:
        return None
    if "T" not in value:
        return date.fromisoformat(value)
    instant = datetime.fromisoformat(value).replace(tzinfo=ZONE)
    # In the night in which the clocks are set forward an hour does not exist; then only the day is known.
    exists = instant.astimezone(ZoneInfo("UTC")).astimezone(ZONE).replace(tzinfo=None) == instant.replace(
        tzinfo=None
    )
    return instant if exists else instant.date()


def opening(value: str | None) -> datetime | None:
    """Return when registration opens: a day alone means from its first minute on."""
    read = _instant_or_day(value)
    if read is None or isinstance(read, datetime):
        return read
    return datetime.combine(read, time(), tzinfo=ZONE)


def closing(value: str | None, start: datetime | date | None) -> datetime | None:
    """Return when registration closes: a day alone means until its end, on the day of the event until the start."""
    read = _instant_or_day(value)
    if read is None or isinstance(read, datetime):
        return read
    if isinstance(start, datetime) and start.date() == read:
        return start
    return end_of_day(read, ZONE)


# --- What kind of event, and for whom ----------------------------------------------------------------------

_CLOSING = (
    r"loppu(?:tilaisuu|seminaar|tapahtum|webinaar)|päätös(?:tilaisuu|seminaar|tapahtum|webinaar)"
    r"|avslutande|avslutning|slut(?:seminari|evenemang|konferens)|\bclosing\b|\bfinal\s+(?:event|seminar|conference)"
)


_WORKSHOP = r"työpaj|\bworkshop|verkst[aä]d"


_KIND = re.compile(rf"(?P<closing_event>{_CLOSING})|(?P<workshop>{_WORKSHOP})")


def kind_of(draft: Draft, event: EventDraft) -> str:
    """Return the kind of event: by its title, else by the word that stands nearest before its date, else after it."""
    named = _first_kind(event.title or "")
    if named:
        return named
    span = event.evidence.get("start")
    if span is None:
        return "other"
    before, after = _on_its_line(draft.text, span)
    kinds_before = [match.lastgroup for match in _KIND.finditer(before.casefold())]
    return (kinds_before[-1] if kinds_before else _first_kind(after)) or "other"


def _first_kind(words: str) -> str | None:
    folded = words.casefold()
    found = {match.lastgroup for match in _KIND.finditer(folded)}
    # “The closing event of the workshop series” is a closing event.
    return "closing_event" if "closing_event" in found else next(iter(found), None)


def _on_its_line(text: str, span: Span) -> tuple[str, str]:
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    return text[first : span.start], text[span.end : last if last >= 0 else len(text)]


_PERSPECTIVES = {
    "receiver": re.compile(
        r"pien\w+ ja keski\w+ kun|vastaanottav|etsi\w+ (?:\w+ )?(?:esimerkkejä|ratkaisuja)|små och medelstora kommun"
        r"|mottagande kommun|söker (?:\w+ )?(?:exempel|lösningar)|small and (?:mid|medium)\S* (?:municipalit|town)"
        r"|receiving municipalit|look(?:ing)? for (?:\w+ )?(?:examples|solutions)"
    ),
    "pioneer": re.compile(r"edelläkävij|föregångar|\bpioneer|\bforerunner|\bfront-?runner"),
    "network": re.compile(r"verkosto(?!itu)|nätverk(?!a)|\bnetworks?\b"),
}


def perspective_of(audience: str) -> str:
    """Return the one perspective that the words about the audience speak of; everyone where none or several do."""
    folded = " ".join(audience.casefold().split())
    found = [name for name, words in _PERSPECTIVES.items() if words.search(folded)]
    return found[0] if len(found) == 1 else "everyone"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


# --- Who ---------------------------------------------------------------------------------------------------

_AND = re.compile(r",\s+|,?\s+(?:ja|och|and|sekä|samt)\s+(?=(?:the\s+)?[A-ZÅÄÖ0-9])")


_PART_OF_A_NAME = re.compile(
    r"(?:ministry|department|agency|centre|center|institute|faculty|council)\s+(?:of|for)\b"
)


def split_names(names: str) -> list[str]:
    """
    Return the organisations of “THL ja Kuntaliitto” apart, where each clearly is one; else the words as they are.

    “Ministry of Economic Affairs and Employment” and “Natur och Miljö” stay whole.
    """
    from skaala.announcement.document.organisers import ORGANISATION  # loads the reader's word lists

    found = [_without_article(_AND.split(names)[0])]
    for words in _AND.split(names)[1:]:
        piece = _without_article(words)
        goes_on = _PART_OF_A_NAME.match(found[-1].casefold()) and words == piece
        is_own = not goes_on and (ORGANISATION.search(piece) or ORGANISATION.search(found[-1]))
        if not is_own:
            return [_without_article(names)]
        found.append(piece)
    return found


def _without_article(name: str) -> str:
    return re.sub(r"^[Tt]he\s+(?=[A-ZÅÄÖ])", "", name.strip())


# --- Where -------------------------------------------------------------------------------------------------

_PLATFORMS = {
    "teams": "Teams", "zoom": "Zoom", "google meet": "Google Meet", "webex": "Webex", "howspace": "Howspace",
    "youtube": "YouTube", "skype": "Skype", "gotomeeting": "GoToMeeting", "whereby": "Whereby", "jitsi": "Jitsi",
}  # fmt: skip


def _platform(draft: Draft, event: EventDraft) -> str:
    span = event.evidence.get("mode")
    folded = span.of(draft.text).casefold() if span else ""
    found = [name for words, name in _PLATFORMS.items() if re.search(rf"\b{words}", folded)]
    return found[0] if len(found) == 1 else ""


def venue_words(event: EventDraft) -> tuple[str, str]:
    """Return the name and the address of an event's venue; what cannot be told apart counts as its name."""
    if event.venue is None:
        return "", ""
    name, address = event.venue.name or "", event.venue.address or ""
    return (name, address) if name or address else (" ".join(event.venue.words.text.split()), "")


_ADDRESS = re.compile(
    r"(?P<street>.*?)(?:,\s*|\s+)(?:(?:FI|FIN|AX)-)?(?P<code>\d{5})(?!\d)\s*(?P<city>[^\d]*)", re.IGNORECASE
)


_COUNTRY = re.compile(r",?\s*(?:Finland|Suomi)\s*$", re.IGNORECASE)


def split_address(address: str) -> tuple[str, str, str]:
    """Return street, postal code and town of an address on one line; the last two empty where they are not there."""
    line = _COUNTRY.sub("", " ".join(address.split())).strip(" ,.;()")
    with_code = _ADDRESS.fullmatch(line)
    if with_code:
        return with_code["street"].strip(" ,"), with_code["code"], with_code["city"].strip(" ,.")
    street, comma, city = line.rpartition(",")
    if comma and not re.search(r"\d", city):
        return street.strip(), "", city.strip()
    return line, "", ""


# --- The programme -----------------------------------------------------------------------------------------

_TO_COME = re.compile(
    r"(?:ohjelma\w*\s+(?:\w+\s+){0,2}?(?:tarkent|täsment|täydent|julkaist|ilmoitet|vahvist|päivit|valmist)\w*"
    r"|programm\w*\s+(?:\w+\s+){0,2}?(?:preciseras|publiceras|meddelas|fastställs|kompletteras|uppdateras|kommer)\w*"
    r"|(?:programme?|agenda)\s+(?:(?:is|will|to|be|are|for|the|event)\s+){0,4}?(?:specified|confirmed|published"
    r"|announced|tbc|tba|follow|updated)\w*)"
)


def _programmes_to_come(draft: Draft) -> Sequence[int]:
    """
    Return which events have a programme still to be specified.

    The words belong to the event whose date stands nearest before them; before the first date they are about all.
    """
    starts = sorted(
        (event.evidence["start"].start, place)
        for place, event in enumerate(draft.events)
        if "start" in event.evidence
    )
    found: set[int] = set()
    for match in _TO_COME.finditer(draft.text.lower()):
        earlier = [place for at, place in starts if at < match.start()]
        found.update([earlier[-1]] if earlier else (place for _at, place in starts))
    return sorted(found)
