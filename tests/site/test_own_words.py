"""What participants and readers see where an organisation has words of its own."""

from __future__ import annotations

import pytest

from skaala.reports import operations, queries
from skaala.reports.queries.own_words import is_in_report
from skaala.series.models import OwnWord, Perspective, WordList
from skaala.series.models.own_words import words_of
from skaala.ui.texts import Texts
from skaala.workshops.models import Admission, Board, Participant
from tests import cast
from tests.reports.voted import a_voted_series
from tests.workshops.boards import NOW, a_board

pytestmark = pytest.mark.django_db
JOIN = "/en/join/"


def word(
    code: str, name: str = "", *, tenant: str = "house", place: int = 0, is_offered: bool = True
) -> OwnWord:
    return OwnWord.objects.create(
        tenant=cast.a_tenant(tenant),
        which=WordList.PERSPECTIVES,
        code=code,
        name=cast.texts(name) if name else Texts(),
        place=place,
        is_offered=is_offered,
    )


@pytest.fixture
def board() -> Board:
    return a_board(cast.an_event(cast.a_series()), welcomes_guests=True)


def choices(page) -> list[str]:
    return [name for _code, name in page.context["form"].fields["perspective"].choices]


def test_a_guest_chooses_among_the_words_of_the_workspaces_organisation(client, board):
    before = choices(client.get(JOIN))
    assert before[0].startswith("My municipality") and before[-1] == "None of these"
    own = word("own-abc123", "pupils", place=1).code
    word("pioneer", place=2)
    word("receiver", "learners")
    word("network", is_offered=False, place=5)
    assert choices(client.get(JOIN)) == [
        "Learners (en)", "Pupils (en)", before[1], "None of these",
    ]  # fmt: skip
    # What is not offered is not taken either.
    sent = {"code": board.code, "perspective": "network", "municipality": ""}
    assert client.post(JOIN, sent).status_code == 422
    assert client.post(JOIN, sent | {"perspective": own}).status_code == 302
    assert Participant.objects.get().perspective == own
    assert Admission.objects.filter(board=board).exists()


def test_where_organisations_differ_the_code_is_asked_for_first(client, board):
    word("receiver", "learners", tenant="other")
    first = client.get(JOIN)
    assert list(first.context["form"].fields) == ["code"]
    assert client.post(JOIN, {"code": "QQQQQQ"}).status_code == 422
    answer = client.post(JOIN, {"code": board.code.lower()})
    assert answer.status_code == 302 and answer["Location"] == f"{JOIN}?code={board.code}"
    then = client.get(answer["Location"])
    assert choices(then)[0].startswith("My municipality")
    sent = {"code": board.code, "perspective": "receiver", "municipality": ""}
    assert client.post(JOIN, sent).status_code == 302


def test_a_published_report_keeps_its_words_and_a_new_draft_has_the_new_ones(client):
    series, _board = a_voted_series()
    report = operations.draft_report(series=series, now=NOW)
    operations.set_published(findings=report.findings.all(), is_published=True)
    operations.publish_report(report=report, with_untranslated=True, now=NOW)
    finding = next(one for one in report.findings.all() if one.kind == "difference")
    address = f"/en/series/spring/report/1/evidence/{finding.pk}/"
    pages = ["/en/series/spring/report/", address]
    before = [client.get(page).content.decode() for page in pages]
    assert all("eceiving municipalities" in page for page in before)
    word("receiver", "learners")
    after = [client.get(page).content.decode() for page in pages]
    assert all("eceiving municipalities" in page and "earners (en)" not in page for page in after)
    report = operations.draft_report(series=series, now=NOW)
    finding = next(one for one in report.findings.all() if one.kind == "difference")
    assert "earners (fi)" in finding.title.get("fi") and "eceiving" not in str(finding.title)
    operations.publish_report(report=report, with_untranslated=True, now=NOW)
    for page in (pages[0], address.replace("report/1/", "report/2/")):
        shown = client.get(page).content.decode()
        assert "earners (en)" in shown and "eceiving municipalities" not in shown
    version = queries.find_version(series)
    assert version.snapshot["perspectives"]["receiver"]["sv"] == "learners (sv)"


def test_a_word_in_a_report_is_in_use(client):
    own = word("own-abc123", "pupils").code
    series, _board = a_voted_series()
    Participant.objects.filter(perspective=Perspective.RECEIVER).update(perspective=own)
    report = operations.draft_report(series=series, now=NOW)
    assert report.findings.exists() and own in words_of(series.tenant_id, WordList.PERSPECTIVES)
    assert is_in_report(series.tenant_id, WordList.PERSPECTIVES, own)
    assert not is_in_report(series.tenant_id, WordList.PERSPECTIVES, "own-zzzzzz")


def test_which_is_for_me_is_asked_only_of_the_programs_perspectives(client):
    series = cast.a_series()
    cast.an_event(series, 1, perspective="receiver")
    cast.an_event(series, 2)
    page, choose = "/en/series/spring/", "/en/series/spring/choose/"
    assert choose in client.get(page).content.decode() and client.get(choose).status_code == 200
    word("receiver", "learners")
    assert choose not in client.get(page).content.decode()
    assert choose not in client.get(f"{page}register/").content.decode()
    assert client.get(choose)["Location"] == page
