"""The closing event's first page: marking three next steps, and the way to taking part."""

from __future__ import annotations

import pytest
from django.utils import timezone

from skaala.workshops import operations
from skaala.workshops.models import Importance
from tests import cast
from tests.site.test_board import given_maija
from tests.workshops.boards import NOW, a_board, at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


def test_three_next_steps_are_marked_on_the_first_page(client):
    event = cast.a_closing_event(cast.a_series(), now=NOW)
    board = at(a_board(event, prompt_set="closing"), "weigh")
    home = given_maija(board, client)
    assert "Mark the three" not in client.get(home).content.decode()
    prompt = next(one for one in board.prompts.all() if one.kind == "next_step")
    lines = "Sovitaan yhteisestä hankinnasta\nNimetään vastuuhenkilö\nJaetaan mallipohjat\nTavataan syksyllä"
    steps = operations.seed_statements(board=board, prompt_id=prompt.pk, text=lines, now=timezone.now()).made
    page = client.get(home).content.decode()
    assert page.index("Mark the three next steps") < page.index('class="ballot"')
    assert f'href="{home}together/"' in page and "You have marked 0 of 3." in page
    for step in steps[:3]:
        answer = client.post(f"{home}act/", {"statement": step.pk, "action": "mark", "from": "begin"})
        assert answer["Location"] == f"{home}#s-{step.pk}"
    page = client.get(home).content.decode()
    assert (
        "You have marked 3 of 3." in page and page.count('value="unmark"') == 3 and 'value="mark"' not in page
    )
    client.post(f"{home}act/", {"statement": steps[0].pk, "action": "unmark", "from": "begin"})
    assert Importance.objects.count() == 2
    at(board, "look")
    assert "Mark the three" not in client.get(home).content.decode()
