"""Our own JSON: a whole board in one document, described in docs/board-files.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from skaala.workshops.formats.conversation import (
    KINDS,
    CastVote,
    Conversation,
    ConversationParticipant,
    ConversationPrompt,
    ConversationStatement,
    Fault,
    UnreadableConversation,
    language_code,
    perspective_code,
)

FORMAT, VERSION = "skaala-board", 1
MOST_STATEMENTS = 1_000_000
LONGEST_TEXT = 500
ORDER = ("score", "low", "high", "first_place", "last_place")
"""What is told of an item in an order by best–worst choices."""

Json = dict[str, Any]


def is_document(data: bytes) -> bool:
    """Say whether a file looks like JSON."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def read(files: Mapping[str, bytes], *, turned: bool | None = None) -> Conversation:
    """
    Return the conversation of the first document among ``files``; the sign of its votes is always ours.

    :raises UnreadableConversation: if it is no JSON, or not made by Skaala
    """
    name, data = next((name, data) for name, data in files.items() if is_document(data))
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableConversation(Fault.NOT_TEXT, name) from error
    if document.get("format") != FORMAT or document.get("version") != VERSION:
        raise UnreadableConversation(Fault.NOT_OURS, name)
    conversation = Conversation(
        title=_texts(document.get("title")),
        source=document["source"] if isinstance(document.get("source"), str) else "",
        is_simulated=document.get("is_simulated") is True,
        is_complete=document.get("complete") is True,
        has_words=True,
    )
    for part, take in _PARTS.items():
        _read_part(document, part, name, conversation, take)
    return conversation


def _read_part(
    document: Json,
    part: str,
    name: str,
    conversation: Conversation,
    take: Callable[[Json, Conversation], Fault | None],
) -> None:
    rows = document.get(part)
    for place, row in enumerate(rows if isinstance(rows, list) else [], 1):
        file = f"{name}: {part}"
        conversation.rows[file] += 1
        fault = take(row, conversation) if isinstance(row, dict) else Fault.NO_ID
        if fault is not None:
            conversation.note(fault, file, place)


def _read_prompt(row: Json, conversation: Conversation) -> Fault | None:
    prompt = ConversationPrompt(
        _one_of(KINDS, row.get("kind")) or "open_question", _texts(row.get("question"))
    )
    conversation.prompts.append(prompt)
    return None


def _read_statement(row: Json, conversation: Conversation) -> Fault | None:
    number, text = row.get("number"), row.get("text")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < MOST_STATEMENTS:
        return Fault.NO_ID
    if str(number) in conversation.statements:
        return Fault.TWICE
    if not isinstance(text, str) or not text.strip():
        return Fault.NO_WORDS
    state, prompt = row.get("state"), row.get("prompt")
    conversation.statements[str(number)] = ConversationStatement(
        text=text,
        language=language_code(row.get("language")),
        # Merged and split ones are hidden: where they went to is not in the file.
        state="shown" if state == "shown" else "pending" if state == "pending" else "hidden",
        kind=_one_of(KINDS, row.get("kind")) or "open_question",
        prompt=prompt if isinstance(prompt, int) and 0 < prompt <= len(conversation.prompts) else 0,
        author=str(row.get("author") or ""),
        is_pinned=row.get("pinned") is True,
        translations=_texts(row.get("translations")),
    )
    return None


def _read_participant(row: Json, conversation: Conversation) -> Fault | None:
    who = row.get("id")
    if not isinstance(who, str) or not who:
        return Fault.NO_ID
    if who in conversation.participants:
        return Fault.TWICE
    conversation.participants[who] = ConversationParticipant(
        perspective=perspective_code(row.get("perspective")),
        group=str(row.get("opinion_group") or ""),
    )
    return None


def _read_vote(row: Json, conversation: Conversation) -> Fault | None:
    who, what, value = row.get("participant"), row.get("statement"), row.get("vote")
    if not isinstance(who, str) or not who:
        return Fault.NO_ID
    if isinstance(value, bool) or value not in (1, 0, -1):
        return Fault.NO_VOTE
    if str(what) not in conversation.statements:
        return Fault.NO_STATEMENT
    person = conversation.participants.setdefault(who, ConversationParticipant())
    person.votes.append(CastVote(str(what), int(value)))
    return None


_PARTS: dict[str, Callable[[Json, Conversation], Fault | None]] = {
    "prompts": _read_prompt,
    "statements": _read_statement,
    "participants": _read_participant,
    "votes": _read_vote,
}


def _one_of(known: tuple[str, ...], value: object) -> str:
    return value if isinstance(value, str) and value in known else ""


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {
        code: text[:LONGEST_TEXT]
        for code, text in value.items()
        if language_code(code) and isinstance(text, str) and text
    }


def write(conversation: Conversation) -> bytes:
    """Return the conversation as one document."""
    document: Json = {
        "format": FORMAT,
        "version": VERSION,
        "complete": conversation.is_complete,
        "title": conversation.title,
        "source": conversation.source,
        "is_simulated": conversation.is_simulated,
        "votes_mean": {"1": "agree", "0": "pass", "-1": "disagree"},
        "prompts": [
            {"number": place, "kind": prompt.kind, "question": prompt.question}
            for place, prompt in enumerate(conversation.prompts, 1)
        ],
        "totals": conversation.totals,
        "statements": _statements(conversation),
    }
    if conversation.polls:
        document["quick_questions"] = [
            {
                "kind": poll.kind,
                "question": poll.question,
                "people": poll.people,
                "most": poll.most,
                "answers": [{"text": text, "people": number} for text, number in poll.answers]
                if not poll.order
                else [
                    {"text": text} | dict(zip(ORDER, row, strict=True))
                    for (text, _people), row in zip(poll.answers, poll.order, strict=True)
                ],
            }
            for poll in conversation.polls
        ]
    if conversation.conclusions:
        document["conclusions"] = [
            {
                "text": one.text,
                "unit": one.unit,
                "due": one.due,
                "statements": [int(key) for key in one.statements],
                "notes": one.notes,
            }
            for one in conversation.conclusions
        ]
    if conversation.counts is None:
        document |= {
            "participants": [
                {"id": who, "perspective": person.perspective, "opinion_group": person.group}
                for who, person in conversation.participants.items()
            ],
            "votes": [
                {"participant": who, "statement": int(vote.statement), "vote": vote.value}
                for who, vote in conversation.votes()
            ],
        }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _statements(conversation: Conversation) -> list[Json]:
    tally = conversation.tally()
    return [
        {
            "number": int(key),
            "prompt": statement.prompt,
            "kind": statement.kind,
            "text": statement.text,
            "language": statement.language,
            "translations": statement.translations,
            "state": statement.state,
            "pinned": statement.is_pinned,
        }
        | ({"most": statement.most} if statement.most else {})
        | _counts(conversation, key, tally[key])
        | (
            {
                "author_perspective": statement.author_perspective,
                "source": statement.source,
                "carried_over": statement.is_carried_over,
            }
            if conversation.is_complete
            else {}
        )
        for key, statement in conversation.statements.items()
    ]


def _counts(conversation: Conversation, key: str, tally: Counter[int]) -> Json:
    if conversation.counts is not None and key not in conversation.counts:
        return {}
    return {"agree": tally[1], "disagree": tally[-1], "pass": tally[0]}
