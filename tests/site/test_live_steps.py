"""Live figures move in steps of five people, and hidden results are nowhere in what a browser is sent."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from skaala.workshops import operations, queries
from skaala.workshops.links.live import Audience
from skaala.workshops.presenters.frames import compose
from skaala.workshops.presenters.picture import show_picture
from tests.site.test_board import given_maija, keys_of_this_test  # noqa: F401  keys are not kept among ours
from tests.workshops.boards import NOW, a_board, a_statement, at, participants, votes

pytestmark = pytest.mark.django_db


def test_figures_of_a_statement_stay_until_five_more_people_have_voted_on_it(client):
    board = a_board(hides_results=False)
    home = given_maija(board, client)
    who = board.event.series.participants.get()
    statement, other = (
        a_statement(board, "Yhteinen hankinta säästää aikaa", who),
        a_statement(board, "Toinen asia tässä"),
    )
    for person in participants(board.event.series, 12):
        votes(board, person, statement, 1)
        votes(board, person, other, 1)

    def figures() -> list[object]:
        """All that phones, projector, organiser pages and own statements tell of statements."""
        picture = operations.analyse_board(board=board, now=NOW)
        live = client.get(f"{home}picture/").context["shown"]
        own = client.get(f"{home}mine/").context["own"]
        return [
            replace(live, made_at=NOW),
            replace(show_picture(board, queries.latest_picture(board)), made_at=NOW),
            [(one.statement, one.share, one.total) for one in own],
            queries.shown_tallies(board),
            picture.result["rankings"],
        ]

    before = figures()
    for person in participants(board.event.series, 4):
        votes(board, person, statement, -1)
        assert figures() == before
    board = at(board, "look")  # voting is over: fewer than five still leave it as it was
    assert figures() == before
    board = at(board, "weigh")
    votes(board, participants(board.event.series, 1)[0], statement, -1)
    assert figures() != before
    assert queries.shown_tallies(board)[statement.root_id] == (12, 5, 17)


@pytest.mark.parametrize("phase", ["gather", "weigh"])
def test_hidden_results_are_in_no_payload(phase, client):
    board = a_board(hides_results=True)
    home = given_maija(board, client)
    maija = board.event.series.participants.get()
    statement = a_statement(board, "Yhteinen hankinta säästää aikaa", maija)
    for number, person in enumerate(participants(board.event.series, 17)):
        votes(board, person, statement, 1 if number < 13 else -1)
    votes(board, maija, statement, 1)
    board = at(board, phase)
    operations.analyse_board(board=board, now=NOW)
    event = board.event
    # 14 of 18 agree: 78 %, a number that nothing else on these pages has.
    said = re.compile(
        r"\b78\s?%|\b14 (of|/) 18\b|\b(13|14)\b[^0-9]{1,20}\b(17|18)\b|\"(consensus|places|rankings)\""
    )
    pages = [home, *(f"{home}{page}/" for page in ("weigh", "statements", "mine"))]
    pages += [f"{home}statements/?q=hankinta", reverse("site:event", args=[event.series.slug, event.slug])]
    pages += [
        reverse(f"site:{name}", args=[event.series.slug])
        for name in ("series", "series-feed", "series-calendar")
    ]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert not said.search(answer.content.decode()), (page, said.search(answer.content.decode()))
    assert client.get(f"{home}picture/").status_code == 302
    for ending in ("json", "zip", "xlsx"):
        assert (
            client.get(
                f"{reverse('site:event', args=[event.series.slug, event.slug])}results/board.{ending}"
            ).status_code
            == 404
        )
    for audience in (Audience.PARTICIPANT, Audience.PROJECTOR):
        assert not any(said.search(frame.body) for frame in compose(board, audience))
    # The search would find it: once voting is over, the page says it.
    at(board, "look")
    assert "78%" in client.get(f"{home}picture/").content.decode()
