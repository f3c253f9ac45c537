"""
File formats of conversations: a module each, which reads and writes one, and the list of them.

They know nothing of boards and keep nothing; what a conversation becomes on a board is for ``rules`` and ``operations`` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from skaala.tables.writing import XLSX_TYPE
from skaala.workshops.formats import document, polis, workbook
from skaala.workshops.formats.conversation import Conversation, Fault, UnreadableConversation
from skaala.workshops.formats.files import unpack

MOST_VOTES = 2_000_000


class Reader(Protocol):
    """Takes unpacked files by name."""

    def __call__(self, files: Mapping[str, bytes], *, turned: bool | None = None) -> Conversation: ...


@dataclass(frozen=True)
class Format:
    """
    A format in which a conversation comes in and goes out.

    :ivar ending: of its files, and its name in addresses
    :ivar recognises: whether a file is in this format; asked in the order of the list
    """

    ending: str
    content_type: str
    recognises: Callable[[bytes], bool]
    read: Reader
    write: Callable[[Conversation], bytes]


FORMATS = (
    Format("json", "application/json", document.is_document, document.read, document.write),
    Format("xlsx", XLSX_TYPE, lambda data: data[:2] == b"PK", workbook.read, workbook.write),
    Format("zip", "application/zip", lambda data: True, polis.read, polis.write),
)
"""All of them; adding one is a module beside these and a line here. The last takes what no other recognises."""


def find_format(ending: str) -> Format | None:
    """Return the format with this ending."""
    return next((each for each in FORMATS if each.ending == ending), None)


def read_conversation(files: Mapping[str, bytes], *, turned: bool | None = None) -> Conversation:
    """
    Return what files say of a conversation, with notes on the rows that cannot be used.

    :param turned: whether −1 means agree; None to recognise it by the sums in the files
    :raises UnreadableConversation: if they hold no votes, or most rows of one fall out
    """
    plain = unpack(files)
    recognised = next(
        (each for each in FORMATS if any(each.recognises(data) for data in plain.values())), FORMATS[-1]
    )
    conversation = recognised.read(plain, turned=turned)
    names = ", ".join(plain) or "–"
    conversation.check_mostly_read()
    if not conversation.vote_count:
        raise UnreadableConversation(Fault.NO_VOTES, names)
    if conversation.vote_count > MOST_VOTES:
        raise UnreadableConversation(Fault.TOO_LARGE, names)
    return conversation
