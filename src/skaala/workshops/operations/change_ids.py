"""Writing other participant ids into analyses, which hold those of the votes they were made of."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from skaala.workshops.models import Board, Picture
from skaala.workshops.rules import Ballots


def change_ids(boards: Iterable[Board], ids: Mapping[uuid.UUID, uuid.UUID]) -> None:
    """
    Put other ids in place of ``ids`` in the analyses of ``boards``: figures stay, and the old ids lead nowhere any more.

    Within the caller's transaction, which changes the ids everywhere else.
    """
    new = {str(old): str(one) for old, one in ids.items()}
    # Only the latest analysis of a board tells of single participants.
    for picture in Picture.objects.filter(board__in=list(boards)).exclude(ballots=None):
        ballots = Ballots.unpacked(bytes(picture.ballots or b""))
        everybody = {who for given in ballots.votes.values() for who in given} | set(ballots.perspectives)
        picture.ballots = ballots.under_ids({who: new.get(who, who) for who in everybody}).packed()
        result = dict(picture.result)
        for name in ("members", "places"):
            if name in result:
                result[name] = _under_ids(result[name], new)
        if "remembered" in result:
            result["remembered"] = {
                **result["remembered"],
                "groups": _under_ids(result["remembered"]["groups"], new),
            }
        picture.result = result
        picture.save(update_fields=["ballots", "result"])


def _under_ids(part: Mapping[str, object], new: Mapping[str, str]) -> dict[str, object]:
    changed = {new.get(who, who): value for who, value in part.items()}
    return dict(sorted(changed.items()))  # an order of random ids says nothing
