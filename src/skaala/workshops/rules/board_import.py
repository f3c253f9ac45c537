"""What of a conversation in files comes on a board: numbers and clean texts for statements, and the votes on them."""

from __future__ import annotations

import gzip
import json
import uuid
from collections import Counter
from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from typing import Any

from skaala.insight.languages import guess_language
from skaala.workshops.formats import read_conversation
from skaala.workshops.formats.conversation import (
    Conversation,
    ConversationStatement,
    Fault,
    UnreadableConversation,
    perspective_code,
)
from skaala.workshops.rules.refusals import Refusal, UnableToAct
from skaala.workshops.rules.texts import LONGEST, clean_statement, one_line

MOST_NUMBERS = 1_000_000
SAMPLES = 3


@dataclass(frozen=True)
class ImportedStatement:
    """A statement as it comes on the board. ``author`` is an id of the files."""

    number: int
    text: str
    language: str
    state: str
    kind: str
    prompt: int
    author: str
    is_pinned: bool
    translations: dict[str, str]


@dataclass(frozen=True)
class ImportedParticipant:
    """A participant with their votes in order: the statement's number and the value."""

    perspective: str
    votes: list[tuple[int, int]]


@dataclass(frozen=True)
class Sample:
    """A statement with the votes on it, for a person to see whether columns or signs were exchanged."""

    text: str
    agree: int
    disagree: int
    passed: int


@dataclass
class ImportedBoard:
    """All that comes on the board; participants by their ids in the files."""

    statements: list[ImportedStatement] = field(default_factory=list)
    participants: dict[str, ImportedParticipant] = field(default_factory=dict)

    @property
    def vote_count(self) -> int:
        """How many votes count."""
        return sum(len(dict(person.votes)) for person in self.participants.values())

    def samples(self) -> list[Sample]:
        """Return the three statements with most votes."""
        counts: dict[int, Counter[int]] = {}
        for person in self.participants.values():
            for number, value in dict(person.votes).items():
                counts.setdefault(number, Counter())[value] += 1
        text_of = {statement.number: statement.text for statement in self.statements}
        most = sorted(counts, key=lambda number: (-counts[number].total(), number))[:SAMPLES]
        return [
            Sample(text_of[number], counts[number][1], counts[number][-1], counts[number][0])
            for number in most
        ]


def prepare_import(conversation: Conversation, *, languages: Collection[str] | None = None) -> ImportedBoard:
    """
    Return what of ``conversation`` comes on a board; what is changed is noted with its problems.

    Statements without words are left out, unless no file has any: then they are called by their ids.

    :param languages: those there are here; of a statement in another one, the words tell which is nearest. None: any
    :raises UnreadableConversation: if no vote remains
    """
    statements = {
        key: statement
        for key, statement in conversation.statements.items()
        if statement.text or not conversation.has_words
    }
    numbers = number_statements(list(statements))
    voted: set[str] = set()
    board = ImportedBoard()
    authors = {statement.author for statement in statements.values()}
    for who, person in conversation.participants.items():
        votes = [vote for vote in person.votes if vote.statement in numbers]
        voted.update(vote.statement for vote in votes)
        if votes or who in authors:
            board.participants[who] = ImportedParticipant(
                perspective_code(person.perspective) or "everyone",
                [(numbers[vote.statement], vote.value) for vote in votes],
            )
    if not voted:
        raise UnreadableConversation(Fault.NO_VOTES, ", ".join(conversation.rows) or "–")
    board.statements = [
        _import_statement(conversation, statement, key, numbers[key], languages, has_votes=key in voted)
        for key, statement in statements.items()
    ]
    board.statements.sort(key=lambda statement: statement.number)
    return board


def number_statements(keys: list[str]) -> dict[str, int]:
    """Give statements numbers: their own ids if these are whole numbers, plus one where they begin with zero."""
    own = {key: int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 10}
    if len(set(own.values())) < len(keys) or any(number >= MOST_NUMBERS for number in own.values()):
        return {key: number for number, key in enumerate(keys, 1)}
    shift = 1 if 0 in own.values() else 0
    return {key: number + shift for key, number in own.items()}


def _import_statement(
    conversation: Conversation,
    statement: ConversationStatement,
    key: str,
    number: int,
    languages: Collection[str] | None,
    *,
    has_votes: bool,
) -> ImportedStatement:
    text = _clean(statement.text or f"# {key}", number, conversation)
    known = (statement.language, *statement.translations) if languages is None else languages
    language = statement.language if statement.language in known else ""
    state = "hidden" if statement.is_metadata else statement.state
    return ImportedStatement(
        number=number,
        text=text,
        language=language or guess_language(text),
        # Where no moderator has looked at it, it is shown if people have voted on it, as in most conversations.
        state=state or ("shown" if has_votes else "pending"),
        kind=statement.kind,
        prompt=statement.prompt,
        author=statement.author,
        is_pinned=statement.is_pinned,
        translations={code: words for code, words in statement.translations.items() if code in known},
    )


def _clean(text: str, number: int, conversation: Conversation) -> str:
    try:
        return clean_statement(text)
    except UnableToAct as problem:
        words = one_line(text[: LONGEST * 40])
        if problem.refusal == Refusal.TOO_LONG:
            conversation.note(Fault.SHORTENED, "", number, words)
            words = words[: LONGEST - 1] + "…"
        return words[:LONGEST] or f"# {number}"


def as_content(board: ImportedBoard, conversation: Conversation, ids: dict[str, str]) -> dict[str, Any]:
    """
    Return what is kept of an import until it is on a board.

    :param ids: fresh ids by those in the files; none of the files' own is kept, which could mean somebody elsewhere
    """
    return {
        "is_simulated": conversation.is_simulated,
        "prompts": [{"kind": prompt.kind, "question": prompt.question} for prompt in conversation.prompts],
        "statements": [vars(each) | {"author": ids.get(each.author, "")} for each in board.statements],
        "people": [
            {"id": ids[who], "perspective": person.perspective, "votes": person.votes}
            for who, person in board.participants.items()
        ],
    }


@dataclass(frozen=True)
class ReadFiles:
    """
    What was read of a conversation's files, as it is kept until somebody has looked at it.

    :ivar content: JSON of what comes on the board, gzipped
    """

    content: bytes
    people: int
    statements: int
    votes: int
    is_turned: bool
    samples: list[dict[str, Any]]
    problems: list[dict[str, Any]]


def read_files(files: dict[str, bytes], turned: bool | None, languages: Collection[str]) -> ReadFiles:
    """
    Read a conversation's files; for a child process, since strangers have made them.

    :param turned: whether −1 means agree; None to recognise it by the sums in the files
    :param languages: those that statements may be in
    :raises UnreadableConversation: if there is nothing in them to import
    """
    conversation = read_conversation(files, turned=turned)
    board = prepare_import(conversation, languages=languages)
    content = as_content(board, conversation, {who: str(uuid.uuid4()) for who in board.participants})
    return ReadFiles(
        content=gzip.compress(json.dumps(content, ensure_ascii=False).encode(), 6),
        people=len(board.participants),
        statements=len(board.statements),
        votes=board.vote_count,
        is_turned=conversation.is_turned,
        samples=[asdict(sample) for sample in board.samples()],
        problems=[asdict(problem) for problem in conversation.problems],
    )
