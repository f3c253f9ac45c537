"""
Makes the tables of a Polis set of a conversation, as other programs expect them: ids are whole numbers, times increase.

No id and no time says anything: participants are numbered from 0 in the order of the conversation, and a time is only the place of
a vote among the others, as a second of the year 1970.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from skaala.tables.writing import Row
from skaala.workshops.formats.conversation import Conversation
from skaala.workshops.formats.polis_tables import TableKind

_MODERATED = {"shown": 1, "pending": 0, "": 0}
Rows = Iterator[Row]


def tables(conversation: Conversation) -> dict[TableKind, Rows]:
    """Return the rows of each table, its columns first; the summary has none. Without a row a person there are but two."""
    numbers = participant_numbers(conversation)
    if conversation.counts is not None:
        return {
            TableKind.COMMENTS: _comments(conversation, numbers),
            **_polls(conversation),
            **_conclusions(conversation),
            TableKind.SUMMARY: _summary(conversation),
        }
    return {
        TableKind.COMMENTS: _comments(conversation, numbers),
        TableKind.MATRIX: _matrix(conversation, numbers),
        TableKind.VOTES: _votes(conversation, numbers),
        TableKind.PERSPECTIVES: _perspectives(conversation, numbers),
        **_polls(conversation),
        **_conclusions(conversation),
        TableKind.SUMMARY: _summary(conversation),
    }


def participant_numbers(conversation: Conversation) -> dict[str, int]:
    """
    Return each participant's number by id: those who voted from 0, then authors who did not.

    The number after all of them is that of the workshop itself (the empty id): the author of statements whose author is
    not told, or that no participant wrote.
    """
    numbers = {who: number for number, who in enumerate(conversation.participants)}
    for statement in conversation.statements.values():
        if statement.author:
            numbers.setdefault(statement.author, len(numbers))
    return numbers | {"": len(numbers)}


def _time(place: int) -> tuple[int, str]:
    """Return the time of the vote or statement at a place, in milliseconds and in words."""
    return place * 1000, f"{datetime.fromtimestamp(place, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _comments(conversation: Conversation, numbers: Mapping[str, int]) -> Rows:
    tally = conversation.tally()

    def is_counted(key: str) -> bool:
        return conversation.counts is None or key in conversation.counts

    yield (
        "timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body", "is-meta", "language", "kind",
        "author-perspective", "voters", "most",
    )  # fmt: skip
    for place, (key, statement) in enumerate(conversation.statements.items()):
        yield (
            *_time(place),
            int(key),
            numbers[statement.author],
            *((tally[key][1], tally[key][-1]) if is_counted(key) else ("", "")),
            _MODERATED.get(statement.state, -1),
            statement.text,
            int(statement.is_metadata),
            statement.language,
            statement.kind,
            statement.author_perspective,
            tally[key].total() if is_counted(key) else "",
            statement.most,
        )


def _votes(conversation: Conversation, numbers: Mapping[str, int]) -> Rows:
    yield "timestamp", "datetime", "comment-id", "voter-id", "vote"
    for place, (who, vote) in enumerate(conversation.votes()):
        yield (*_time(place), int(vote.statement), numbers[who], vote.value)


def _matrix(conversation: Conversation, numbers: Mapping[str, int]) -> Rows:
    written = Counter(statement.author for statement in conversation.statements.values())
    yield (
        "participant",
        "group-id",
        "n-comments",
        "n-votes",
        "n-agree",
        "n-disagree",
        *map(int, conversation.statements),
    )
    for who, person in conversation.participants.items():
        votes = person.latest
        values = list(votes.values())
        yield (
            numbers[who],
            person.group,
            written[who],
            len(values),
            values.count(1),
            values.count(-1),
            *(votes.get(key, "") for key in conversation.statements),
        )


def _perspectives(conversation: Conversation, numbers: Mapping[str, int]) -> Rows:
    yield "participant", "perspective"
    for who, person in conversation.participants.items():
        if person.perspective:
            yield numbers[who], person.perspective


def _polls(conversation: Conversation) -> dict[TableKind, Rows]:
    """Return the table of the quick questions where there are any: a row per answer."""
    if not conversation.polls:
        return {}
    head: Row = ("quick-question", "kind", "answer", "people", "most", "score", "low", "high")
    rows: list[Row] = [
        (
            _first(poll.question),
            poll.kind,
            _first(text),
            "" if number is None else number,
            _first(poll.most),
            *(poll.order[place][:3] if poll.order else ("", "", "")),
        )
        for poll in conversation.polls
        for place, (text, number) in enumerate(poll.answers)
    ]
    return {TableKind.QUICK_QUESTIONS: iter([head, *rows])}


def _conclusions(conversation: Conversation) -> dict[TableKind, Rows]:
    """Return the table of what the room concluded where it did: a row per conclusion."""
    if not conversation.conclusions:
        return {}
    head: Row = ("conclusion", "unit", "due", "comment-ids", "notes")
    rows: list[Row] = [
        (_first(one.text), one.unit, one.due, " ".join(one.statements), "; ".join(one.notes))
        for one in conversation.conclusions
    ]
    return {TableKind.CONCLUSIONS: iter([head, *rows])}


def _first(texts: Mapping[str, str]) -> str:
    return next(iter(texts.values()), "")


def _summary(conversation: Conversation) -> Rows:
    yield "topic", conversation.topic
    totals = conversation.totals
    yield "voters", totals.get("people", len(conversation.participants))
    yield "comments", totals.get("statements", len(conversation.statements))
    yield "votes", totals.get("votes", conversation.vote_count)
    yield "groups", len({person.group for person in conversation.participants.values()} - {""})
    yield "is-simulated", int(conversation.is_simulated)
