"""Makes a board with guests and statements for the bench of live streams; run as a process of its own, prints JSON."""

from __future__ import annotations

import json
import sys
import uuid

PEOPLE, STATEMENTS = 300, 80
STEMS = ("Yhteinen hankinta säästää aikaa", "Tukea saa liian myöhään", "Naapurin malli kelpaa sellaisenaan")


def main() -> None:
    """Print what the participants and the streams of the bench need."""
    from skaala.config import environment

    environment.set_up()
    from django.urls import reverse
    from django.utils import timezone, translation

    from skaala.registration.rules import workspace_key
    from skaala.series.models import Series
    from skaala.site.board.views.workspace_cookie import cookie_name
    from skaala.workshops.links.live import Audience, make_pass
    from skaala.workshops.models import Admission, Board, Participant
    from skaala.workshops.operations import move_phase, seed_statements, set_up_board

    streams = int(sys.argv[1])
    now = timezone.now()
    series = Series.objects.exclude(copied_from=None).get()
    event = next(event for event in series.events.all() if not Board.objects.filter(event=event).exists())
    board = set_up_board(event=event, prompt_set="plain")
    board = move_phase(board=board, to="gather", version=board.version, now=now)
    prompt = board.prompts.first()
    assert prompt is not None
    lines = "\n".join(f"{STEMS[number % 3]} tavalla {uuid.uuid4().hex}" for number in range(STATEMENTS))
    seeded = seed_statements(board=board, prompt_id=prompt.pk, text=lines, now=now)
    keys = [workspace_key.new_key() for _ in range(PEOPLE)]
    people = [
        Participant(
            pk=workspace_key.participant_of(key),
            series=series,
            perspective="receiver",
            is_guest=True,
            joined_on=now.date(),
        )
        for key in keys
    ]
    Participant.objects.bulk_create(people)
    Admission.objects.bulk_create(
        Admission(board=board, participant=one, state=Admission.State.ADMITTED, mark="B") for one in people
    )
    board.refresh_from_db()
    cookies = {
        str(one.pk): f"{cookie_name(series)}={workspace_key.as_text(key)}"
        for one, key in zip(people, keys, strict=True)
    }

    def path(page: str, *parts: object) -> str:
        with translation.override("fi"):
            return reverse(f"site:board-{page}", args=[board.code, *parts])

    def stream(audience: Audience, who: str) -> str:
        return "/live/" + make_pass(board, language="fi", audience=audience, who=who)

    json.dump(
        {
            "board": board.pk,
            "act": path("act"),
            "write": path("write", prompt.pk),
            "first_number": board.statement_count + 1,
            "cookies": cookies,
            "people": list(cookies),
            "statements": [str(one.pk) for one in seeded.made],
            "participant_streams": [stream(Audience.PARTICIPANT, f"b{number}") for number in range(streams)],
            "other_streams": [stream(Audience.PROJECTOR, "p"), stream(Audience.FACILITATOR, "f")],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
