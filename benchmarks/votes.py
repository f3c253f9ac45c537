"""Whether votes that were acknowledged are in the tables, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import psycopg

VALUES = {"agree": 1, "disagree": -1, "pass": 0}


def votes_kept(database_url: str, board: int, taken: Iterable[Sequence[str]]) -> dict[str, int]:
    """
    Compare what was acknowledged with what the tables hold.

    :param taken: participant, statement and what was pressed, of each acknowledged vote
    """
    with psycopg.connect(database_url) as connection:
        current = {
            (str(who), str(root)): value
            for who, root, value in connection.execute(
                "SELECT participant_id, root_id, value FROM workshops_currentvote"
            )
        }
        rows = connection.execute(
            "SELECT count(*) - count(DISTINCT (participant_id, root_id)) FROM workshops_vote WHERE board_id = %s",
            [board],
        ).fetchone()
    acknowledged = list(taken)
    lost = sum(current.get((who, statement)) != VALUES[pressed] for who, statement, pressed in acknowledged)
    return {"votes_taken": len(acknowledged), "lost_votes": lost, "doubled_votes": rows[0] if rows else 0}
