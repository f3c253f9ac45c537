"""Concluding: the facilitator picks and writes, the room's screen and phones show it, and files and the report have it."""

from __future__ import annotations

import json
import random
import uuid
from datetime import date

import pytest
from click.testing import CliRunner
from django.utils import translation

from skaala.config.commands import report as command
from skaala.reports import operations as reports
from skaala.reports.assembly.builder import build_contents
from skaala.reports.models import Finding
from skaala.ui.texts import Texts
from skaala.workshops import operations, queries
from skaala.workshops.formats import FORMATS
from skaala.workshops.links.live import Audience
from skaala.workshops.models import Board, Conclusion, Note, Statement
from skaala.workshops.presenters.conclusions import show_conclusions
from skaala.workshops.presenters.frames import open_stream
from skaala.workshops.rules import Refusal
from tests import cast
from tests.desk.browser import typed
from tests.reports.voted import a_voted_series
from tests.site.test_board import given_maija
from tests.workshops.boards import NOW, a_board, a_statement, at, refused

HOME = "/en/desk/series/spring/events/workshop-1/board/"
ASKED = "Buy together in 2027"


@pytest.fixture
def board(db):
    return a_board(cast.an_event(cast.a_series(), perspective="network"))


def a_note(board: Board, text: str = "Kolme kuntaa aloittaa") -> Note:
    operations.split_room(board=board, count=2, way="chosen")
    group = board.small_groups.earliest("number")
    note = Note.objects.create(group=group, number=1, text=text)
    operations.bring_together(board=Board.objects.get(pk=board.pk))
    return note


def concluded(
    board: Board, text: str = ASKED, *, unit: str = "", due: date | None = None, **rests_on
) -> Conclusion:
    conclusion = Conclusion(board=board, text=Texts(en=text), unit=unit, due=due)
    return operations.save_conclusion(conclusion=conclusion, now=NOW, **rests_on)


def test_the_facilitator_picks_and_writes_and_the_room_sees_it(desk, board):
    statement, note = a_statement(board), a_note(board)
    board = at(Board.objects.get(pk=board.pk), "conclude")
    page = desk.get(f"{HOME}conclude/")
    sent = typed(page.context["form"]) | {
        "text_en": ASKED,
        "unit": "The region",
        "due": "2027-02-01",
        "statements": [str(statement.pk)],
        "notes": [str(note.pk)],
    }
    assert desk.post(f"{HOME}conclude/", sent)["Location"] == f"{HOME}conclude/"
    one = Conclusion.objects.get()
    assert (one.unit, one.due, list(one.statements.all()), list(one.notes.all())) == (
        "The region",
        date(2027, 2, 1),
        [statement],
        [note],
    )
    screen = desk.get(f"{HOME}projector/").content.decode()
    assert "What we concluded" in screen and ASKED in screen and "The region" in screen
    changed = desk.get(f"{HOME}conclude/{one.pk}/")
    assert 'name="opened_with"' in changed.content.decode()
    sent = typed(changed.context["form"]) | {"text_en": "Buy together soon", "statements": []}
    desk.post(f"{HOME}conclude/{one.pk}/", sent)
    one.refresh_from_db()
    assert (one.text.get("en"), one.statements.count(), one.number) == ("Buy together soon", 0, 1)
    desk.post(f"{HOME}conclude/{one.pk}/", {"action": "remove"})
    assert not Conclusion.objects.exists()


def test_conclusions_are_moved_and_everybody_sees_their_order(desk, client, board):
    """In the list of the facilitator, on phones, in files, in the report's findings and on the public page of the results."""
    first, second, third = (concluded(board, text) for text in ("Buy together", "Meet twice", "Ask again"))
    page = desk.get(f"{HOME}conclude/").content.decode()
    assert (page.count('value="up"'), page.count('value="down"')) == (2, 2)
    answer = desk.post(f"{HOME}conclude/{third.pk}/", {"action": "up"})
    assert answer["Location"] == f"{HOME}conclude/#conclusion-{third.pk.hex}"
    desk.post(f"{HOME}conclude/{third.pk}/", {"action": "up"})
    for at_the_end in (
        desk.post(f"{HOME}conclude/{third.pk}/", {"action": "up"}),
    ):  # nothing is before the first
        assert at_the_end.status_code == 302
    desk.post(f"{HOME}conclude/{first.pk}/", {"action": "down"})
    order = [third, second, first]
    assert list(board.conclusions.all()) == order
    assert list(board.conclusions.values_list("number", flat=True)) == [1, 2, 3]
    assert not operations.move_conclusion(board=board, conclusion_id=uuid.uuid4(), up=True)
    board = at(Board.objects.get(pk=board.pk), "conclude")
    address = "/en/series/spring/workshop-1/results/"
    assert client.get(address).status_code == 404
    operations.publish_results(board=board, now=NOW)
    seen = client.get(address).content.decode()
    assert "What the workshop concluded" in seen
    places = [seen.index(str(one.text)) for one in order]
    assert places == sorted(places)


def test_before_the_room_concludes_only_the_facilitator_sees_it(desk, board):
    concluded(board)
    assert ASKED in desk.get(f"{HOME}conclude/").content.decode()
    assert "only you see this yet" in desk.get(f"{HOME}conclude/").content.decode()
    at(board, "look")
    assert ASKED not in desk.get(f"{HOME}projector/").content.decode()


def test_phones_hear_of_a_new_conclusion(board):
    def beside() -> str:
        return json.loads(open_stream(board, audience=Audience.PARTICIPANT, who="x").state)["beside"]

    before = beside()
    one = concluded(board, statements=[])
    shown = beside()
    operations.save_conclusion(conclusion=one, statements=[a_statement(board).pk], now=NOW)
    assert len({before, shown, beside()}) == 3


def test_a_statement_that_was_merged_stands_for_the_one_that_stayed_and_a_hidden_one_for_none(board):
    kept, gone, hidden = (
        a_statement(board, f"Hankinta numero {name}") for name in ("yksi", "kaksi", "kolme")
    )
    concluded(board, statements=[gone.pk, kept.pk, hidden.pk])
    operations.merge_statements(board=board, duplicate_id=gone.pk, into_id=kept.pk, now=NOW)
    operations.set_shown(board=board, statement_id=hidden.pk, is_shown=False, now=NOW)
    with translation.override("en"):
        assert show_conclusions(board)[0].statements == [Statement.objects.get(pk=kept.pk)]


def test_there_is_an_end_to_conclusions_and_a_rehearsal_takes_them_along(board):
    operations.begin_rehearsal(board=at(board, "set_up"))
    board = at(Board.objects.get(pk=board.pk), "conclude")
    for number in range(40):
        concluded(board, f"No. {number}")
    with refused(Refusal.TOO_MANY_CONCLUSIONS):
        concluded(board)
    operations.wipe_rehearsal(board=board)
    assert not Conclusion.objects.exists()


def test_files_have_what_was_concluded_once_the_room_concludes(board):
    statement = a_statement(board)
    concluded(board, unit="The region", due=date(2027, 2, 1), statements=[statement.pk])
    for phase, number in (("weigh", 0), ("conclude", 1)):
        board = at(board, phase)
        found = queries.conversation_of(board, for_public=False, chance=random.Random(1))
        assert len(found.conclusions) == number
        for form in FORMATS:
            assert form.write(found)
    document = json.loads(next(one for one in FORMATS if one.ending == "json").write(found))
    assert document["conclusions"] == [
        {
            "text": {"en": ASKED},
            "unit": "The region",
            "due": "2027-02-01",
            "statements": [statement.number],
            "notes": [],
        }
    ]


def test_the_report_says_that_it_was_concluded_in_the_room_and_leads_to_the_votes(db, monkeypatch):
    monkeypatch.setattr(command, "_prepare", lambda: None)
    series, board = a_voted_series()
    statement = board.statements.get(number=1)
    note = a_note(board, "Hankintarengas 12 kunnalle")
    board = at(Board.objects.get(pk=board.pk), "conclude")
    step = concluded(
        board, "Buy together in 2027", unit="Unit 77", due=date(2027, 2, 1), statements=[statement.pk]
    )
    concluded(board, "44 towns are enough", notes=[note.pk])
    report = reports.draft_report(series=series, now=NOW)
    found = {one.title.get("en"): one for one in report.findings.filter(drafted_as__startswith="conclusion:")}
    assert {one.kind for one in found.values()} == {Finding.Kind.NEXT_STEP, Finding.Kind.CONCLUSION}
    assert (found[ASKED].organisation, found[ASKED].due) == ("Unit 77", date(2027, 2, 1))
    contents = build_contents(report, "en", now=NOW)
    entries = {entry.title: entry for section in contents.sections for entry in section.entries}
    assert entries[ASKED].source.startswith("Concluded in the room: ")
    assert entries[ASKED].quotes[0].text == statement.text and entries[ASKED].charts[0].figures[0].votes == 33
    assert "“Hankintarengas 12 kunnalle”" in entries["44 towns are enough"].paragraphs[0]
    assert [section.key for section in contents.sections].index("conclusion") < [
        section.key for section in contents.sections
    ].index("next_step")
    reports.set_published(findings=report.findings.all(), is_published=True)
    reports.publish_report(report=report, with_untranslated=True, now=NOW)
    outcome = CliRunner().invoke(command.command, ["verify", "spring"])
    assert outcome.exit_code == 0, outcome.output

    # What the room changes later is in the draft at once; what somebody has written in the report stays.
    step.unit = "Unit 78"
    operations.save_conclusion(conclusion=step, statements=[], now=NOW)
    reports.renew_concluded(series=series)
    again = Finding.objects.get(pk=found[ASKED].pk)
    assert (again.organisation, again.shares, again.supporting_statements.count()) == ("Unit 78", [], 0)
    again.organisation = "The ministry"
    again.save()
    step.unit = "Unit 79"
    operations.save_conclusion(conclusion=step, now=NOW)
    reports.renew_concluded(series=series)
    assert Finding.objects.get(pk=again.pk).organisation == "The ministry"
    operations.remove_conclusion(board=board, conclusion_id=Conclusion.objects.get(number=2).pk)
    reports.renew_concluded(series=series)
    assert not report.findings.filter(kind=Finding.Kind.CONCLUSION).exists()
    assert report.findings.filter(drafted_as__startswith="shared").exists() or report.findings.count() > 1


def test_a_phone_shows_what_was_concluded(client, board, settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"
    home = given_maija(board, client)
    concluded(board, unit="The region")
    at(board, "look")
    assert ASKED not in client.get(home).content.decode()
    at(Board.objects.get(pk=board.pk), "conclude")
    page = client.get(home).content.decode()
    assert ASKED in page and "The region" in page and "data-live-beside" in page
