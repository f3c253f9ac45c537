"""Where an action comes from: made with one press, and told to everybody only as far as it is public."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from skaala.catalogue import operations, queries
from skaala.catalogue.models import Action
from skaala.evidence.models import Bottleneck, SupportMeasure
from skaala.people.rules import Role
from skaala.reports import operations as reports
from skaala.reports.models import Finding, Version
from skaala.reports.operations import FindingWords
from skaala.series.models import Series
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, Statement
from tests import cast
from tests.catalogue.actions import NOW, an_action
from tests.workshops.boards import a_board, a_statement

pytestmark = pytest.mark.django_db
SAID = "Lainataan koneita kirjastosta"
FOUND = Texts(fi="Kirjasto lainaa", sv="Biblioteket lånar", en="Libraries lend machines")


@pytest.fixture
def statement() -> Statement:
    """A statement of a series whose results everybody can see."""
    board = a_board()
    said = a_statement(board, SAID)
    Board.objects.filter(pk=board.pk).update(phase="closed", results_published_at=NOW)
    return Statement.objects.select_related("board__event__series").get(pk=said.pk)


@pytest.fixture
def finding() -> Finding:
    """A finding of a published report."""
    report = reports.begin_report(cast.a_series())
    found = reports.save_finding(
        report=report, words=FindingWords(title=FOUND, text=FOUND), kind="good_practice"
    )
    reports.set_published(findings=report.findings.all(), is_published=True)
    reports.publish_report(report=report, with_untranslated=True, now=NOW)
    return Finding.objects.select_related("report__series").get(pk=found.pk)


def page_of(action: Action) -> str:
    return Client().get(f"/en/actions/{action.slug}/").content.decode()


def test_a_statement_becomes_an_action_once_and_the_way_back_stays(statement):
    made = operations.action_from_statement(statement=statement, now=NOW)
    series = statement.board.event.series
    assert (made.state, made.name, made.series) == ("draft", Texts(**{statement.language: SAID}), series)
    assert operations.action_from_statement(statement=statement, now=NOW) == made
    assert list(queries.actions_from_series(series)) == []
    made.owner_id = "889"
    operations.save_action(action=made, now=NOW)
    operations.publish_action(action=made, account=cast.an_organiser(), now=NOW)
    assert list(queries.actions_from_series(series)) == [made]
    assert f"{SAID}</blockquote>" in page_of(made)


def test_a_finding_becomes_an_action_in_its_published_words(finding):
    unpublished = FindingWords(title=Texts(en="Draft words"), text=Texts(en="Draft words"))
    reports.save_finding(report=finding.report, finding=finding, words=unpublished)
    finding = Finding.objects.get(pk=finding.pk)
    made = operations.action_from_finding(finding=finding, now=NOW)
    assert made.name == FOUND
    assert "Draft" not in str(made.summary.as_dict())
    assert operations.action_from_finding(finding=finding, now=NOW) == made
    finding.delete()
    made.refresh_from_db()
    assert (made.finding, made.series) == (None, finding.report.series)


@pytest.mark.parametrize(
    "change",
    [
        lambda: Series.objects.update(status="draft"),
        lambda: Series.objects.update(status="scheduled", publish_at=cast.TODAY.replace(year=2099)),
        lambda: Statement.objects.update(state="hidden"),
        lambda: Statement.objects.update(state="pending"),
        lambda: Board.objects.update(results_published_at=None),
        lambda: Board.objects.update(results_published_at=None, is_rehearsal=True),
    ],
    ids=["draft", "scheduled", "hidden", "pending", "results-not-public", "rehearsal"],
)
def test_a_statement_that_is_not_public_is_neither_shown_nor_made_into_an_action(statement, change):
    series = statement.board.event.series
    action = an_action("Something else", statement=statement, series=series)
    assert SAID in page_of(action)
    change()
    assert SAID not in page_of(action)
    assert ("Spring series" in page_of(action)) == (Series.objects.get().status == "published")
    editor = Client()
    editor.force_login(cast.an_organiser())
    assert SAID not in editor.get(f"/en/desk/catalogue/{action.pk}/").content.decode()
    Action.objects.all().delete()
    assert (
        editor.post(f"/en/desk/series/{series.slug}/make-action/", {"statement": statement.pk}).status_code
        == 404
    )
    assert not Action.objects.exists()
    assert (
        "make-action"
        not in editor.get(
            reverse("desk:board-statement", args=[series.slug, statement.board.event.slug, statement.pk])
        ).content.decode()
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda: Series.objects.update(status="draft"),
        lambda: reports.replace_version(
            version=Version.objects.get(), note=FOUND, now=NOW, publish_anew=False
        ),
    ],
    ids=["draft", "withdrawn"],
)
def test_a_finding_that_is_not_public_is_neither_shown_nor_made_into_an_action(finding, change):
    series = finding.report.series
    action = an_action("Something else", finding=finding, series=series)
    assert "Libraries lend machines" in page_of(action)
    change()
    assert "Libraries lend machines" not in page_of(action)
    editor = Client()
    editor.force_login(cast.an_organiser())
    Action.objects.all().delete()
    assert (
        editor.post(f"/en/desk/series/{series.slug}/make-action/", {"finding": finding.pk}).status_code == 404
    )
    page = editor.get(reverse("desk:finding", args=[series.slug, finding.pk]))
    assert page.status_code == 200
    assert "make-action" not in page.content.decode()


def test_a_finding_that_was_never_published_becomes_no_action():
    report = reports.begin_report(cast.a_series())
    found = reports.save_finding(report=report, words=FindingWords(title=FOUND, text=FOUND), kind="moved")
    with pytest.raises(operations.UnableToMakeAction):
        operations.action_from_finding(finding=found, now=NOW)


def test_only_who_may_edit_the_catalogue_has_the_button(statement):
    editor, facilitator = Client(), Client()
    editor.force_login(cast.an_organiser())
    facilitator.force_login(cast.a_member(Role.FACILITATOR, "f@example.org"))
    event = statement.board.event
    path = reverse("desk:board-statement", args=[event.series.slug, event.slug, statement.pk])
    assert "make-action" in editor.get(path).content.decode()
    answer = facilitator.get(path)
    assert answer.status_code == 200
    assert "make-action" not in answer.content.decode()


def test_a_bottleneck_tells_what_published_reports_say_of_it_and_what_is_offered_where(finding):
    """And nothing of a report that nobody may read."""
    stop = Bottleneck.objects.get(slug="no-owner")
    Finding.objects.filter(pk=finding.pk).update(bottleneck=stop)
    for name, country in (("Own money", "FI"), ("Swedish money", "SE")):
        SupportMeasure.objects.create(name=Texts(en=name), kind="money", country=country).answers.add(stop)
    page = Client().get("/en/bottlenecks/no-owner/").content.decode()
    assert (
        page.index("In Finland")
        < page.index("Own money")
        < page.index("Abroad")
        < page.index("Swedish money")
    )
    assert "(Money, Sweden)" in page
    said = page.partition('id="said"')[2]
    assert FOUND.get("en") in said
    assert "/report/" in said
    Series.objects.update(status="draft")
    page = Client().get("/en/bottlenecks/no-owner/?again").content.decode()
    assert "No published report names it." in page
