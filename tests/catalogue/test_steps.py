"""Next steps of a closing event become actions: with one press, with those who are followed up, and with links on each page."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from skaala.catalogue import operations
from skaala.catalogue.models import Action, AdoptionReport, FollowUp
from skaala.catalogue.operations import follow_ups
from skaala.catalogue.queries import actions_from_board
from skaala.people.rules import Role
from skaala.places.models import Municipality
from skaala.registration.links.personal import make_token
from skaala.reports import operations as reports
from skaala.reports.commitments.operations import commit
from skaala.reports.models import Finding
from skaala.reports.operations import FindingWords, import_next_steps
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, Statement
from skaala.workshops.operations import carry_over, seed_statements
from tests import cast
from tests.catalogue.actions import an_action
from tests.workshops.boards import NOW, a_board

pytestmark = pytest.mark.django_db
STEP = "Nimetään jokaiselle teolle yhteyshenkilö"


@pytest.fixture
def step() -> Statement:
    """A next step of a closing event, while people say who takes part."""
    board = a_board(cast.a_closing_event(cast.a_series()), prompt_set="closing", phase="weigh")
    question = board.prompts.get(kind="next_step")
    seed_statements(board=board, prompt_id=question.pk, text=STEP, now=NOW)
    return Statement.objects.select_related("board__event__series", "root").get(text=STEP)


def publish_results(board: Board) -> None:
    Board.objects.filter(pk=board.pk).update(phase="closed", results_published_at=NOW)


def again(step: Statement) -> Statement:
    return Statement.objects.select_related("board__event__series", "root").get(pk=step.pk)


def page_of_steps(client: Client, step: Statement) -> str:
    event = step.board.event
    return client.get(
        f"/en/desk/series/{event.series.slug}/events/{event.slug}/board/together/"
    ).content.decode()


@pytest.fixture
def editor() -> Client:
    client = Client()
    cast.signs_in(client, cast.an_organiser())
    return client


def test_a_step_becomes_an_action_with_one_press_once_everybody_may_read_it(step, editor):
    assert "make-action" not in page_of_steps(editor, step)
    assert "once the results or the report are published" in page_of_steps(editor, step)
    publish_results(step.board)
    page = page_of_steps(editor, step)
    form = page.partition("make-action/")[2].partition("</form>")[0]
    assert f'value="{step.pk}"' in form
    made = editor.post(f"/en/desk/series/{step.board.event.series.slug}/make-action/", {"statement": step.pk})
    action = Action.objects.get()
    assert made["Location"].endswith(f"/desk/catalogue/{action.pk}/")
    page = page_of_steps(editor, step)
    assert "make-action" not in page
    assert f"/desk/catalogue/{action.pk}/" in page


def test_whoever_may_not_edit_the_catalogue_is_offered_nothing(step):
    publish_results(step.board)
    helper = Client()
    helper.force_login(cast.a_member(Role.FACILITATOR, "f@example.org"))
    page = page_of_steps(helper, step)
    assert STEP in page
    assert "make-action" not in page
    assert "once the results or the report are published" not in page


def test_the_follow_up_of_a_commitment_becomes_one_of_the_action_and_its_answer_a_report(step):
    raahe = Municipality.objects.get(pk="678")
    asked = follow_ups.begin_follow_up(
        kind="commitment", email="a@example.org", language="fi", now=NOW, step=step,
        municipality=raahe,
    )  # fmt: skip
    follow_ups.agree(follow_up=asked, now=NOW)
    publish_results(step.board)
    action = operations.action_from_statement(statement=again(step), now=NOW)
    action.owner_id = "889"
    operations.save_action(action=action, now=NOW)
    operations.publish_action(action=action, account=None, now=NOW)
    later = follow_ups.begin_follow_up(
        kind="commitment", email="b@example.org", language="fi", now=NOW, step=again(step)
    )
    again_asked = follow_ups.begin_follow_up(
        kind="commitment", email="A@example.org", language="fi", now=NOW, step=again(step)
    )
    assert (again_asked.pk, later.action) == (asked.pk, action)
    asked = FollowUp.objects.get(pk=asked.pk)
    assert asked.action == action
    question = asked.questions.create(number=1, asked_on=NOW.date())
    follow_ups.answer(question=question, stage="piloting", now=NOW)
    report = AdoptionReport.objects.get()
    assert (report.adoption.action, report.adoption.municipality_id, report.stage) == (
        action,
        "678",
        "piloting",
    )


def test_each_page_of_the_steps_leads_to_the_action(step):
    event = step.board.event
    registration = cast.a_registration(event.series)
    commit(
        board=step.board, registration=registration, statement_id=step.pk,
        role="leads", name="Utajärvi", consents=True, now=NOW,
    )  # fmt: skip
    publish_results(step.board)
    step = again(step)
    action = an_action("A contact for each", statement=step, series=event.series)
    series, token = event.series.slug, make_token(registration)
    pages = [
        f"/en/series/{series}/{event.slug}/",
        f"/en/r/{token}/outcome/",
    ]
    for page in pages:
        shown = Client().get(page).content.decode()
        assert re.search(rf'href="/en/actions/{action.slug}/">[^<]*A contact for each', shown), page
    Action.objects.update(state="withdrawn")
    for page in pages:
        assert "A contact for each" not in Client().get(f"{page}?again").content.decode(), page
    origin = an_action("Another", statement=step, series=event.series)
    assert (
        f"/en/series/{series}/{event.slug}/results/"
        in Client().get(f"/en/actions/{origin.slug}/").content.decode()
    )


def test_a_step_brought_from_a_workshop_leads_to_the_action_made_there(step):
    """Also while the closing event goes on."""
    board = step.board
    workshop = a_board(cast.an_event(board.event.series), phase="weigh")
    seed_statements(board=workshop, prompt_id=workshop.prompts.first().pk, text="Yhteinen hankinta", now=NOW)
    first = workshop.statements.get()
    carry_over(board=board, statement_ids=[first.pk], now=NOW)
    board.statements.filter(root=first.root).update(prompt=step.prompt)
    publish_results(workshop)
    action = an_action("Common procurement", statement=again(first), series=board.event.series)
    token = make_token(cast.a_registration(board.event.series))
    live = Client().get(f"/en/r/{token}/next-steps/{board.code}/").content.decode()
    assert f'href="/en/actions/{action.slug}/">Common procurement' in live
    publish_results(board)
    assert actions_from_board(again(step).board, now=NOW) == [action]


WORDED = Texts(fi="Kirjasto lainaa koneita", sv="Biblioteket lånar ut maskiner", en="Libraries lend machines")


def a_step_worded_from_a_finding(resting_on: Statement | None = None) -> tuple[Finding, Statement]:
    """A next step of the report in words of its own, published, and brought to the closing event."""
    board = Board.objects.get(event__kind="closing_event")
    report = reports.begin_report(board.event.series)
    finding = reports.save_finding(
        report=report, words=FindingWords(title=WORDED, text=WORDED), kind="next_step",
        statements=[resting_on.root_id] if resting_on else [],
    )  # fmt: skip
    reports.set_published(findings=report.findings.all(), is_published=True)
    reports.publish_report(report=report, with_untranslated=True, now=NOW)
    import_next_steps(board=board, now=NOW)
    publish_results(board)
    found = Finding.objects.select_related("report__series").get(pk=finding.pk)
    return found, again(board.statements.get(text=WORDED.get("fi")))


def test_a_step_worded_from_a_finding_has_the_actions_of_the_finding(step, editor):
    event = step.board.event
    finding, worded = a_step_worded_from_a_finding()
    asked = follow_ups.begin_follow_up(
        kind="commitment", email="a@example.org", language="fi", now=NOW, step=worded
    )
    made = operations.action_from_finding(finding=finding, now=NOW)
    asked.refresh_from_db()
    assert asked.action == made
    assert operations.action_from_statement(statement=worded, now=NOW) == made
    row = page_of_steps(editor, step).partition("Kirjasto lainaa koneita")[2].partition("</li>")[0]
    assert f"/desk/catalogue/{made.pk}/" in row
    assert "make-action" not in row
    public = f"/en/series/{event.series.slug}/{event.slug}/"
    assert f"/en/actions/{made.slug}/" not in Client().get(public).content.decode()  # a draft
    made.owner_id = "889"
    operations.save_action(action=made, now=NOW)
    operations.publish_action(action=made, account=None, now=NOW)
    assert f'href="/en/actions/{made.slug}/"' in Client().get(public).content.decode()


def test_an_action_of_such_a_step_is_that_of_the_finding_and_the_report_leads_to_it(step):
    finding, worded = a_step_worded_from_a_finding()
    made = operations.action_from_statement(statement=worded, now=NOW)
    assert operations.action_from_finding(finding=finding, now=NOW) == made
    made.owner_id = "889"
    operations.save_action(action=made, now=NOW)
    operations.publish_action(action=made, account=None, now=NOW)
    report = Client().get(f"/en/series/{finding.report.series.slug}/report/").content.decode()
    assert f"/en/actions/{made.slug}/" in report


def test_what_the_finding_rests_on_counts_too_and_an_earlier_step_is_joined_when_it_is_brought_again(step):
    said = Statement.objects.get(pk=step.pk)
    finding, worded = a_step_worded_from_a_finding(said)
    action = an_action("Of what was said", statement=said, series=said.board.event.series)
    event = step.board.event
    page = f"/en/series/{event.series.slug}/{event.slug}/"
    row = Client().get(page).content.decode().partition("Kirjasto lainaa koneita")[2].partition("</li>")[0]
    assert f"/en/actions/{action.slug}/" in row
    finding.imported_steps.all().delete()  # as it was before this was noted
    Board.objects.filter(pk=worded.board_id).update(phase="weigh")
    import_next_steps(board=Board.objects.get(pk=worded.board_id), now=NOW)
    assert finding.imported_steps.get().step_id == worded.root_id
