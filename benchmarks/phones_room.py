"""Makes the workshop that the phones of `skaala bench room` play, and leads it on; run as a process of its own, prints JSON."""

from __future__ import annotations

import json
import sys
import uuid

STEMS = ("Yhteinen hankinta säästää aikaa", "Tukea saa liian myöhään", "Naapurin malli kelpaa sellaisenaan")


def main() -> None:
    """With a number of statements and of phones: print what phones need. With a phase alone: lead the workshop on to it."""
    from skaala.config import environment

    environment.set_up()
    from django.urls import reverse
    from django.utils import timezone, translation

    from skaala.series.models import Series
    from skaala.workshops.models import Board
    from skaala.workshops.operations import BoardSettings, move_phase, seed_statements, set_up_board

    now = timezone.now()
    series = Series.objects.exclude(copied_from=None).get()
    if len(sys.argv) == 2:
        board = Board.objects.get(event__series=series)
        move_phase(board=board, to=sys.argv[1], version=board.version, now=now)
        return
    statements, phones = int(sys.argv[1]), int(sys.argv[2])
    event = series.events.order_by("start").first()
    assert event is not None
    board = set_up_board(
        event=event,
        prompt_set="plain",
        settings=BoardSettings(confirms_guests=False, guest_extra=phones + 10),
    )
    board = move_phase(board=board, to="gather", version=board.version, now=now)
    prompt = board.prompts.first()
    assert prompt is not None
    lines = "\n".join(f"{STEMS[number % 3]} tavalla {uuid.uuid4().hex}" for number in range(statements))
    made = seed_statements(board=board, prompt_id=prompt.pk, text=lines, now=now).made
    with translation.override("fi"):
        json.dump(
            {
                "board": board.pk,
                "code": board.code,
                "join": reverse("site:board-join"),
                "write": reverse("site:board-write", args=[board.code, prompt.pk]),
                "weigh": reverse("site:board-weigh", args=[board.code]),
                "act": reverse("site:board-act", args=[board.code]),
                "look": reverse("site:board-picture", args=[board.code]),
                "statements": len(made),
            },
            sys.stdout,
        )


if __name__ == "__main__":
    main()
