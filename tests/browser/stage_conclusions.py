"""What a workshop of the stage concluded, in words as long as people write them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from skaala.ui.texts import Texts

LONG = (
    "Kunnat perustavat yhteisen hankintarenkaan, jossa kokenut kunta opastaa kahta uutta, ja maakunnan liitto "
    "kokoaa sopimusmallit kaikkien käyttöön ennen seuraavaa talousarviokierrosta."
)
"""As long as rooms write."""


def conclusions(board: Any, now: datetime) -> dict[str, str]:
    """Three sentences: one with a unit, a day and what it rests on, one with neither, and one with a word that is too long."""
    from skaala.workshops import operations
    from skaala.workshops.models import Conclusion, Note
    from tests.browser.stage_boards import LONG_WORD

    statements = list(board.statements.filter(state="shown").values_list("pk", flat=True)[:3])
    notes = list(Note.objects.filter(group__board=board).values_list("pk", flat=True)[:2])
    made = [
        operations.save_conclusion(
            conclusion=Conclusion(board=board, text=Texts(fi=text), unit=unit, due=due),
            statements=statements,
            notes=notes,
            now=now,
        )
        for text, unit, due in (
            (LONG, "Pirkanmaan liitto", (now + timedelta(days=90)).date()),
            ("Ensimmäinen kokous pidetään heti, eikä odoteta kaikkien päätöksiä.", "", None),
            (f"Jaetaan {LONG_WORD} kaikille.", LONG_WORD, None),
        )
    ]
    return {"conclusion": str(made[0].pk)}


def a_room_that_concludes(now: datetime) -> dict[str, Any]:
    """A closing event's board in the phase of concluding, with Sanni, who looks at it on a phone."""
    from skaala.workshops import operations
    from skaala.workshops.links.invitation import make_token as make_link
    from skaala.workshops.models import Note
    from tests import cast
    from tests.browser.stage_boards import LONG_WORD, cookies
    from tests.workshops.boards import a_board, at

    series = cast.a_series("sovittu")
    event = cast.a_closing_event(series, now=now)
    board = a_board(event, prompt_set="closing")
    sanni = cast.a_registration(series, event, now=now, name="Sanni Sopija", email="sanni@example.org")
    key = cast.a_key(sanni)
    operations.enter(board=board, key=key, chosen=operations.Chosen("receiver"), now=now)
    for prompt in board.prompts.all():
        text = f"Kunnat sopivat yhdessä, mitä {LONG_WORD} tekee\nKokeillaan ensin kahdessa kunnassa"
        operations.seed_statements(board=board, prompt_id=prompt.pk, text=text, now=now)
    operations.split_room(board=board, count=2, way="chosen", names=["Talous", LONG_WORD])
    for group in board.small_groups.all():
        Note.objects.create(group=group, number=1, text=f"Sovittiin: {LONG_WORD}")
    board.refresh_from_db()
    operations.bring_together(board=board)
    board.refresh_from_db()
    board = at(board, "conclude")
    candidates(board, now)
    return {
        "concluded_code": board.code,
        "concluded_board": f"/desk/series/sovittu/events/{event.slug}/board",
        "concluded_lead": make_link(operations.invite(board=board, label="Päätelmien vetäjä", now=now)),
        **cookies(series, {"sanni": key}),
        **conclusions(board, now),
    }


def candidates(board: Any, now: datetime) -> None:
    """What a transcript left: more than one page of sentences, a long word and a telephone number among them."""
    from skaala.workshops.models import Candidate
    from tests.browser.stage_boards import LONG_WORD

    texts = [f"Meillä pitäisi olla {LONG_WORD} kaikille pienille kunnille", "Soittakaa numeroon 040 123 4567"]
    texts += [f"Pienet kunnat tarvitsevat apua hankinnoissa, kohta {number}" for number in range(45)]
    Candidate.objects.bulk_create(
        Candidate(board=board, number=number, text=text, is_likely=number > 2, brought_in_on=now.date())
        for number, text in enumerate(texts, start=1)
    )


def a_word_from_the_hall(board: Any, step: Any, now: datetime) -> str:
    """The link of an organisation that takes part in a next step without a registration."""
    from skaala.places.models import Municipality
    from skaala.reports.commitments.links import make_token
    from skaala.reports.commitments.operations import commit_from_hall
    from tests.browser.stage_boards import LONG_WORD

    said = commit_from_hall(
        board=board,
        statement_id=step.pk,
        role="takes_part",
        name=f"{LONG_WORD} ry",
        municipality=Municipality.objects.get(code="837"),
        consents=True,
        now=now,
    )
    return make_token(said)
