"""Reads when registration opens and closes: by a date, or by so many days before each event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from skaala.series.announcement.date_words import WEEKDAYS_FULL, weekday_number
from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.draft import Span
from skaala.series.announcement.role_words import REGISTRATION, last_match
from skaala.series.announcement.roles import Role, Sentence
from skaala.series.announcement.times import TimeMention
from skaala.series.announcement.tokens import Page

_OTHER_THAN_REGISTERING = re.compile(
    r"(?:kysymy\w*|frågor|questions?|peruut\w*|perua|avbok\w*|cancel\w*|linkki\w*|länk\w*|link\b|"
    r"materiaal\w*|aineisto\w*|material\w*|tallen\w*|inspelning|recording|ohjelma\b|muistutus\w*|"
    r"påminnelse|reminder)"
)
_NUMBERS = {
    "yhtä": 1, "päivää": 1, "viikkoa": 1, "kahta": 2, "kaksi": 2, "kolme": 3, "kolmea": 3, "neljä": 4,
    "viisi": 5, "viittä": 5, "kuusi": 6, "seitsemän": 7, "kymmenen": 10, "en": 1, "ett": 1, "två": 2,
    "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "tio": 10, "a": 1, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
}  # fmt: skip
_NUMBER = r"(?P<n>\d{1,2}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_DAYS_BEFORE = re.compile(
    rf"(?<!\w)(?:{_NUMBER}\s+)?(?P<unit>päivää|päivä|viikkoa|viikko|vuorokautta|dagar|dag|veckor|vecka|"
    rf"days?|weeks?)\s+(?:ennen|före|innan|before|prior\s+to|ahead\s+of|in\s+advance\s+of|etukäteen|"
    rf"aiemmin|earlier|tidigare|i\s+förväg|in\s+advance)"
)
_DAY_BEFORE = re.compile(
    r"(?:edellisen\w*\s+päivän\w*|edeltävän\w*\s+päivän\w*|(?:webinaaria|tilaisuutta|työpajaa|tapaamista|"
    r"\w+a|\w+ä)?\s*edeltävän\s+päivän\w*|(?:dagen|en\s+dag)\s+(?:före|innan)|"
    r"(?:the\s+)?(?:previous\s+day|(?:preceding\s+)?day\s+(?:before|preceding)))"
)
_SAME_DAY = re.compile(
    r"samma\s+dag|samana\s+päivänä|(?:tilaisuus|tapahtuma|webinaari)päivän\w*|"
    r"(?:on\s+)?the\s+(?:same\s+)?day\s+(?:of|itself)|same\s+day"
)
_CLOSES = re.compile(
    r"stäng\w*|senast|päätty\w*|viimeistään|mennessä|asti|saakka|closes?|by\b|until|no\s+later|går\s+ut"
)
_WEEKDAY_BEFORE = re.compile(
    rf"(?:edeltävän\w*\s+(?P<fi>{WEEKDAYS_FULL}\w*)|(?P<en>{WEEKDAYS_FULL}\w*)\s+(?:before|preceding|"
    rf"prior\s+to|före|innan|ennen)\b)"
)
_SEPARATOR = re.compile(r"[,;]|\b(?:ja|och|and|sekä|samt)\b")
_BESIDE = re.compile(r"[\s,(]*(?:at|by|before|klo|kl\.?|viimeistään|senast)?\s*")
_BESIDE_BEFORE = re.compile(r"[\s,]*(?:on\s+|den\s+|the\s+|of\s+)*")


@dataclass(frozen=True, slots=True)
class RegistrationDate:
    """A date for registering: opening or deadline, fixed or counted back from each event."""

    opens: bool
    span: Span
    sentence: Sentence
    mention: DateMention | None = None
    last: bool = False  # the end of a window
    time: TimeMention | None = None
    days_before: int | None = None
    weekday: int | None = None

    def before(self, event: date) -> date | None:
        """Return the day counted back from the event."""
        if self.weekday is not None:
            return event - timedelta(days=(event.weekday() - self.weekday - 1) % 7 + 1)
        if self.days_before is not None:
            return event - timedelta(days=self.days_before)
        return None


def time_of_deadline(page: Page, mention: DateMention, times: list[TimeMention]) -> TimeMention | None:
    """
    Return the time that belongs to a deadline's date: right behind it, or right before it (`noon 8
    November`).
    """
    for time in times:
        if time.span.start >= mention.span.end:
            gap = page.folded[mention.span.end : time.span.start]
            if _BESIDE.fullmatch(gap) and "\n" not in gap:
                return time
    for time in times:
        if time.span.end <= mention.span.start:
            gap = page.folded[time.span.end : mention.span.start]
            if (_BESIDE_BEFORE.fullmatch(gap) or _on_a_day(gap)) and time.end is None:
                return time
    return None


def _on_a_day(gap: str) -> bool:
    return bool(re.fullmatch(rf"[\s,]*(?:on\s+)?(?:{WEEKDAYS_FULL}\w*[\s,]*)?(?:den\s+|the\s+)?", gap))


def registration_dates(
    page: Page, sentences: list[Sentence], roles: dict[DateMention, Role], in_past: set[int]
) -> list[RegistrationDate]:
    """Return every date for registering that the text names, in reading order."""
    found: list[RegistrationDate] = []
    for sentence in sentences:
        if sentence.line.index in in_past:
            continue
        fixed = False
        for mention in sentence.dates:
            role = roles.get(mention)
            if role not in (Role.OPENS, Role.DEADLINE, Role.WINDOW):
                continue
            time = time_of_deadline(page, mention, sentence.times)
            span = mention.span.joined(time.span) if time else mention.span
            if role is Role.WINDOW:
                found.append(RegistrationDate(True, mention.span, sentence, mention))
                found.append(RegistrationDate(False, span, sentence, mention, last=True, time=time))
                fixed = True
            else:
                found.append(RegistrationDate(role is Role.OPENS, span, sentence, mention, time=time))
                fixed = fixed or role is Role.DEADLINE
        counted = _counted_back(page, _before_the_fixed(page, sentence, roles) if fixed else sentence)
        if counted:
            found.append(counted)
    return found


def _before_the_fixed(page: Page, sentence: Sentence, roles: dict[DateMention, Role]) -> Sentence:
    """Return the part of a sentence before its first fixed date, up to the last comma or `and`."""
    first = min(m.span.start for m in sentence.dates if roles.get(m) in (Role.DEADLINE, Role.WINDOW))
    separator = last_match(_SEPARATOR, page.folded[sentence.span.start : first])
    end = sentence.span.start + (separator.start() if separator else 0)
    times = [t for t in sentence.times if t.span.end <= end]
    return Sentence(Span(sentence.span.start, end), sentence.line, [], times)


def _counted_back(page: Page, sentence: Sentence) -> RegistrationDate | None:
    words = page.folded[sentence.span.start : sentence.span.end]
    match: re.Match[str] | None
    days: int | None = None
    weekday: int | None = None
    if (match := _WEEKDAY_BEFORE.search(words)) is not None:
        weekday = weekday_number(match.group("fi") or match.group("en"))
    elif (match := _DAY_BEFORE.search(words)) is not None:
        days = 1
    elif (match := _SAME_DAY.search(words)) is not None and _CLOSES.search(words):
        days = 0
    elif (match := _DAYS_BEFORE.search(words)) is not None:
        number = match.group("n")
        days = (int(number) if number.isdigit() else _NUMBERS[number]) if number else 1
        if match.group("unit").startswith(("viik", "veck", "week")):
            days *= 7
    if match is None:
        return None
    registering = last_match(REGISTRATION, words)
    other = _OTHER_THAN_REGISTERING.search(words)
    if registering is None or (
        other and other.start() > registering.start() and other.start() < match.start()
    ):
        return None
    if other and other.start() < registering.start() and registering.start() > match.end():
        return None
    start = sentence.span.start + match.start()
    span = Span(start, sentence.span.start + len(words[: match.end()].rstrip()))
    time = next((t for t in sentence.times if 0 <= t.span.start - span.end <= 3), None)
    if time is None and days == 0:
        time = next(iter(sentence.times), None)
    if time is None:
        time = next(
            (
                t
                for t in sentence.times
                if t.span.end <= span.start and _BESIDE_BEFORE.fullmatch(page.folded[t.span.end : span.start])
            ),
            None,
        )
    if time:
        span = span.joined(time.span)
    return RegistrationDate(False, span, sentence, time=time, days_before=days, weekday=weekday)
