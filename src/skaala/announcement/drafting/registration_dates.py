"""Reads when registration opens and closes: by a date, or by so many days before each event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from skaala.announcement.dates.mentions import DateMention, Day
from skaala.announcement.dates.notations import WEEKDAYS_FULL, weekday_number
from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page
from skaala.announcement.roles.deadline_times import BESIDE_BEFORE, time_of_deadline
from skaala.announcement.roles.role import OF_REGISTRATION, DateRole, Sentence
from skaala.announcement.times.mentions import TimeMention
from skaala.announcement.vocabulary.purposes import REGISTRATION, last_match

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

    @property
    def day(self) -> Day | None:
        """The day as written, if it is a fixed one."""
        if self.mention is None:
            return None
        return self.mention.last if self.last and self.mention.last else self.mention.first

    @property
    def is_listed_deadline(self) -> bool:
        """Whether it is a fixed last day, and not the end of a window."""
        return self.mention is not None and not self.opens and not self.last

    def before(self, event: date) -> date | None:
        """Return the day counted back from the event."""
        if self.weekday is not None:
            return event - timedelta(days=(event.weekday() - self.weekday - 1) % 7 + 1)
        if self.days_before is not None:
            return event - timedelta(days=self.days_before)
        return None


def registration_dates(
    page: Page, sentences: list[Sentence], roles: dict[DateMention, DateRole], in_past: set[int]
) -> list[RegistrationDate]:
    """Return every date for registering that the text names, in reading order."""
    dates: list[RegistrationDate] = []
    for sentence in sentences:
        if sentence.line.index in in_past:
            continue
        for mention in sentence.dates:
            dates.extend(_fixed(page, sentence, mention, roles.get(mention)))
        counted = _counted_back(page, _before_fixed_deadline(page, sentence, roles))
        if counted:
            dates.append(counted)
    return dates


def _fixed(
    page: Page, sentence: Sentence, mention: DateMention, role: DateRole | None
) -> list[RegistrationDate]:
    """Return what a date says of registering: its opening, its last day, or both if it is a range."""
    if role not in OF_REGISTRATION:
        return []
    time = time_of_deadline(page, mention, sentence.times)
    span = mention.span.joined(time.span) if time else mention.span
    if role is DateRole.WINDOW:
        return [
            RegistrationDate(True, mention.span, sentence, mention),
            RegistrationDate(False, span, sentence, mention, last=True, time=time),
        ]
    return [RegistrationDate(role is DateRole.OPENS, span, sentence, mention, time=time)]


def _before_fixed_deadline(page: Page, sentence: Sentence, roles: dict[DateMention, DateRole]) -> Sentence:
    """Return the part of a sentence before its first fixed deadline, up to the last comma or `and`; all without one."""
    deadlines = [
        mention.span.start
        for mention in sentence.dates
        if roles.get(mention) in (DateRole.DEADLINE, DateRole.WINDOW)
    ]
    if not deadlines:
        return sentence
    separator = last_match(_SEPARATOR, page.folded[sentence.span.start : min(deadlines)])
    end = sentence.span.start + (separator.start() if separator else 0)
    times = [time for time in sentence.times if time.span.end <= end]
    return Sentence(Span(sentence.span.start, end), sentence.line, [], times)


@dataclass(frozen=True, slots=True)
class _Rule:
    """How far before an event registration closes, and the words that say so."""

    match: re.Match[str]
    days: int | None = None
    weekday: int | None = None


def _counted_back(page: Page, sentence: Sentence) -> RegistrationDate | None:
    """Return the day counted back from each event that a sentence names, if it is about registering."""
    words = page.folded[sentence.span.start : sentence.span.end]
    rule = _rule(words)
    if rule is None or not _is_about_registering(words, rule.match):
        return None
    start = sentence.span.start + rule.match.start()
    span = Span(start, sentence.span.start + len(words[: rule.match.end()].rstrip()))
    time = _time_beside(page, sentence, span, same_day=rule.days == 0)
    whole = span.joined(time.span) if time else span
    return RegistrationDate(False, whole, sentence, time=time, days_before=rule.days, weekday=rule.weekday)


def _rule(words: str) -> _Rule | None:
    weekday = _WEEKDAY_BEFORE.search(words)
    if weekday:
        return _Rule(weekday, weekday=weekday_number(weekday.group("fi") or weekday.group("en")))
    day_before = _DAY_BEFORE.search(words)
    if day_before:
        return _Rule(day_before, days=1)
    same_day = _SAME_DAY.search(words)
    if same_day and _CLOSES.search(words):
        return _Rule(same_day, days=0)
    days_before = _DAYS_BEFORE.search(words)
    return _Rule(days_before, days=_days(days_before)) if days_before else None


def _days(match: re.Match[str]) -> int:
    number = match.group("n")
    count = 1 if not number else int(number) if number.isdigit() else _NUMBERS[number]
    return count * 7 if match.group("unit").startswith(("viik", "veck", "week")) else count


def _is_about_registering(words: str, rule: re.Match[str]) -> bool:
    """Return whether the rule is about registering, and not about questions, links or materials nearer to it."""
    registering = last_match(REGISTRATION, words)
    if registering is None:
        return False
    other = _OTHER_THAN_REGISTERING.search(words)
    if other is None:
        return True
    if other.start() > registering.start():
        return other.start() >= rule.start()
    return not (other.start() < registering.start() and registering.start() > rule.end())


def _time_beside(page: Page, sentence: Sentence, rule: Span, *, same_day: bool) -> TimeMention | None:
    """Return the time right behind the rule's words, or right before them; on the same day, the first one."""
    behind = next((time for time in sentence.times if 0 <= time.span.start - rule.end <= 3), None)
    if behind is None and same_day:
        behind = next(iter(sentence.times), None)
    return behind or next(
        (
            time
            for time in sentence.times
            if time.span.end <= rule.start
            and BESIDE_BEFORE.fullmatch(page.folded[time.span.end : rule.start])
        ),
        None,
    )
