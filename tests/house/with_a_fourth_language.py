"""What a fourth language shows by: pages, forms, emails, files. Run by `tests/house/fourth_language.py`."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from skaala.config.commands.report import write as report_command
from skaala.desk.study.tables import measures_table
from skaala.evidence.models import Study, SupportMeasure
from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.registration.models import Registration
from skaala.reports.assembly.builder import build_contents, build_in_all_languages
from skaala.reports.contents.plain_data import to_data
from skaala.reports.models import Version
from skaala.reports.operations import draft_report
from skaala.reports.queries import contents_of
from skaala.series.models import Series
from skaala.site.board.forms import StatementForm
from skaala.ui import dates
from skaala.ui.languages import LANGUAGES, code_of_language
from skaala.ui.texts import Texts
from skaala.workshops.formats.conversation import (
    CastVote,
    Conversation,
    ConversationParticipant,
    ConversationStatement,
)
from skaala.workshops.links.live import Audience
from skaala.workshops.presenters.frames import compose as compose_frames
from skaala.workshops.rules.board_import import prepare_import
from tests import cast
from tests.house.fourth_language import CODE, NAME
from tests.workshops.boards import a_board

pytestmark = pytest.mark.django_db
BRACKETED = re.compile(r"\[[^\]]+\]")


@pytest.fixture
def series() -> Series:
    now = timezone.now()
    series = cast.a_series(published_at=now - timedelta(days=1))
    cast.an_event(series, 1, now=now)
    return series


def test_pages_are_in_it_and_lead_to_it(client, series):
    assert (CODE, NAME) in settings.LANGUAGES
    page = client.get(f"/{CODE}/series/spring/").content.decode()
    assert f'<html lang="{CODE}">' in page and len(BRACKETED.findall(page)) > 20
    assert "[Only in Finnish]" in page or 'lang="fi"' in page  # what people wrote falls back, and says so
    for other in ("fi", "sv", "en"):
        page = client.get(f"/{other}/series/spring/").content.decode()
        assert f'hreflang="{CODE}"' in page and NAME in page
    assert f"/{CODE}/" in client.get("/sitemap.xml").content.decode()
    assert f"Disallow: /{CODE}/desk/" in client.get("/robots.txt").content.decode()


def test_the_registration_form_offers_it_and_the_email_is_in_it(client, series):
    address = f"/{CODE}/series/spring/register/"
    page = client.get(address).content.decode()
    assert f'value="{CODE}"' in page and NAME in page
    event = series.events.get()
    sent = {
        "events": [str(event.pk)], "name": "Maija Mayor", "email": "maija@example.org", "role": "",
        "organisation_kind": "municipality", "municipality": "Akaa", "network": "", "organisation": "",
        "language": CODE, "diet": "", "accessibility_needs": "",
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    assert Registration.objects.get().language == CODE
    rendered = compose(Email.objects.get())
    assert rendered.subject.startswith("[") and f'<html lang="{CODE}">' in rendered.html


def test_forms_of_organisers_take_texts_in_it(client, series):
    client.force_login(cast.an_organiser())
    address = f"/{CODE}/desk/series/spring/study/new/"
    assert f'name="title_{CODE}"' in client.get(address).content.decode()
    assert client.post(address, {f"title_{CODE}": "Čielgim", "year": "2030"}).status_code == 302
    assert Study.objects.get().title == Texts(**{CODE: "Čielgim"})


def test_files_of_evidence_have_its_columns(series):
    SupportMeasure.objects.create(
        kind="money", name=Texts(**{CODE: "Ruttâ"}), offered_by="Säätiö", source="Tieto"
    )
    with override("en"):
        table = measures_table(SupportMeasure.objects.all())
        assert "Name (Inari Sami)" in table.heads
        assert "Ruttâ" in next(iter(table.rows))


def test_reports_and_boards_are_made_in_it(series):
    report = draft_report(series=series, now=timezone.now())
    contents = build_in_all_languages(report, now=timezone.now(), version=1)
    assert list(contents) == ["fi", "sv", "en", CODE] and contents[CODE].language == CODE
    (choice,) = [one.type for one in report_command.params if one.name == "language"]
    assert CODE in choice.choices
    board = a_board(series.events.get(), prompt_set="receiving")
    assert board.prompts.first().question.get(CODE).startswith("[What helps")
    assert [frame.language for frame in compose_frames(board, Audience.PARTICIPANT)][-1] == CODE


def test_a_report_published_before_shows_a_language_that_it_has(series):
    report = draft_report(series=series, now=timezone.now())
    published = to_data(build_contents(report, "sv", now=timezone.now(), version=1))
    assert contents_of(Version(contents={"sv": published}), CODE).language == "sv"


def test_a_statement_can_be_in_it_and_an_import_keeps_it():
    assert (CODE, NAME) in StatementForm.base_fields["language"].choices
    statement = ConversationStatement(text="Mii lea buorre?", language=CODE)
    conversation = Conversation(
        statements={"1": statement}, participants={"p": ConversationParticipant(votes=[CastVote("1", 1)])}
    )
    (imported,) = prepare_import(conversation, languages=LANGUAGES).statements
    assert imported.language == CODE


def test_dates_and_names_need_no_entry_of_ours():
    assert code_of_language("inarinsaame") == code_of_language(NAME) == CODE
    assert dates.day(cast.TODAY, CODE) == "uđiv 15. 2030"
