"""Quick questions on a participant's pages, by plain forms alone."""

from __future__ import annotations

import re

import pytest

from skaala.ui.texts import Texts
from skaala.workshops import operations
from skaala.workshops.models import Poll, PollAnswer, PollText
from tests.site.test_board import given_maija, h1_of
from tests.workshops.boards import NOW, a_board, a_participant, participants

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


@pytest.fixture
def board():
    return a_board()


def asked(board, kind, *options, hidden=False) -> Poll:
    poll = Poll(board=board, kind=kind, question=Texts(en="What now?"), hides_until_closed=hidden)
    operations.save_poll(poll=poll, options=[Texts(en=one) for one in options])
    return operations.open_poll(board=board, poll_id=poll.pk)


def test_the_first_page_asks_the_open_question_before_all_else_and_others_lead_to_it(board, client):
    home = given_maija(board, client)
    assert "Quick question" not in client.get(home).content.decode()
    poll = asked(board, "choice", "Tea", "Work")
    page = client.get(home).content.decode()
    assert page.index("What now?") < page.index('class="board-ask"')
    assert f'href="{home}questions/"' in client.get(f"{home}statements/").content.decode()
    keys = re.findall(r'name="chosen" value="([^"]+)"', page)
    answer = client.post(f"{home}questions/", {"poll": poll.pk, "chosen": keys[1]})
    assert answer["Location"] == f"{home}questions/?done=chosen#question-{poll.number}"
    assert str(PollAnswer.objects.get().option) == "Work"
    assert "What now?" not in client.get(home).content.decode()
    shown = client.get(f"{home}questions/").content.decode()
    assert "You can still change your answer" in shown and "at least five people" in shown


def test_hidden_answers_are_on_no_page_until_the_question_is_closed(board, client):
    home = given_maija(board, client)
    poll = asked(board, "choice", "Tea", "Work", hidden=True)
    option = str(poll.options.first().pk)
    for who in participants(board.event.series, 12):
        operations.choose_answer(board=board, participant=who, poll_id=poll.pk, chosen=option)
    client.post(f"{home}questions/", {"poll": poll.pk, "chosen": option})
    assert "%" not in re.sub(r"<script.*?</script>", "", client.get(f"{home}questions/").content.decode())
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    page = client.get(f"{home}questions/").content.decode()
    assert "100 % (13 people)" in page and 'name="chosen"' not in page


def test_a_word_is_sent_and_a_held_one_says_why(board, client):
    home = given_maija(board, client)
    poll = asked(board, "words")
    assert client.post(f"{home}questions/", {"poll": poll.pk, "text": "…"}).status_code == 422
    sent = client.post(f"{home}questions/", {"poll": poll.pk, "text": "trust"})
    assert "?done=shown" in sent["Location"]
    assert "trust" in client.get(f"{home}questions/").content.decode()
    held = client.post(f"{home}questions/", {"poll": poll.pk, "text": "040 123 4567"}, follow=True)
    assert "phone number" in held.content.decode()
    assert PollText.objects.get(text="trust").language
    assert [one["text"] for one in _own(client, board)["quick_questions"] if "text" in one] == []
    assert [one["answer"] for one in _own(client, board)["quick_questions"]] == ["trust", "040 123 4567"]


def _own(client, board) -> dict:
    return client.get(f"/en/workspaces/{board.event.series.slug}/data.json").json()["boards"][0]


def test_others_answers_are_upvoted_and_the_vote_is_taken_back(board, client):
    home = given_maija(board, client)
    poll = asked(board, "open")
    other = a_participant(board.event.series)
    text = operations.write_poll_text(board=board, participant=other, poll_id=poll.pk, text="Who pays?")
    client.post(f"{home}questions/", {"upvote": text.pk})
    page = client.get(f"{home}questions/").content.decode()
    assert text.upvotes.count() == 1 and f'name="no-upvote" value="{text.pk}"' in page
    client.post(f"{home}questions/", {"no-upvote": text.pk})
    assert text.upvotes.count() == 0
    assert client.post(f"{home}questions/", {"upvote": "x"}).status_code == 409


def test_without_questions_the_page_leads_to_the_workspace(board, client):
    home = given_maija(board, client)
    assert client.get(f"{home}questions/")["Location"] == home
    poll = asked(board, "scale")
    operations.close_poll(board=board, poll_id=poll.pk, now=NOW)
    assert h1_of(client.get(f"{home}questions/")) == "Quick questions"
    refused = client.post(f"{home}questions/", {"poll": poll.pk, "chosen": "3"})
    assert refused.status_code == 409 and "not open now" in refused.content.decode()
