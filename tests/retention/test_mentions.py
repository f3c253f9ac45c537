"""Before people are forgotten, texts that name them are shown to the organiser; what was not ticked is masked that night."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest

from skaala.registration.models import Registration
from skaala.reports import operations as reports
from skaala.series.models import Series, Update
from skaala.series.operations import forget_due
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, Frame, KeptMention, Note, Statement, Translation
from skaala.workshops.operations import analyse_board, publish_results, set_translations
from skaala.workshops.operations.mask_mentions import choose_what_stays, mask_mentions
from skaala.workshops.queries.mentions import mentions
from tests import cast
from tests.reports.voted import a_voted_series
from tests.workshops.boards import NOW, a_board, a_statement, at

pytestmark = pytest.mark.django_db

SAID = "Kysykää Maija Mayorilta, hän tietää"
WITHOUT = "Kysykää […], hän tietää"


@pytest.fixture
def board(settings, tmp_path) -> Board:
    settings.DATA_DIR = settings.SERIES_KEYS_DIR = tmp_path
    board = a_board()
    cast.a_registration(board.event.series)
    return board


@pytest.fixture
def series(board) -> Series:
    return board.event.series


def night(series: Series) -> None:
    """The night after the series' day."""
    forget_due(now=series.events.get().end + timedelta(days=400))


def test_statements_translations_notes_and_news_are_masked_on_the_day(board, series):
    statement = a_statement(board, SAID)
    set_translations(board=board, statement_id=statement.pk, texts={"sv": "Fråga Maija Mayor, hon vet"})
    update = Update.objects.create(
        series=series,
        title=Texts(fi="Maija Mayor puhuu", en="A talk"),
        body=Texts(fi="Tervetuloa, maija@example.org", en="Call 09 771 2000"),
        published_at=NOW,
    )
    Frame.objects.create(board=board, audience="participant", language="fi", identity="1", body=SAID)
    night(series)
    assert not Registration.objects.exists()
    assert Statement.objects.get(pk=statement.pk).text == WITHOUT
    assert Translation.objects.get().text == "Fråga […], hon vet"
    update.refresh_from_db()
    assert update.title.as_dict() == {"fi": "[…] puhuu", "en": "A talk"}
    # The number is the organiser's own: nobody who registered has it.
    assert update.body.as_dict() == {"fi": "Tervetuloa, […]", "en": "Call 09 771 2000"}
    assert not Frame.objects.exists()
    assert series.retention_reports.get().removed["masked_texts"] == 4


def test_notes_of_groups_are_masked(board, series):
    group = board.small_groups.create(round=1, number=1)
    Note.objects.create(group=group, number=1, text="Soitetaan: 040 123 4567")
    night(series)
    assert Note.objects.get().text == "Soitetaan: […]"


def test_what_somebody_ticked_stays(board, series):
    a_statement(board, SAID)
    a_statement(board, "Maija Mayor puhuu viisaasti asiasta")
    stays = next(each.digest for each in mentions(series) if each.text == SAID)
    choose_what_stays(series=series, stays=[stays, "made up"])
    assert KeptMention.objects.get().digest == stays
    night(series)
    assert set(Statement.objects.values_list("text", flat=True)) == {SAID, "[…] puhuu viisaasti asiasta"}
    assert not KeptMention.objects.exists()


def test_a_text_that_was_ticked_is_looked_at_anew_when_it_names_somebody_else_too(board, series):
    a_statement(board, "Maija Mayor ja Pekka Pioneer tietävät")
    choose_what_stays(series=series, stays=[each.digest for each in mentions(series)])
    assert [each.stays for each in mentions(series)] == [True]
    cast.a_registration(series, email="pekka@example.org", name="Pekka Pioneer")
    assert [each.stays for each in mentions(series)] == [False]


def test_a_text_carried_over_is_shown_once_and_masked_everywhere(board, series):
    statement = a_statement(board, SAID)
    other = a_board(cast.an_event(series, 2))
    copy = Statement.objects.create(
        board=other,
        prompt=other.prompts.first(),
        root_id=statement.root_id,
        number=1,
        text=SAID,
        language="fi",
        carried_from=statement,
        written_on=NOW.date(),
    )
    (found,) = mentions(series)
    assert [where.row.pk for where in found.where] == [statement.pk, copy.pk]
    mask_mentions(series=series)
    assert set(Statement.objects.values_list("text", flat=True)) == {WITHOUT}


def test_published_files_and_report_follow(settings, tmp_path):
    settings.DATA_DIR = settings.SERIES_KEYS_DIR = tmp_path
    series, board = a_voted_series()
    named = board.statements.filter(state="shown").order_by("number").first()
    Statement.objects.filter(pk=named.pk).update(text=SAID)
    board = at(board, "conclude")
    analyse_board(board=board, now=NOW)
    publish_results(board=board, now=NOW)
    report = reports.draft_report(series=series, now=NOW)
    reports.set_published(findings=report.findings.all(), is_published=True)
    version = reports.publish_report(report=report, with_untranslated=True, now=NOW)
    before = board.publication.ballots
    assert holds(board, "Mayor") and "Mayor" in str(version.contents)
    cast.a_registration(series, series.events.get(), now=series.events.get().start - timedelta(days=20))
    night(series)
    board.publication.refresh_from_db()
    assert not holds(board, "Mayor") and holds(board, "tietää")
    assert bytes(board.publication.ballots) == bytes(before)
    version.refresh_from_db()
    assert version.is_replaced and not version.appendices.exists()
    latest = report.versions.first()
    assert latest.number == 2 and WITHOUT in str(latest.contents) and "Mayor" not in str(latest.contents)
    assert "Mayor" not in str([(f.facts, f.title, f.text) for f in report.findings.all()])


def holds(board: Board, word: str) -> bool:
    """Whether any of the board's published files has ``word`` in it."""
    for file in board.publication.files.all():
        content = bytes(file.content)
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                content = b"".join(archive.read(name) for name in archive.namelist())
        if word in content.decode(errors="ignore"):
            return True
    return False


def test_the_organiser_sees_what_will_be_masked_and_ticks_what_stays(client, board, series):
    cast.signs_in(client, cast.an_organiser())
    path = f"/en/desk/series/{series.slug}/data-protection/names/"
    assert "No text names anybody" in client.get(path).content.decode()
    a_statement(board, SAID)
    page = client.get(path).content.decode()
    assert "<mark>Maija Mayorilta</mark>" in page and "checked" not in page.partition("statement-list")[2]
    (found,) = mentions(series)
    assert client.post(path, {"stays": found.digest}).status_code == 302
    assert 'checked><label for="stays-1"' in client.get(path).content.decode()
    assert client.post(path, {}).status_code == 302
    assert not KeptMention.objects.exists()
    overview = client.get(f"/en/desk/series/{series.slug}/").content.decode()
    assert f"{series.slug}/data-protection/names/" in overview
