"""Which texts of a series name somebody who is about to be forgotten: statements, translations, notes of groups, answers to quick questions, conclusions, and news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from skaala.places.models import Municipality
from skaala.registration.queries.personal_data import names_of_people, texts_of_people
from skaala.series.models import Event, Series, Update
from skaala.workshops.models import Conclusion, KeptMention, Note, PollText, Statement, Translation
from skaala.workshops.rules import mentions as rules


class Kind(StrEnum):
    """What sort of text it is."""

    STATEMENT = "statement"
    TRANSLATION = "translation"
    NOTE = "note"
    ANSWER = "answer"
    CONCLUSION = "conclusion"
    NEWS = "news"


@dataclass(frozen=True)
class Where:
    """One place where a text is kept. ``name`` is that of its column; of news and conclusions, ``language`` is the part of it."""

    kind: Kind
    row: Statement | Translation | Note | PollText | Conclusion | Update
    name: str = "text"
    language: str = ""
    event: Event | None = None


@dataclass(frozen=True)
class Mention:
    """A text that names somebody, wherever it is kept, and whether somebody has said that it stays."""

    kind: Kind
    text: str
    language: str
    places: tuple[rules.Place, ...]
    stays: bool
    where: list[Where] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """By what it is remembered that it stays."""
        return rules.digest(self.text, self.places)

    @property
    def pieces(self) -> list[rules.Pieces]:
        """The text cut where it names somebody."""
        return rules.pieces(self.text, self.places)

    @property
    def masked(self) -> str:
        """The text as it is once it has been masked."""
        return rules.masked(self.text, self.places)


def mentions(series: Series) -> list[Mention]:
    """
    Return the texts of ``series`` that name somebody who is registered, each once, in the order of events.

    In what participants wrote every telephone number, e-mail address and identity code counts, whosever it is; in news those
    of registered people alone: the others are the organiser's own.
    """
    names, addresses = names_of_people(series)
    people = rules.People.of(names, addresses, texts_of_people(series))
    towns = municipality_names()
    kept = set(KeptMention.objects.filter(series=series).values_list("digest", flat=True))
    found: dict[tuple[Kind, str], Mention] = {}
    for where, text, language in _texts(series):
        known = found.get((where.kind, text))
        if known is None:
            places = tuple(rules.places(text, people, any_contact=where.kind is not Kind.NEWS, spared=towns))
            if not places:
                continue
            stays = rules.digest(text, places) in kept
            known = found[where.kind, text] = Mention(where.kind, text, language, places, stays)
        known.where.append(where)
    return list(found.values())


def municipality_names() -> set[str]:
    """Return the names of municipalities in all languages, in lower case: Salla and Inari are no people where they stand alone."""
    return {
        str(name).casefold()
        for texts in Municipality.objects.values_list("name", flat=True)
        for name in texts.as_dict().values()
    }


def _texts(series: Series) -> Iterator[tuple[Where, str, str]]:
    statements = Statement.objects.filter(board__event__series=series).select_related("board__event__series")
    for statement in statements.order_by("board__event__start", "number"):
        where = Where(Kind.STATEMENT, statement, event=statement.board.event)
        yield where, statement.text, statement.language
    translations = Translation.objects.filter(root__board__event__series=series)
    for translation in translations.select_related("root__board__event__series").order_by("pk"):
        where = Where(Kind.TRANSLATION, translation, event=translation.root.board.event)
        yield where, translation.text, translation.language
    notes = Note.objects.filter(group__board__event__series=series)
    for note in notes.select_related("group__board__event__series").order_by("group", "number"):
        yield Where(Kind.NOTE, note, event=note.group.board.event), note.text, ""
    answers = PollText.objects.filter(board__event__series=series).select_related("board__event__series")
    for answer in answers.order_by("poll", "number"):
        yield Where(Kind.ANSWER, answer, event=answer.board.event), answer.text, answer.language
    concluded = Conclusion.objects.filter(board__event__series=series).select_related("board__event__series")
    for one in concluded.order_by("board", "number"):
        for language, text in one.text.as_dict().items():
            yield Where(Kind.CONCLUSION, one, "text", language, one.board.event), text, language
        if one.unit:
            yield Where(Kind.CONCLUSION, one, "unit", event=one.board.event), one.unit, ""
    for update in series.updates.order_by("published_at", "pk"):
        for name in ("title", "body"):
            for language, text in getattr(update, name).as_dict().items():
                yield Where(Kind.NEWS, update, name, language), text, language
