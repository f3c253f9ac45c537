"""
A board as a conversation, to be written to a file in any format.

Published are counts by statement, or a row a person where the organiser chose that: its votes are those that the board's results
are made of, so that page and file agree. The complete one is for the organiser: statements in every state, and votes. In no
file does an id lead anywhere, and none says who wrote what: ids are drawn for each file.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from django.db.models import QuerySet

from skaala.insight.disclosure import is_exact, is_publishable, majority, publishable_cells
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts
from skaala.workshops.formats.conversation import (
    CastVote,
    Conversation,
    ConversationConclusion,
    ConversationParticipant,
    ConversationPoll,
    ConversationPrompt,
    ConversationStatement,
)
from skaala.workshops.models import Board, Conclusion, Poll, Statement
from skaala.workshops.queries.conclusions import conclusions, grounds
from skaala.workshops.queries.polls import shown_texts, steps_to_order
from skaala.workshops.queries.results import Source, latest_source, public_source, publishes_rows
from skaala.workshops.rules.boards import are_concluding
from skaala.workshops.rules.polls import STEPS, order_of, result_of


def conversation_of(
    board: Board, *, for_public: bool, chance: random.Random, with_rows: bool | None = None
) -> Conversation:
    """
    Return what goes out of ``board``; of published results what was published of them.

    :param chance: draws the ids of participants; hand in one that cannot be foreseen
    :param with_rows: whether the public one has a row a person; by default as the results were published
    """
    if not for_public:
        return _complete(board, chance)
    rows = publishes_rows(board) if with_rows is None else with_rows
    return public_conversation(board, public_source(board), with_rows=rows, chance=chance)


def public_conversation(
    board: Board, source: Source, *, with_rows: bool, chance: random.Random | None = None
) -> Conversation:
    """
    Return what the votes of ``source`` say of what is shown on ``board`` now, as it may go out.

    Of each statement exact counts from ten voters, and below what most of five and more say. A row a person has the votes on
    statements with ten voters, and the opinion group where enough share it; no perspective.

    :param chance: draws new ids; without one the ids of ``source`` stay, which must lead nowhere then
    """
    ballots = source.ballots
    shown = list(_statements(board).filter(state=Statement.State.SHOWN))
    tallies = {str(each.number): ballots.tally(str(each.root_id)) for each in shown}
    disclosed = [each for each in shown if is_publishable(tallies[str(each.number)][2])]
    conversation = _conversation(board, disclosed, is_complete=False)
    roots = [str(each.root_id) for each in shown]
    conversation.totals = _totals(ballots.counts(roots), ballots.guest_count(roots))
    exact = {key: tally for key, tally in tallies.items() if is_exact(tally[2])}
    if not with_rows:
        conversation.counts = exact
    for key, statement in conversation.statements.items():
        statement.most = majority(*tallies[key]) or ""
    if with_rows:
        conversation.statements = {key: each for key, each in conversation.statements.items() if key in exact}
        by_number = {
            str(each.number): ballots.votes[str(each.root_id)]
            for each in disclosed
            if str(each.number) in exact
        }
        conversation.participants = _rows(by_number, source.groups, chance)
    return conversation


def published_conversation(board: Board) -> Conversation:
    """Return what was published of ``board``, without what has been hidden since; the same each time."""
    return public_conversation(board, public_source(board), with_rows=publishes_rows(board))


def _totals(counts: Mapping[str, int], guests: int | None) -> dict[str, int]:
    if not is_publishable(counts["people"]):
        return {}
    return {**counts, **({"guests": guests} if guests else {})}


def _rows(
    by_number: Mapping[str, Mapping[str, int]], groups: Mapping[str, str], chance: random.Random | None
) -> dict[str, ConversationParticipant]:
    """Return a row a person, under ids in whose order they stand, from the votes by statement."""
    people = {who for given in by_number.values() for who in given}
    disclosed = _publishable_only({who: group for who in people if (group := groups.get(who, ""))})
    return {
        new: ConversationParticipant(group=disclosed.get(who, ""), votes=_votes(by_number, who))
        for new, who in _fresh_ids(people, chance).items()
    }


def _complete(board: Board, chance: random.Random) -> Conversation:
    """
    Return all statements, with their authors' perspective, and the votes; nothing leads from one to the other.

    The votes are those of the latest analysis, so that of two files neither tells what one person has voted meanwhile.
    """
    statements = list(_statements(board))
    conversation = _conversation(board, statements, is_complete=True)
    authors = {each.author_id: each.author.perspective for each in statements if each.author is not None}
    disclosed = publishable_cells(Counter(authors.values()))
    for statement in statements:
        if (perspective := authors.get(statement.author_id, "")) in disclosed:
            conversation.statements[str(statement.number)].author_perspective = perspective
    ballots = latest_source(board).ballots
    perspectives = _publishable_only(ballots.perspectives)
    by_number = {
        str(each.number): ballots.votes[str(each.root_id)]
        for each in statements
        if str(each.root_id) in ballots.votes
    }
    ids = _fresh_ids(ballots.perspectives, chance)
    conversation.participants = {
        new: ConversationParticipant(perspective=perspectives.get(who, ""), votes=_votes(by_number, who))
        for new, who in ids.items()
    }
    return conversation


def _fresh_ids(people: Iterable[str], chance: random.Random | None) -> dict[str, str]:
    """Return each participant's id as it goes out with the one it stands for, in the order of the former."""
    ids = {f"{chance.getrandbits(48):012x}" if chance else who: who for who in sorted(people)}
    return dict(sorted(ids.items()))


def _votes(by_number: Mapping[str, Mapping[str, int]], who: str) -> list[CastVote]:
    return [CastVote(what, given[who]) for what, given in by_number.items() if who in given]


def _conversation(board: Board, statements: Iterable[Statement], *, is_complete: bool) -> Conversation:
    prompts = {prompt.pk: place for place, prompt in enumerate(board.prompts.all(), 1)}
    statements = list(statements)
    numbers = {statement.number for statement in statements}
    return Conversation(
        title=_in_languages(board.event.title),
        topic=str(board.event.title),
        source=board.source,
        is_simulated=board.is_simulated,
        is_complete=is_complete,
        has_words=True,
        prompts=[
            ConversationPrompt(prompt.kind, _in_languages(prompt.question)) for prompt in board.prompts.all()
        ],
        conclusions=[_conclusion(one, numbers) for one in conclusions(board)]
        if are_concluding(board.phase)
        else [],
        polls=[_poll(poll) for poll in board.polls.filter(state=Poll.State.CLOSED)],
        statements={
            str(statement.number): _statement(
                statement, prompts[statement.prompt_id], for_public=not is_complete
            )
            for statement in statements
        },
    )


def _conclusion(one: Conclusion, numbers: Collection[int]) -> ConversationConclusion:
    """What the room concluded, with the numbers of the statements of the file that it rests on."""
    return ConversationConclusion(
        _in_languages(one.text),
        one.unit,
        one.due.isoformat() if one.due else "",
        [str(each.number) for each in grounds(one) if each.number in numbers],
        [note.text for note in one.notes.all()],
    )


def _poll(poll: Poll) -> ConversationPoll:
    """A quick question with the numbers that its room sees; who answered what is in no file."""
    found = ConversationPoll(poll.kind, _in_languages(poll.question))
    if poll.has_texts:
        for text in shown_texts(poll):
            found.answers.append(({text.language: text.text}, poll.counts.get(str(text.pk))))
        return found
    if poll.kind == Poll.Kind.ORDER:
        order = order_of(poll.counts)
        labels = {str(one.pk): one.label for one in steps_to_order(poll)}
        kept = [one for one in order.items if one.item in labels]
        found.people = order.people
        found.answers = [(_in_languages(labels[one.item]), None) for one in kept]
        found.order = [(one.score, one.low, one.high, one.first_rank, one.last_rank) for one in kept]
        return found
    result = result_of(poll.counts)
    found.people = result.people
    for key, label in _possible_answers(poll):
        found.answers.append((label, result.counts.get(key, 0) if result.is_exact else None))
        if key == result.most:
            found.most = label
    return found


def _possible_answers(poll: Poll) -> list[tuple[str, dict[str, str]]]:
    """Return what could be chosen: the keys of counts, with the words of each."""
    if poll.kind == Poll.Kind.SCALE:
        return [(str(step), {"": str(step)}) for step in range(1, STEPS + 1)]
    return [(str(option.pk), _in_languages(option.text)) for option in poll.options.all()]


def _statements(board: Board) -> QuerySet[Statement]:
    return (
        board.statements.order_by("number")
        .select_related("prompt", "author")
        .prefetch_related("root__translations")
    )


def _statement(statement: Statement, prompt: int, *, for_public: bool) -> ConversationStatement:
    found = ConversationStatement(
        text=statement.text,
        language=statement.language,
        state=statement.state,
        kind=statement.prompt.kind,
        prompt=prompt,
        is_pinned=statement.is_pinned,
        translations={each.language: each.text for each in statement.root.translations.all()},
    )
    if not for_public:
        found.source = statement.source
        found.is_carried_over = statement.carried_from_id is not None
    return found


def _publishable_only(attributes: Mapping[str, str]) -> dict[str, str]:
    """Leave out the attributes that may not be published beside the others."""
    shown = publishable_cells(Counter(attributes.values()))
    return {who: name for who, name in attributes.items() if name in shown}


def _in_languages(texts: Texts) -> dict[str, str]:
    return {code: text for code in LANGUAGES if (text := texts.get(code))}
