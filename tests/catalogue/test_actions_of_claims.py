"""An action made of a claim: with one press, in its words, with the way back and from the report's finding on."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.catalogue import operations as catalogue
from skaala.catalogue.models import Action
from skaala.people.rules import Role
from skaala.reports import operations
from skaala.reports.claims import queries
from skaala.reports.claims.operations import make_claim, name_claim, split_claim
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, Statement
from tests import cast
from tests.reports.operations.test_report import published
from tests.reports.voted import PLAIN, SHARED, SPLIT, a_voted_series

pytestmark = pytest.mark.django_db
SAID = {
    "Kirjasto lainaa koneita": ("good_practice", SHARED),
    "Biblioteket lånar ut maskiner": ("good_practice", PLAIN),
    "Bussi kulkee kylään kerran päivässä": ("bottleneck", SPLIT),
}
WORDS = Texts(fi="Kirjasto lainaa", sv="Biblioteket lånar", en="Libraries lend machines")
MAKE = "/en/desk/series/spring/make-action/"


@pytest.fixture
def series():
    made, _board = a_voted_series(SAID)
    Board.objects.update(phase="closed", results_published_at=cast.TODAY)
    return made


@pytest.fixture
def claim(series) -> str:
    both = [said(text).pk for text in list(SAID)[:2]]
    key = make_claim(series=series, statements=both, now=cast.TODAY)
    name_claim(series=series, claim=key, names=WORDS, now=cast.TODAY)
    return key


@pytest.fixture
def editor() -> Client:
    signed_in = Client()
    signed_in.force_login(cast.an_organiser())
    return signed_in


def said(text: str) -> Statement:
    return Statement.objects.select_related("board__event__series").get(text=text)


def publish(action: Action) -> Action:
    action.owner_id = "889"
    catalogue.save_action(action=action, now=cast.TODAY)
    catalogue.publish_action(action=action, account=cast.an_organiser("second@example.org"), now=cast.TODAY)
    return action


def test_one_press_makes_it_once_and_its_page_tells_all_that_was_said(editor, series, claim):
    page = f"/en/desk/series/spring/report/claims/of/{claim}/"
    assert "Make an action of this" in editor.get(page).content.decode()
    for _again in range(2):
        answer = editor.post(MAKE, {"claim": claim})
        made = Action.objects.get()
        assert answer["Location"] == f"/en/desk/catalogue/{made.pk}/"
    assert (made.name, made.state, made.series, made.claim) == (WORDS, "draft", series, claim)
    # its statements lead to the same action: it has been said once
    second = said(list(SAID)[1])
    assert catalogue.action_from_statement(statement=second, now=cast.TODAY) == made
    publish(made)
    shown = Client().get(f"/en/actions/{made.slug}/").content.decode()
    assert all(text in shown for text in list(SAID)[:2])
    split_claim(series=series, claim=claim, statements=[second.pk], now=cast.TODAY)
    shown = Client().get(f"/en/actions/{made.slug}/?again").content.decode()
    assert "It began as a statement" in shown  # the claim is gone, the first statement is kept
    assert list(SAID)[1] not in shown


def test_the_action_of_one_of_its_statements_becomes_that_of_the_claim(series, claim):
    earlier = catalogue.action_from_statement(statement=said(list(SAID)[1]), now=cast.TODAY)
    found = queries.find_claim(series, claim)
    assert catalogue.action_from_claim(series=series, claim=found, now=cast.TODAY) == earlier
    earlier.refresh_from_db()
    assert earlier.claim == claim


def test_a_claim_of_what_nobody_may_read_or_of_another_series_makes_none(editor, series, claim):
    Board.objects.update(results_published_at=None)
    assert editor.post(MAKE, {"claim": claim}).status_code == 404
    assert (
        "make-action" not in editor.get(f"/en/desk/series/spring/report/claims/of/{claim}/").content.decode()
    )
    Board.objects.update(results_published_at=cast.TODAY)
    assert editor.post(MAKE, {"claim": "claim0"}).status_code == 404
    assert not Action.objects.exists()
    reader = Client()
    reader.force_login(cast.a_member(Role.READER, "r@example.org"))
    assert (
        "make-action" not in reader.get(f"/en/desk/series/spring/report/claims/of/{claim}/").content.decode()
    )


def test_the_findings_of_the_report_lead_to_the_actions(series, claim):
    """Those made of the finding itself, and of a claim or a statement that it rests on; no other finding does."""
    report = operations.draft_report(series=series, now=cast.TODAY)
    published(report)
    made = publish(
        catalogue.action_from_claim(series=series, claim=queries.find_claim(series, claim), now=cast.TODAY)
    )
    page = Client().get("/en/series/spring/report/").content.decode()
    articles = page.split('<article class="finding"')[1:]
    leading = [
        one for one in articles if f'href="/en/actions/{made.slug}/"' in one.partition("</article>")[0]
    ]
    assert leading
    assert all("Kirjasto lainaa" in one or "Libraries lend" in one for one in leading)
    assert len(leading) < len(articles)
