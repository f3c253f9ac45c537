"""The public Polis set: CSV files, packed or not, as Polis exports them; described in docs/board-files.md."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from skaala.tables.packages import without_clock
from skaala.tables.writing import csv_for_programs
from skaala.workshops.formats.conversation import Conversation
from skaala.workshops.formats.files import tables_of
from skaala.workshops.formats.polis_reading import read_set
from skaala.workshops.formats.polis_writing import tables

READ_ME = """Votes of a workshop's board in the public Polis export format.

comments.csv            the statements; moderated: 1 shown, 0 not looked at, -1 hidden
votes.csv               a row per vote; the last of a voter on a comment counts
                        Rows give exact counts, and whoever knows some of a person's votes can find that row and the others in it.
participants-votes.csv  a row per participant, a column per comment; group-id where groups are separate
summary.csv             what the board was
quick-questions.csv     quick questions beside the statements, where there were any: a row per answer; numbers from ten people
perspectives.csv        the perspective of each participant, where at least five share it; empty in a public set

1 is agree, -1 is disagree, 0 is pass; an empty cell is no vote.

Ids say nothing: participants are numbered from 0, in no order that means anything. An author-id that is no participant
is somebody who wrote and did not vote; the highest one is the workshop itself, also where authors are not told.
Times say nothing: they increase from vote to vote, so that of two votes the later counts, and begin in 1970 so that
nobody takes them for times. They keep the order of one participant's votes, and no order between participants.

`skaala groups participants-votes.csv --comments comments.csv` finds the groups again.
"""


def read(files: Mapping[str, bytes], *, turned: bool | None = None) -> Conversation:
    """
    Return the conversation of a Polis set: of its CSV files, of sheets with the same columns, or of both.

    :param turned: whether −1 means agree; None to recognise it by the sums in the files
    :raises UnreadableConversation: if a file is none of such a set
    """
    return read_set(tables_of(files), turned=turned)


def write(conversation: Conversation) -> bytes:
    """Return the set as one ZIP file; the same set gives the same bytes."""
    with io.BytesIO() as packed:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files_of(conversation).items():
                archive.writestr(name, text)
        return without_clock(packed.getvalue())


READ_ME_COUNTS = """What the votes of a workshop say, statement by statement, in the columns of the public Polis export format.

comments.csv  the shown statements: agrees and disagrees from ten voters; under ten the column most says what most of them say
summary.csv   what the board was: how many voted, on how many statements, how many votes
quick-questions.csv  quick questions beside the statements, where there were any: a row per answer; numbers from ten people

There is no row a person. Times say nothing: they tell the order of the statements, and begin in 1970.
"""


def files_of(conversation: Conversation) -> dict[str, str]:
    """Return the files of the set by name."""
    return {"README.txt": READ_ME if conversation.counts is None else READ_ME_COUNTS} | {
        f"{kind.value}.csv": csv_for_programs(rows) for kind, rows in tables(conversation).items()
    }
