"""
Reads the tables of a Polis set into a conversation, and notes the rows that cannot be used.

In exported files 1 is agree and −1 disagree; in the votes that Polis keeps inside it is the other way round. Which of the
two a file means shows when its votes are compared with the sums that the same files state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from skaala.workshops.formats.conversation import (
    FEW_ROWS,
    KINDS,
    CastVote,
    Conversation,
    ConversationParticipant,
    ConversationStatement,
    Fault,
    UnreadableConversation,
    language_code,
    perspective_code,
)
from skaala.workshops.formats.polis_tables import (
    ABOUT_THE_PARTICIPANT,
    NEEDED,
    VOTES,
    NamedTable,
    TableKind,
    check_columns,
    kind_of,
    named_cells,
)

_STATES = {"1": "shown", "1.0": "shown", "0": "", "0.0": "", "": "", "-1": "hidden", "-1.0": "hidden"}
_YES = frozenset({"1", "true", "t", "yes"})


def read_set(tables: Iterable[NamedTable], *, turned: bool | None = None) -> Conversation:
    """
    Return the conversation that the tables of a Polis set hold.

    :param turned: whether −1 means agree; None to recognise it by the sums in the files
    :raises UnreadableConversation: if a table is none of a Polis set, or two are of one kind
    """
    by_kind: dict[TableKind, NamedTable] = {}
    for table in tables:
        kind = kind_of(table)
        if kind is None and table.columns:
            raise UnreadableConversation(Fault.UNKNOWN_FILE, table.name, ", ".join(table.columns[:6]))
        if kind is None or kind == TableKind.SUMMARY:
            continue
        if kind in by_kind:
            raise UnreadableConversation(Fault.TWO_OF_A_KIND, table.name, by_kind[kind].name)
        check_columns(table, kind)
        by_kind[kind] = table
    conversation = Conversation()
    if TableKind.COMMENTS in by_kind:
        read_comments(by_kind[TableKind.COMMENTS], conversation)
    if TableKind.VOTES in by_kind:
        read_votes(by_kind[TableKind.VOTES], conversation)
        if TableKind.MATRIX in by_kind:
            _read_groups(by_kind[TableKind.MATRIX], conversation)
    elif TableKind.MATRIX in by_kind:
        read_matrix(by_kind[TableKind.MATRIX], conversation)
    if TableKind.PERSPECTIVES in by_kind:
        read_perspectives(by_kind[TableKind.PERSPECTIVES], conversation)
    conversation.is_turned = _fits_turned(conversation) if turned is None else turned
    if conversation.is_turned:
        for person in conversation.participants.values():
            person.votes = [vote._replace(value=-vote.value) for vote in person.votes]
    return conversation


def read_comments(table: NamedTable, conversation: Conversation) -> None:
    """Read ``comments.csv``: a statement per row."""
    has_words = "comment-body" in table.columns
    conversation.has_words = has_words
    needed = NEEDED[TableKind.COMMENTS] + (("comment-body",) if has_words else ())
    wrong: dict[str, int] = {}
    for line, row in named_cells(table, conversation, needed=needed):
        key = row["comment-id"]
        if not key:
            conversation.note(Fault.NO_ID, table.name, line)
            continue
        if key in conversation.statements:
            conversation.note(Fault.TWICE, table.name, line, key)
            continue
        for column, value in _unknown_values(row):
            wrong[column] = wrong.get(column, 0) + 1
            if column != "language":
                conversation.note(Fault.UNKNOWN_VALUE, table.name, line, value, where=column)
        if has_words and not row["comment-body"]:
            conversation.note(Fault.NO_WORDS, table.name, line, key)
        elif has_words and sum(letter.isalpha() for letter in row["comment-body"]) < 3:
            wrong["comment-body"] = wrong.get("comment-body", 0) + 1
        statement = _statement(row)
        if statement.is_metadata:
            conversation.note(Fault.META, table.name, line, key)
        conversation.statements[key] = statement
    for column, count in wrong.items():
        if count >= FEW_ROWS and 2 * count > conversation.rows[table.name]:
            raise UnreadableConversation(Fault.WRONG_COLUMN, table.name, column)


def _unknown_values(row: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Return the cells that say none of what their column can hold."""
    if row.get("moderated", "") not in _STATES:
        yield "moderated", row["moderated"]
    if row.get("kind") and row["kind"] not in KINDS:
        yield "kind", row["kind"]
    if row.get("language") and not language_code(row["language"]):
        yield "language", row["language"]


def _statement(row: Mapping[str, str]) -> ConversationStatement:
    kind, language = row.get("kind", ""), row.get("language", "")
    return ConversationStatement(
        text=row.get("comment-body", ""),
        language=language_code(language),
        state=_STATES.get(row.get("moderated", "1"), "shown"),
        kind=kind if kind in KINDS else "open_question",
        author=row.get("author-id", ""),
        is_metadata=row.get("is-meta", row.get("is_meta", "")).lower() in _YES,
        stated=_stated(row),
    )


def _stated(row: Mapping[str, str]) -> tuple[int, int] | None:
    try:
        return int(float(row["agrees"])), int(float(row["disagrees"]))
    except (KeyError, ValueError, OverflowError):
        return None


def read_votes(table: NamedTable, conversation: Conversation) -> None:
    """Read ``votes.csv``: a vote per row; the time says which of two counts, then the line."""
    cast: list[tuple[float, str, CastVote]] = []
    are_listed = bool(conversation.statements)
    for line, row in named_cells(table, conversation):
        who, what, value = row["voter-id"], row["comment-id"], VOTES.get(row["vote"])
        if not who or not what:
            conversation.note(Fault.NO_ID, table.name, line)
            continue
        if value is None:
            conversation.note(Fault.NO_VOTE, table.name, line, row["vote"], where=what)
            continue
        if are_listed and what not in conversation.statements:
            conversation.note(Fault.NO_STATEMENT, table.name, line, what)
        moment = _moment(row.get("timestamp", ""))
        if moment is None:
            conversation.note(Fault.NO_TIME, table.name, line, row["timestamp"])
        cast.append((moment or 0.0, who, CastVote(what, value)))
    cast.sort(key=itemgetter(0))  # stable
    for _, who, vote in cast:
        conversation.participants.setdefault(who, ConversationParticipant()).votes.append(vote)
    _add_statements(conversation, (vote.statement for _, _, vote in cast))


def _moment(text: str) -> float | None:
    """Return a time as a number; None for what is none. Spreadsheets save large ones as 1,65E+12."""
    try:
        moment = float(text.replace(",", ".") or "0")
    except ValueError:
        return None
    return moment if moment == moment else None


def read_matrix(table: NamedTable, conversation: Conversation) -> None:
    """Read ``participants-votes.csv``: a participant per row, a statement per column."""
    columns = [column for column in table.columns if column and column not in ABOUT_THE_PARTICIPANT]
    votes = {(column, value): CastVote(column, value) for column in columns for value in (1, 0, -1)}
    unknown = set(columns) - set(conversation.statements) if conversation.statements else set()
    first_line: dict[str, int] = {}
    for line, row in named_cells(table, conversation):
        who = row["participant"]
        if not who:
            conversation.note(Fault.NO_ID, table.name, line)
            continue
        if who in first_line:
            conversation.note(Fault.TWICE, table.name, line, who, where=str(first_line[who]))
            continue
        first_line[who] = line
        person = ConversationParticipant(group=row.get("group-id", ""))
        filled = {column: cell for column in columns if (cell := row[column])}
        # A "row" of this table is a cell: a participant with one wrong cell is not left out.
        conversation.rows[table.name] += max(len(filled) - 1, 0)
        for column, value in _values(filled, conversation, table.name, line):
            if column in unknown:
                conversation.note(Fault.NO_STATEMENT, table.name, line, column)
            person.votes.append(votes[column, value])
        conversation.participants[who] = person
    _add_statements(conversation, columns)


def _values(
    cells: Mapping[str, str], conversation: Conversation, name: str, line: int
) -> Iterator[tuple[str, int]]:
    """Yield the columns of a row with their votes; what is no vote is noted."""
    for column, cell in cells.items():
        value = VOTES.get(cell)
        if value is None:
            conversation.note(Fault.NO_VOTE, name, line, cell, where=column)
        else:
            yield column, value


def _read_groups(table: NamedTable, conversation: Conversation) -> None:
    """Take only the opinion groups from a table of votes that are read from another."""
    for _, row in named_cells(table, conversation):
        person = conversation.participants.get(row["participant"])
        if person is not None:
            person.group = row.get("group-id", "")


def _add_statements(conversation: Conversation, keys: Iterable[str]) -> None:
    """Add the statements that only votes name; in the order of their ids."""
    missing = {key for key in keys if key not in conversation.statements}
    for key in sorted(missing, key=lambda key: (len(key), key)):
        conversation.statements[key] = ConversationStatement()


def read_perspectives(table: NamedTable, conversation: Conversation) -> None:
    """Read ``perspectives.csv``: a participant per row; one who has not voted is added without votes."""
    seen: set[str] = set()
    for line, row in named_cells(table, conversation):
        who, perspective = row["participant"], row["perspective"]
        if who in seen:
            conversation.note(Fault.TWICE, table.name, line, who)
            continue
        seen.add(who)
        if not perspective_code(perspective):
            conversation.note(Fault.UNKNOWN_VALUE, table.name, line, perspective, where="perspective")
        if perspective:
            conversation.participants.setdefault(who, ConversationParticipant()).perspective = perspective


def _fits_turned(conversation: Conversation) -> bool:
    """Say whether the votes fit the sums that the files state better with agree and disagree exchanged."""
    counted = conversation.tally()
    as_it_is = turned = 0
    for key, statement in conversation.statements.items():
        if statement.stated is not None:
            agree, disagree = statement.stated
            as_it_is += abs(counted[key][1] - agree) + abs(counted[key][-1] - disagree)
            turned += abs(counted[key][-1] - agree) + abs(counted[key][1] - disagree)
    return turned < as_it_is
