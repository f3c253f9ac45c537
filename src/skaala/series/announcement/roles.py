"""Tells what a date is for: an event, the opening or last day of registration, or none of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from skaala.series.announcement.dates import DateMention
from skaala.series.announcement.draft import Span
from skaala.series.announcement.times import TimeMention
from skaala.series.announcement.tokens import Line, Page


class Role(Enum):
    """What a date is for."""

    EVENT = auto()
    OPENS = auto()
    DEADLINE = auto()
    WINDOW = auto()
    PUBLISHED = auto()
    PAST = auto()
    OTHER = auto()


class Part(Enum):
    """The part of the text a line stands in, as the known headings tell."""

    BODY = auto()
    PAST = auto()
    REGISTRATION = auto()
    PROGRAMME = auto()
    OTHER = auto()


@dataclass(slots=True)
class Sentence:
    """A sentence with the dates and times in it."""

    span: Span
    line: Line
    dates: list[DateMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)


NO_REGISTRATION = re.compile(
    r"(?:ei\s+(?:tarvitse|tarvi|edellytä|vaadi)\s+(?:ennakko)?ilmoittau\w*|"
    r"ei\s+ennakko\s?ilmoittautumis\w*|ei\s+ilmoittautumis\w*|ilman\s+(?:ennakko)?ilmoittau\w*|"
    r"ingen\s+(?:för(?:hands)?)?anmälan|anmälan\s+(?:behövs|krävs)\s+(?:inte|ej)|"
    r"utan\s+(?:för(?:hands)?)?anmälan|no\s+(?:prior\s+|advance\s+)?(?:registration|sign[\s-]?up)|"
    r"registration\s+is\s+not\s+(?:required|needed)|without\s+(?:prior\s+)?registration)"
)
APPLICATION = re.compile(r"\b(?:haku\w*|hae\b|hakea\b|hakemu\w*|ansök\w*|apply\b|application\w*)")
REGISTRATION = re.compile(
    r"(?:ilmoittau(?!tun\w)\w*|ilmoittaudu\w*|ennakkoilmoittau\w*|rekisteröi\w*|osallistumisilmoit\w*|"
    r"ilmoita\b|"
    r"ilmoitathan|ilmoitattehan|ilmoitt?autta\w*|"
    r"vahvista\w*\s+(?:osallistu|tulo|paikka)\w*|varaa?t?h?a?n?\s+(?:oma\s+)?paikka\w*|\bhaku\w*|\bhae\b|"
    r"hakemu\w*|hakea\b|hakuaika\w*|"
    r"anmäl(?!da\b)\w*|föranmäl\w*|registrera\w*|registrering\w*|ansök\w*|meddela\s+(?:ditt|ert|"
    r"om)\s+(?:delt|"
    r"du)\w*|boka\s+(?:din\s+)?plats|osa\b(?=\s+(?:senast|den|\d))|o\.s\.a\.?|"
    r"\bregist(?:er|ration|rations|ering)\b|\bsign[\s-]?(?:up|ups)\b|\brsvp\b|r\.s\.v\.p\.?|\benrol\w*|"
    r"\bapply\b|\bapplication\w*|\bbook(?:ing)?\b\s+(?:your|a|closes|opens)|"
    r"\bilm\b(?=[.:])|\bilmo\b|\banm\b(?=[.:])|confirm\s+your\s+(?:participation|attendance|place)|"
    r"let\s+us\s+know|reply\s+by|\bsecure\s+your|"
    r"reserve\s+your)"
)
_OTHER = re.compile(
    r"(?:kysymy\w*|kysyä\b|frågor\w*|fråga\b|\bquestions?\b|abstract\w*|abstrakt\w*|tiivistelm\w*|"
    r"ehdotu\w*|ehdota\b|ehdotta\w*|förslag\w*|proposals?\b|propose\b|\bpapers?\b|manuscript\w*|"
    r"contribut(?:ion|ions|e)\b|lausun\w*|utlåtand\w*|peruut\w*|peru\b|perua\b|perumi\w*|peruu\w*|"
    r"avboka\w*|avbokning\w*|avanmäl\w*|cancel\w*|majoitu\w*|hotelli(?:kiinti|huone|vara)\w*|huone(?:et|"
    r"kiinti)\w*|logi\w*|boende\w*|"
    r"hotel(?:l)?rum\w*|hotell?bokning\w*|hotel\s+rooms?|\brooms\b|accommodation|lasku\w*|faktur\w*|"
    r"invoice\w*|maksu(?:t|n|aika)?\b|maksetaan|payment\w*|early[\s-]?bird|"
    r"aineisto\w*|materiaal\w*|material\w*|esityk(?:set|sien|siä)|esitysmateriaal\w*|recording\w*|"
    r"tallen\w*|inspelning\w*|kysely\w*|enkät\w*|survey\w*|palau(?:te|tetta|tteen)\w*|feedback|"
    r"kommentit|kommentoi\w*|comments?\b|synpunkter|ennakkotehtäv\w*|förhandsuppgift\w*|assignment\w*|"
    r"näyttely\w*|utställning\w*|exhibition|kilpailu\w*|tävling\w*|posterit?\b|posters?\b|"
    r"valinn\w*|valitu\w*|selected|accepted|acceptance|hyväksymis\w*|antagningsbesked\w*|decisions?\b|"
    r"esitteluvideo\w*|avustus\w*|bidragsansök\w*|"
    r"grant\w*|next\s+(?:issue|newsletter)|seuraava\w*\s+uutiskir\w*|puheenvuoropyy\w*)"
)
_NEWS = re.compile(
    r"(?:ilmoitetaan\b|lähetetään\b|lähetämme\b|toimitetaan\b|julkaistaan\b|julkaisemme\b|päivitetään\b|"
    r"vahvistetaan\b|tiedotetaan\b|laskutetaan\b|tarkentuu\b|skickas\b|skickar\b|meddelas\b|publiceras\b|"
    r"faktureras\b|"
    r"(?:will|to)\s+be\s+(?:sent|informed|published|notified|announced|invoiced|updated|released)|"
    r"notification\w*|link\s+is\s+sent|will\s+receive|saa(?:t|vat)?\s+(?:vahvistu|tiedo)\w*|"
    r"får\s+(?:besked|bekräft)\w*|postitetaan\b|valmistuu\b)"
)
_LAW = re.compile(
    r"(?:voimaan\b|voimassa\b|i\s+kraft\b|(?:in|into)\s+force|asetu(?:s|ksen)\b.{0,12}voima|adopted|"
    r"hyväksy(?:i|ttiin|nyt)|päätti\b|käynnistyi|alkoi\b|päättyi\b|perustettiin|"
    r"syntyi\b|launched\b|founded\b|grundades|inleddes|startade\b|antagits|antogs|signed\b|"
    r"allekirjoit\w*|valmistui\b|myönnettiin|kokoontui\b)"
)
_PAST = re.compile(
    r"(?:\bviime\s+(?:vuo\w*|kevä\w*|syksy\w*|kuu\w*|viik\w*|talv\w*|kesä\w*|kerra\w*)|järjestettiin|"
    r"järjestetty\w*\b(?=.{0,40}(?:osallistui|keräsi))|järjestetyn|järjestetyssä|järjestetylle|"
    r"järjestetystä|pidettiin|pidetyn|pidetyssä|pidetylle|pidetystä|"
    r"pidetty\s+(?:tilaisuus|seminaari|webinaari)|\boli\b|\bolivat\b|\bosallistui\b|\bkokosi\b|\bkeräsi\b|"
    r"\bägde\s+rum|\bhölls\b|\bordnades\b|\barrangerades\b|\bvar\s+(?:den|ett|en)\b|samlade\b|"
    r"\bförra\s+\w+|i\s+fjol|fjolår\w*|"
    r"attracted\b|\bdrew\b|welcomed\b|lockade\b|\bwas\b|\bwere\b|took\s+place|\blast\s+(?:year|spring|"
    r"autumn|fall|time|month|week)\S*|"
    r"brought\s+together|gathered|attended\b|\bheld\s+(?:in|on|at)\b(?<!be held)(?=.{0,30}(?:was|gather|"
    r"brought|attract)))"
)
# "the notes of the previous meeting (14.11.)"
_THE_ONE_BEFORE = re.compile(
    r"\b(?:edelli(?:sen|sessä|sestä|selle|nen)|föregående|förra|previous|preceding|last)\s+(?:[^\W\d]+\s+){0,2}"
    r"\(\s*(?:den\s+|on\s+|of\s+)?$"
)
_MOVED = re.compile(
    r"(?:alun\s+perin|alkuperäi\w*|siirre\w*|siirty\w*|siirtynyt|peruttu\w*|perutaan|peruuntu\w*|"
    r"ursprungligen|ursprunglig\w*|flyttat\w*|flyttas|framskjut\w*|inställ[td]\w*|ställs\s+in|originally|"
    r"postponed|moved|rescheduled|cancelled|canceled)"
)
_NEW_DATE = re.compile(
    r"(?:uusi\s+(?:ajankohta|aika|päivä\w*)|siirretty\s+(?:pidettäväksi\s+)?\w*\s*$|"
    r"uudeksi\s+ajankohdaksi|nytt?\s+(?:datum|tid)|new\s+date|(?:moved|postponed|rescheduled)\s+to|"
    r"\bto\s*$|(?:flyttat|flyttas|framskjutits)\s+(?:\w+\s+)?till|till\s*(?:den\s*)?$|päivään\s*$|"
    r"sen\s+sijaan|instead|i\s+stället)"
)
_CLOSE_BEFORE = re.compile(
    r"(?:viimeistään|viim\.|senast\b|sista\s+(?:\w*anmälnings\w*|dag\w*)|sista\s+\w+dag\b|deadline\b|"
    r"\bdl\b|määräaika\w*|takaraja\w*|viimeinen\s+(?:ilmoittautumis|haku)\w*|päättyy\b|päättyvät\b|"
    r"sulkeutu\w*|loppuu\b|umpeutu\w*|stängs?\b|stänger\b|går\s+ut\b|avslutas\b|utgår\b|"
    r"upphör\b|till\s+och\s+med|t\.?o\.?m\.?\b|fram\s+till|innan\b|före\b|\bennen\b|closes?\b|"
    r"closing\s+(?:date|day|on)\b|ends?\b|\bdue\b|\bby\b|\buntil\b|\btill\b|no\s+later\s+than|"
    r"not\s+later\s+than|at\s+the\s+latest|\bbefore\b|latest\b|last\s+day|final\s+day|expires?\b|"
    r"runs\s+(?:until|to))"
)
_ONLY_A_DAY = re.compile(
    r"(?:[\s,(]|\b(?:den|the|on|at|of|noon|midnight|end|kl|klo|kello|am|pm|latest|och|med|utgången|av|"
    r"loppuun|\w+dag(?:en)?|\w+days?|(?:maanan|tiis|tors|perjan|lauan|sunnun)tai\w*|keskiviik\w*|"
    r"ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön|mon|tue|tues|wed|thu|thur|thurs|fri|sat|"
    r"sun)\b\.?|[\d.:]+)*"
)
_END_OF_MONTH = re.compile(r"(?:by|until|before)\s+the\s+end\s+of|(?:slutet|utgången)\s+av|\w+kuun\s+loppuun")
_CLOSE_AFTER = re.compile(
    r"[\s,]*(?:\([^)]{0,20}\)\s*)?(?:(?:klo|kello|kl\.?|at)?\s*\d{1,2}(?:[.:]\d\d)?\s*)?(?:mennessä|"
    r"saakka|asti|viimeistään|at\s+the\s+latest|är\s+sista|on\s+viimeinen|is\s+the\s+(?:last|final|"
    r"deadline))|\s*\(?(?:deadline|dl)\b"
)
_OPEN_BEFORE = re.compile(
    r"(?:aukea\w*|aukeaa|avautu\w*|avataan|avaamme|alkaa\b|alkavat\b|käynnistyy\b|öppnar\w*|öppnas\w*|"
    r"börjar\b|inleds\b|startar\b|opens?\b|opening\b|begins?\b|starts?\b|available\s+from|open\s+from|"
    r"öppen\s+från|fr\.?o\.?m\.?|från\s+och\s+med)"
)
_OPEN_AFTER = re.compile(
    r"[\s,]*(?:(?:klo|kello|kl\.?|at)?\s*\d{1,2}(?:[.:]\d\d)?\s*)?(?:alkaen|lähtien|onwards?|och\s+framåt)"
)
_OPEN_PERIOD = re.compile(
    r"(?:auki|avoin\w*|aika\w*|välise\w*|välillä|ajalla|aikana|voi\b|voit\b|voivat\b|haku\w*|öppen|öppna|"
    r"tid(?:en)?\b|anmälningstid\w*|mellan|under\b|open\b|period|between|from\b|is\s+possible|kan\b)"
)
_EVENT_AFTER = re.compile(
    r"\s*(?:\S+\s+){0,2}?(?:järjestettä\w*|pidettä\w*|olev\w*|tapahtuv\w*|alkav\w*|kokoontuv\w*|"
    r"som\s+(?:ordnas|hålls)|being\s+held|to\s+be\s+held)"
)
_EVENT_VERB = re.compile(
    r"(?:järjestetään|järjestämme|järjestettä\w*|järjestää\b|järjestävät|pidetään|pidettäv\w*|pidämme|"
    r"kokoontu\w*|kokoonnu\w*|toteutetaan|ordnas\b|ordnar\b|hålls\b|arrangeras\b|äger\s+rum|"
    r"går\s+av\s+stapeln|träffas\b|"
    r"takes?\s+place|(?:be|is|are)\s+(?:held|organi[sz]ed|hosted|arranged)|join\s+us|invite\w*|meets?\b|"
    r"tervetuloa|välkommen|kutsu\w*|\baika\b|ajankohta|milloin|päivämäärä|när\b|datum|when\b|date\b|"
    r"save\s+the\s+date|"
    r"jatkuvat\b|jatkuu\b|fortsätter|continues?\b|varaa\s+kalenter\w*|boka\s+(?:in|datum)|"
    r"next\s+meetup\w*|seuraava\w*|nästa\b|tapahtuu|vietetään|"
    r"firas|celebrated)"
)
_PUBLICATION = re.compile(
    r"(?:julkaistu|julkaisu(?:ajankohta|päivä|aika|pvm)|publicera[dt]\w*|published(?:\s+on)?|"
    r"posted(?:\s+on)?|päivitetty|muokattu|uppdatera[dt]\w*|ändrad|updated(?:\s+on)?|"
    r"modified(?:\s+on)?)\s*[:|,-]?\s*(?:den\s+)?$"
)
_SOFT_END = re.compile(r"(?:päättyy|päättyvät|loppuu|avslutas|ends?)\b(?=\s+\S)")
_SAME_TIME = re.compile(r"(?:samaan|sama)\s+(?:kellon)?ai\w+|samma\s+tid|same\s+time")
_STARTS_LABEL = re.compile(r"[^:.]{0,44}:\s*$")
_HEADINGS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (Part.PAST, re.compile(
        r"(?:menne\w*|aiemm\w*|aikaisemm\w*|edelli(?:set|sten)\w*|pidetyt|tallenteet.*|tidigare|gångna|"
        r"genomförda|förra|past|previous|looking\s+back|earlier|archive|arkisto|arkiv|recordings)\b.*")),
    (Part.REGISTRATION, re.compile(
        r"(?:ilmoittau\w*|rekisteröity\w*|anmäl\w*|registr\w*|how\s+to\s+(?:register|apply|join)|haku\w*|"
        r"sign[\s-]?up|näin\s+ilmoittaudut|ansökan|so\s+anmäler.*)(?:\s+[\w-]+){0,5}")),
    (Part.PROGRAMME, re.compile(
        r"(?:alustava\s+|preliminärt?\s+|draft\s+|preliminary\s+|päivän\s+|tilaisuuden\s+|"
        r"seminaarin\s+)?(?:ohjelma|aikataulu|program(?:me)?|agenda|dagordning|schedule|timetable|"
        r"kulku)\b(?:\s+[\w-]+){0,3}")),
    (Part.OTHER, re.compile(
        r"(?:call\s+for\s+\w+|important\s+dates\s+for\s+\w+|esityskutsu|peruutus\w*|avbokning\w*|"
        r"cancellation\w*|majoitus|boende|accommodation|muut\s+uutiset|(?:uusimmat|tuoreimmat)\s+uutiset|"
        r"you\s+(?:may|might)\s+also\s+(?:like|be\s+interested\s+in)|related\s+(?:news|events|content|articles)|"
        r"see\s+also|latest\s+news|lue\s+myös|katso\s+myös|aiheeseen\s+liittyvää|saatat\s+olla\s+kiinnostunut|"
        r"läs\s+också|se\s+även|relaterat|du\s+kanske\s+(?:också|även)|senaste\s+nytt)(?:\s+[\w-]+){0,4}")),
    (Part.BODY, re.compile(
        r"(?:tulev\w*|kommande|upcoming|future|tapahtum\w*|evenemang\w*|events?|ajankohdat|päivämäärät|"
        r"datum|dates|työpaj\w*|workshop\w*|tilaisuud\w*|webinaari\w*|sarjan\s+\w+|important\s+dates|"
        r"lisäti\w*|mer\s+information|"
        r"more\s+information|further\s+information|yhteysti\w*|contact\w*|kontakt\w*|paikka|plats|venue|"
        r"kevät.*|syksy.*|våren.*|hösten.*|spring.*|autumn.*)(?:\s+[\w-]+){0,6}")),
)  # fmt: skip


_DEADLINE_COLUMN = re.compile(r"ilmoittau|anmäl|regist|deadline|viimei|sista|mennessä|\bdl\b|rsvp|sign")


def role_by_column(page: Page, mention: DateMention, dated: set[int]) -> Role | None:
    """
    Return the role a table's heading gives the column the date stands in, if the date stands in a table
    with one.
    """
    line = page.lines[mention.line]
    mark = "|" if "|" in page.folded[line.start : line.end] else "\t"
    cells = page.folded[line.start : line.end].strip(" |").count(mark)
    if cells < 2:
        return None
    low = max(page.first_of_block(line).index, line.index - 60, 0)
    for index in range(line.index - 1, low - 1, -1):
        heading = page.words(page.lines[index]).strip(" |")
        if index in dated or heading.count(mark) != cells:
            continue
        lead = page.folded[line.start : mention.span.start]
        column = lead.count(mark) - (1 if lead.lstrip().startswith(mark) else 0)
        words = heading.split(mark)[column]
        if _DEADLINE_COLUMN.search(words):
            return Role.OPENS if _OPEN_BEFORE.search(words) else Role.DEADLINE
        return Role.EVENT
    return None


def parts(page: Page, dated: set[int]) -> list[Part]:
    """Return for each line the part of the text it stands in."""
    result: list[Part] = []
    current = Part.BODY
    for line in page.lines:
        words = page.words(line).strip(" *#=_-:•")
        if line.index not in dated and 2 < len(words) <= 64 and words[-1] not in ".,":
            bare = re.sub(r"\s*\([^)]*\)$|[:?!]+$", "", words)
            for part, pattern in _HEADINGS:
                if pattern.fullmatch(bare):
                    current = part
                    break
        result.append(current)
    return result


def role_of(
    page: Page, sentence: Sentence, at: int, part: Part, context: str, previous: Role | None = None
) -> Role:
    """
    Return what the sentence's date number `at` is for; `previous` is the role of the date before it there.

    A further date in a list goes the way of the one before: `1 November for A and B, and 15 November for C`.
    """
    role = _role_alone(page, sentence, at, part, context)
    if role is Role.EVENT and at and previous in (Role.DEADLINE, Role.OTHER, Role.PAST):
        between = page.folded[sentence.dates[at - 1].span.end : sentence.dates[at].span.start]
        between = re.sub(r"\d[.:]\d\d|[ap]\.m\.", "", between)
        listed = re.fullmatch(r"[^.;:]*(?:,|\b(?:and|ja|och|samt|sekä)\b)[^.;:]*", between)
        own_time = any(
            t.end is not None and t.span.start >= sentence.dates[at].span.end for t in sentence.times
        )
        if listed and len(between.split()) <= 12 and not own_time and not _EVENT_VERB.search(between):
            return previous
    return role


def _role_alone(page: Page, sentence: Sentence, at: int, part: Part, context: str) -> Role:
    """
    Return what the sentence's date number `at` is for.

    `context` is what stands before the sentence in the same paragraph; "Viimeistään 8.3." leans on it.
    """
    mention = sentence.dates[at]
    folded = page.folded
    previous_end = sentence.dates[at - 1].span.end if at else sentence.span.start
    next_start = sentence.dates[at + 1].span.start if at + 1 < len(sentence.dates) else sentence.span.end
    before = folded[previous_end : mention.span.start]
    head = folded[sentence.span.start : mention.span.start][-400:]
    after = folded[mention.span.end : max(next_start, mention.span.end)][:200]
    chained_end = _end_of_chain(sentence, at)
    tail = folded[chained_end : sentence.span.end][:200]
    if part is Part.PAST or _THE_ONE_BEFORE.search(before):
        return Role.PAST
    if _PUBLICATION.search(before):
        return Role.PUBLISHED
    if re.search(r"early[\s-]?bird|ennakkohin\w*|förköpspris|förhandspris", before):
        return Role.OTHER
    moved = _moved(head, before, after)
    if moved is not None:
        return moved

    closing = (
        bool(_END_OF_MONTH.match(folded, mention.span.start))
        or _closing(before, after)
        or (bool(at) and not before.strip(" ,") and _closing_before(head))
    )
    opening = not closing and (bool(_OPEN_AFTER.match(after)) or _nearest(_OPEN_BEFORE, before) is not None)
    registration = _nearest(REGISTRATION, head)
    if registration is None and REGISTRATION.search(after):
        registration = 0 if closing or opening else None
    other = _nearest(_OTHER, head)
    if other is None and (closing or opening) and _OTHER.search(tail[:60]) and registration is None:
        other = 0
    news = _nearest(_NEWS, head)
    about_other = max((p for p in (other, news) if p is not None), default=None)
    nearer_registration = registration is not None and (about_other is None or registration > about_other)

    if nearer_registration and not closing and not opening:
        closing = _closes_at_the_end(folded, sentence, at)
    if nearer_registration:
        if _EVENT_AFTER.match(after) and not closing:
            return Role.EVENT
        if mention.is_range:
            label = _STARTS_LABEL.search(head) or re.search(rf"{REGISTRATION.pattern}\W*$", head)
            if label or _OPEN_PERIOD.search(head[-60:]) or _OPEN_PERIOD.match(after.strip()):
                return Role.WINDOW
        if closing:
            return Role.DEADLINE
        if opening:
            return Role.OPENS
        if _is_label_for(head):
            return Role.DEADLINE
    elif about_other is not None:
        if closing or opening or news is not None:
            return Role.OTHER
        if sentence.times == [] and not _EVENT_VERB.search(head):
            return Role.OTHER
    elif closing and (
        part is Part.REGISTRATION
        or (len(head.split()) <= 4 and REGISTRATION.search(context[-160:]))
        or _bare_deadline(head)
    ):
        if mention.is_range:
            return Role.WINDOW
        return Role.DEADLINE
    elif part is Part.REGISTRATION and (opening or _OPEN_BEFORE.search(head)):
        return Role.OPENS
    elif (closing and not sentence.times) or (
        closing and not _EVENT_VERB.search(head) and not _SOFT_END.search(before)
    ):
        return Role.OTHER
    if _LAW.search(before[-60:]) or _LAW.search(after[:30]):
        return Role.OTHER
    if part is Part.OTHER and (closing or not sentence.times):
        return Role.OTHER
    if _PAST.search(before) or (_PAST.search(tail) and not _EVENT_VERB.search(before)):
        return Role.PAST
    if news is not None and not _EVENT_VERB.search(head):
        return Role.OTHER
    return Role.EVENT


def is_strong(page: Page, sentence: Sentence, at: int) -> bool:
    """
    Return whether a date that may be an event's is said to be one: by a verb, a label, a time or a list's
    row.
    """
    mention = sentence.dates[at]
    head = page.folded[sentence.span.start : mention.span.start]
    tail = page.folded[mention.span.end : sentence.span.end]
    line = sentence.line
    if (
        _SAME_TIME.search(tail)
        or sentence.times
        or _EVENT_VERB.search(head)
        or _EVENT_VERB.search(tail[:80])
        or mention.is_range
    ):
        return True
    line_head = page.folded[line.start : mention.span.start].strip(" \t|*•·-")
    return len(line_head.split()) <= 8 and line.end - line.start <= 200


def _end_of_chain(sentence: Sentence, at: int) -> int:
    while sentence.dates[at].chained and at + 1 < len(sentence.dates):
        at += 1
    return sentence.dates[at].span.end


def last_match(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return the match that stands last in the words."""
    last: re.Match[str] | None = None
    for match in pattern.finditer(words):
        last = match
    return last


def _nearest(pattern: re.Pattern[str], words: str) -> int | None:
    match = last_match(pattern, words)
    return match.start() if match else None


def _closing_before(words: str) -> bool:
    for match in _CLOSE_BEFORE.finditer(words):
        gap = words[match.end() :]
        if match.group() in ("by", "till", "innan", "ennen", "före", "before", "until"):
            if _ONLY_A_DAY.fullmatch(gap):
                return True
        elif len(gap.split()) <= 9:
            return True
    return False


def _closing(before: str, after: str) -> bool:
    return bool(_CLOSE_AFTER.match(after)) or _closing_before(before)


def _closes_at_the_end(folded: str, sentence: Sentence, at: int) -> bool:
    """
    Return whether the list this date begins closes with the word for all: `A 4.10., B 1.11. ja C 22.11.
    mennessä`.
    """
    while at + 1 < len(sentence.dates):
        gap = folded[sentence.dates[at].span.end : sentence.dates[at + 1].span.start]
        if len(gap.split()) > 3 or _CLOSE_BEFORE.search(gap):
            return False
        at += 1
        following = sentence.dates[at + 1].span.start if at + 1 < len(sentence.dates) else sentence.span.end
        if _CLOSE_AFTER.match(folded[sentence.dates[at].span.end : following]):
            return True
    return False


def _is_label_for(head: str) -> bool:
    """
    Return whether the date follows a registration word directly: `Anmälan: den 28 februari`,
    `Ilmoittautumiset 10.4.`
    """
    match = last_match(REGISTRATION, head)
    if match is None:
        return False
    gap = head[match.end() :].strip()
    return gap in (":", "", "-") or bool(re.fullmatch(r"[^:]{0,24}:", gap))


def _bare_deadline(head: str) -> bool:
    return bool(
        re.match(r"[\s*•-]*(?:deadline|dl|sista\s+\w*dag\w*|last\s+day|viimeinen\s+päivä)[^.]{0,20}$", head)
    )


def _moved(head: str, before: str, after: str) -> Role | None:
    """
    Return the role of a date in a sentence about an event moved or cancelled, or none if it is not about
    that.
    """
    if _NEW_DATE.search(before) and _MOVED.search(head + after):
        return Role.EVENT
    if re.match(r"\s*(?:päivästä|päivältä)\b", after) or (
        re.search(
            r"(?:siirtyy|siirretty|siirretään|(?:flytta[ts]s?|moved|postponed|rescheduled)\s+from|"
            r"från)\s*(?:den\s+)?$",
            before,
        )
        and _MOVED.search(head)
    ):
        return Role.PAST
    if re.search(r"(?:alun\s+perin|ursprungligen|originally)", before) or re.match(
        r"\s*(?:\S+\s+){0,6}?(?:on\s+)?(?:siirretty|peruttu|perutaan|flyttats|inställd|inställt|"
        r"postponed|cancelled|canceled|moved\s+to|siirtyy)",
        after,
    ):
        return Role.PAST
    return None
