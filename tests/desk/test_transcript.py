"""After the call: a transcript is brought in, some sentences become statements, the rest goes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from skaala.reports.assembly.quotations import _where
from skaala.series.operations import personal_data
from skaala.workshops import operations
from skaala.workshops.models import Board, Candidate, Statement
from tests import cast
from tests.workshops.boards import a_board

pytestmark = pytest.mark.django_db(transaction=True)
VTT = """WEBVTT

00:00:03.120 --> 00:00:06.480
<v Maija Meikäläinen>Meiltä puuttuu aikaa selvittää, mitä naapurikunnassa on jo tehty.</v>

00:00:10.000 --> 00:00:11.000
<v Matti Malli>Yhteinen hankinta voisi auttaa pieniä kuntia, kuten Maija sanoi.</v>

00:00:12.000 --> 00:00:19.000
<v Matti Malli>Tänään oli mukana väkeä monesta kunnasta.</v>
"""


@pytest.fixture
def board() -> Board:
    series = cast.a_series()
    return a_board(cast.an_event(series), phase="closed")


def page(board: Board) -> str:
    return f"/en/desk/series/{board.event.series.slug}/events/{board.event.slug}/board/transcript/"


def bring_in(desk: Client, board: Board, content: str = VTT, **more: str):
    sent = {
        "action": "bring-in",
        "file": SimpleUploadedFile("call.vtt", content.encode()),
        "were_informed": "on",
    }
    return desk.post(page(board), {**sent, **more}, follow=True)


def test_sentences_become_statements_marked_by_where_they_come_from_and_only_those_ticked(desk, board):
    shown = bring_in(desk, board).content.decode()
    assert "3 sentences were found" in shown and "Maija" not in shown and "Matti" not in shown
    assert Statement.objects.count() == 0
    one, two = Candidate.objects.filter(is_likely=True)
    prompt = board.prompts.first()
    desk.post(page(board), {
        "action": "take", "prompt": prompt.pk, "candidate": [one.pk],
        f"text-{one.pk}": "Aikaa puuttuu", f"text-{two.pk}": "Tätä ei ole rastitettu",
    })  # fmt: skip
    made = Statement.objects.get()
    assert (made.text, made.source, made.author, made.prompt) == ("Aikaa puuttuu", "recording", None, prompt)
    assert _where(made, ["Workshop 1"]) == "Workshop 1, from the recording of the call"
    assert Candidate.objects.count() == 2
    desk.post(page(board), {"action": "drop"})
    assert not Candidate.objects.exists() and Statement.objects.count() == 1


def test_without_the_word_that_people_were_informed_nothing_is_read(desk, board):
    sent = {"action": "bring-in", "file": SimpleUploadedFile("call.vtt", VTT.encode())}
    answer = desk.post(page(board), sent)
    assert answer.status_code == 422 and "Tick this" in answer.content.decode()
    assert not Candidate.objects.exists()


def test_what_is_no_transcript_is_refused_and_leaves_what_was_there(desk, board):
    bring_in(desk, board)
    answer = bring_in(desk, board, "Kiitos kaikille")
    assert answer.status_code == 422 and "No sentences were found" in answer.content.decode()
    assert Candidate.objects.count() == 3


def test_what_cannot_be_a_statement_stays_with_the_reason_and_what_was_typed(desk, board):
    bring_in(desk, board)
    one = Candidate.objects.all()[0]
    typed = "pitkä " * 60
    answer = desk.post(page(board), {
        "action": "take", "prompt": board.prompts.first().pk, "candidate": [one.pk], f"text-{one.pk}": typed,
    })  # fmt: skip
    assert answer.status_code == 422 and typed.strip() in answer.content.decode()
    assert Candidate.objects.filter(pk=one.pk).exists() and not Statement.objects.exists()


def test_it_is_found_by_a_word_and_all_are_there(desk, board):
    bring_in(desk, board)
    assert desk.get(page(board)).content.decode().count("<textarea") == 2
    assert desk.get(f"{page(board)}?all").content.decode().count("<textarea") == 3
    assert desk.get(f"{page(board)}?search=hankinta").content.decode().count("<textarea") == 1


def test_what_nobody_took_goes_after_thirty_days_and_with_the_series(desk, board):
    bring_in(desk, board)
    now = timezone.now()
    sweep = personal_data.all_sweeps()["sentences_of_calls"]
    assert sweep(now + timedelta(days=29), False) == {"sentences_of_calls": 0}
    assert sweep(now + timedelta(days=32), True) == {"sentences_of_calls": 3}
    assert Candidate.objects.count() == 3
    sweep(now + timedelta(days=32), False)
    assert not Candidate.objects.exists()
    bring_in(desk, board)
    operations.forget(series=board.event.series, before=now + timedelta(days=4000))
    assert not Candidate.objects.exists()
