"""The transcript of a call: what was said, without who said it, cut into sentences that could be statements. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from skaala.announcement.files.docx import from_docx
from skaala.announcement.files.plain_text import decode
from skaala.announcement.files.refusals import Unreadable, UnreadableFile
from skaala.tables.characters import tidy
from skaala.workshops.rules.given_names import GIVEN_NAMES
from skaala.workshops.rules.mentions import MASK, People, masked, places
from skaala.workshops.rules.texts import LONGEST

SHORTEST_SENTENCE = 5
"""A shorter sentence of a call is nearly always an answer, a greeting or a half."""
SHORTEST_LIKELY = 7
MOST_CANDIDATES = 5_000
"""More than is said in six hours."""

_CLOCK = r"\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?"
_CUE = re.compile(rf"^{_CLOCK}\s*-->\s*{_CLOCK}")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<speaker>[^>]{1,120})>")
_TAG = re.compile(r"</?[a-zA-Z][^>]{0,120}>|<\d[\d:.]*>")
_NAME_WORD = r"(?:[A-ZÅÄÖÉÜ][\w.'’-]*|von|af|de|van)"
# “Maija Meikäläinen (Kunta)”; a department or an organisation may follow.
_SPEAKER = rf"{_NAME_WORD}(?:,? {_NAME_WORD}){{0,4}}(?: ?[(|/][^:\n]{{1,60}})?"
_ALONE = re.compile(rf"^{_SPEAKER}$")  # a line of its own in older documents of Teams
_NAMED = re.compile(rf"^(?P<speaker>{_SPEAKER}):\s+(?P<text>\S.*)$")  # Zoom
_HEAD = re.compile(rf"^(?P<speaker>\S.{{0,100}}?)\s+(?P<clock>{_CLOCK})$")  # Teams, as a document
_NOTICE = re.compile(
    r"(?:started|stopped) transcription$|(?:aloitti|lopetti) (?:transkri\w+|litteroin\w+|tekstityk\w+)$"
    r"|(?:startade|stoppade|avslutade) transkri\w+$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“”(]?[A-ZÅÄÖÉÜ0-9])")
_CLAUSE = re.compile(r"(?<=[,;:–])\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CASES = {
    "", "n", "a", "ä", "ta", "tä", "t", "s", "sta", "stä", "lta", "ltä", "lla", "llä", "lle", "ssa", "ssä", "kin", "han", "hän",
}  # fmt: skip
_WISHES = re.compile(
    r"\b(?:pitäis|pitää|täyty|tarvi|tarvet|kannatta|ongelm|este(?:e|itä|et)|haast|puuttu|puute|vaikea|edellyt|toivo|vois|hyöty|hyödy"
    r"|auttai?s|autta|onnistu|yhtei[ns]|resurs|rahoit|ehdot|suosit|parem|helpo"
    r"|borde|måste|behöv|problem|hinder|hindr|svår|saknas?|förslå|föreslå|önska|skulle|kunde|hjälp|lycka|gemensam|resurs|finansi|bättre|lättare"
    r"|should|must|need|problem|barrier|obstacle|difficult|lack|suggest|propos|wish|could|would|help|worked|shared|resourc|fund|better|easier)",
    re.IGNORECASE,
)
"""Beginnings of words of need, of what stands in the way, of proposals and of what worked, in three languages."""


@dataclass(frozen=True)
class Turn:
    """What one person said without a break. The speaker is known only while names are masked."""

    speaker: str
    text: str


@dataclass(frozen=True)
class Sentence:
    """
    One sentence of a call, with names masked.

    :ivar is_likely: whether it speaks of a need, an obstacle, a proposal or of what worked
    """

    text: str
    is_likely: bool


def read_transcript(
    content: bytes, names: Collection[str], addresses: Collection[str], spared: Collection[str]
) -> list[Sentence]:
    """
    Return what the file of a transcript says, see :func:`sentences`; for a child process.

    :raises UnreadableFile: if it is neither WebVTT, text nor DOCX, broken, or says nothing that could be a statement
    """
    if not content.strip():
        raise UnreadableFile(Unreadable.EMPTY)
    text = from_docx(content) if content[:4] == b"PK\x03\x04" else decode(content)
    found = sentences(turns(text), names=names, addresses=addresses, spared=spared)
    if not found:
        raise UnreadableFile(Unreadable.NO_WORDS)
    return found


def turns(text: str) -> list[Turn]:
    """
    Return what was said, in order: of WebVTT as Teams and Zoom write it, and of the text of a Teams document.

    >>> turns("WEBVTT\\n\\n00:00:01.000 --> 00:00:04.000\\n<v Maija Meikäläinen>Aikaa puuttuu.</v>")
    [Turn(speaker='Maija Meikäläinen', text='Aikaa puuttuu.')]
    >>> turns("Kokous\\n27. maaliskuuta\\nMaija Meikäläinen   0:03\\nAikaa puuttuu.\\nMatti Malli   0:09\\nNiin on.")
    [Turn(speaker='Maija Meikäläinen', text='Aikaa puuttuu.'), Turn(speaker='Matti Malli', text='Niin on.')]
    """
    lines = [" ".join(tidy(line).replace("\t", " ").split()) for line in text.splitlines()]
    said = _of_cues(lines) if any(map(_CUE.match, lines)) else _of_document(lines)
    return list(_joined(said))


def sentences(
    said: Iterable[Turn],
    *,
    names: Iterable[str] = (),
    addresses: Iterable[str] = (),
    spared: Collection[str] = (),
) -> list[Sentence]:
    """
    Return the sentences of a call that could be statements, each once, in order, none longer than a statement.

    Masked are the names of the speakers and of ``names``, given names alone too, other common given names with the surname
    behind them, and every address, telephone number and identity code.

    :param names: of people who may be spoken of, beside the speakers themselves
    :param addresses: e-mail addresses of theirs
    :param spared: names that are also something else, such as a municipality, in lower case
    """
    all_turns = list(said)
    everybody = [*names, *{_bare(turn.speaker) for turn in all_turns}]
    people = People.of(everybody, addresses)
    known = frozenset(
        word.casefold() for name in everybody for word in _WORD.findall(_bare(name)) if len(word) > 1
    )
    found: dict[str, Sentence] = {}
    for turn in all_turns:
        for part in _parts(turn.text):
            words = _WORD.findall(part)
            if len(words) < SHORTEST_SENTENCE:
                continue
            contacts_masked = masked(part, places(part, people, any_contact=True, spared=spared))
            text = _names_masked(contacts_masked, known, spared)
            is_likely = (
                len(words) >= SHORTEST_LIKELY
                and not text.rstrip('"”’)').endswith("?")
                and bool(_WISHES.search(text))
            )
            found.setdefault(text.casefold(), Sentence(text, is_likely))
            if len(found) >= MOST_CANDIDATES:
                return list(found.values())
    return list(found.values())


def _of_cues(lines: list[str]) -> Iterator[Turn]:
    speaker, inside, is_first = "", False, False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if _CUE.match(line):
            speaker, inside, is_first = "", True, True
            continue
        if not line:
            inside = False
        elif inside and is_first and _ALONE.match(line) and following and not _CUE.match(following):
            speaker = line
        elif inside:
            voice = _VOICE.search(line)
            if voice:
                speaker = voice["speaker"].strip()
            named = None if voice else _NAMED.match(line)
            if named:
                speaker = named["speaker"]
            yield from _turn(speaker, named["text"] if named else _TAG.sub("", line))
        is_first = False


def _of_document(lines: list[str]) -> Iterator[Turn]:
    speaker: str | None = None
    for line in lines:
        head = _HEAD.match(line)
        if head and not head["speaker"].endswith((".", "?", "!", ",")):
            speaker = head["speaker"]
        elif speaker is not None and not _NOTICE.search(line):
            yield from _turn(speaker, line)


def _turn(speaker: str, text: str) -> Iterator[Turn]:
    if text.strip():
        yield Turn(speaker, text.strip())


def _joined(said: Iterable[Turn]) -> Iterator[Turn]:
    last: Turn | None = None
    for turn in said:
        if last is not None and turn.speaker == last.speaker:
            last = Turn(last.speaker, f"{last.text} {turn.text}")
            continue
        if last is not None:
            yield last
        last = turn
    if last is not None:
        yield last


def _parts(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        part = sentence.strip()
        if len(part) <= LONGEST:
            yield part
            continue
        held = ""
        for clause in _CLAUSE.split(part):
            if held and len(held) + 1 + len(clause) > LONGEST:
                yield held
                held = ""
            held = f"{held} {clause}".strip()
            while len(held) > LONGEST:  # nobody has taken a breath
                cut = held.rfind(" ", 0, LONGEST + 1)
                cut = cut if cut > 0 else LONGEST
                yield held[:cut]
                held = held[cut:].strip()
        if held:
            yield held


def _bare(speaker: str) -> str:
    """A name without the department or organisation that a call shows behind it."""
    return re.split(r"[(|/@]", speaker)[0].strip()


def _names_masked(text: str, known: Collection[str], spared: Collection[str]) -> str:
    """Mask the words of known names, and common given names with the capitalised word behind them."""
    pieces, last, after_name = [], 0, False
    for match in _WORD.finditer(text):
        word = match[0]
        is_first = match.start() == 0
        is_capital = word[0].isupper()
        is_name = is_capital and (
            _is_of(word, known, exact=is_first)
            or (word.casefold() not in spared and _is_of(word, GIVEN_NAMES, exact=is_first))
            or (after_name and word.casefold() not in spared and text[last : match.start()] == " ")
        )
        if is_name:
            pieces += [text[last : match.start()], MASK]
            last = match.end()
        after_name = is_name
    whole = "".join([*pieces, text[last:]])
    return whole.replace(f"{MASK} {MASK}", MASK)


def _is_of(word: str, names: Collection[str], *, exact: bool) -> bool:
    """Say whether a capitalised word is a form of one of ``names``; the first word of a sentence, which always has a capital, only as it is."""
    lower = word.casefold()
    if exact:
        return lower in names
    return any(lower[: len(lower) - len(case)] in names for case in _CASES if lower.endswith(case))
