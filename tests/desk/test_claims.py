"""The analyst and the claims: offered, ticked, worded, split, merged, undone; and the report that rests on them."""

from __future__ import annotations

import pytest
from django.utils import timezone

from skaala.reports import operations
from skaala.reports.assembly.builder import build_contents
from skaala.reports.assembly.stored_beside import rests_on
from skaala.reports.claims import queries
from skaala.reports.claims.operations import erase_from_claims, find_candidates
from skaala.reports.figures.verify import verify
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import ClaimDecision, ClaimSearch
from skaala.workshops.models import Statement, Translation
from tests import cast
from tests.reports.operations.test_report import checked, published
from tests.reports.voted import PLAIN, SHARED, SPLIT, a_voted_series

HOME = "/en/desk/series/spring/report/claims/"
SAID = {
    "Kenelläkään ei ole työaikaa etsiä esimerkkejä muualta": ("bottleneck", SHARED),
    "Ingen har arbetstid att leta efter exempel": ("bottleneck", PLAIN),
    "One calm hour a week to look for examples": ("good_practice", SHARED),
    "Bussi kulkee kylään kerran päivässä": ("bottleneck", SPLIT),
}
TIME, TID, HOUR, BUS = SAID


@pytest.fixture
def series(db):
    made, _board = a_voted_series(SAID)
    return made


def ids(*texts: str) -> list[str]:
    return [str(Statement.objects.get(text=text).pk) for text in texts]


def claim(desk, *texts: str) -> str:
    desk.post(f"{HOME}decide/", {"action": "join 1", "group-1-statements": ids(*texts)})
    return ClaimDecision.objects.filter(kind="join").last().claim


def texts_of(series) -> list[set[str]]:
    return [{each.text for each in found.statements} for found in queries.claims_of(series)]


def test_candidates_are_offered_and_nothing_is_put_together_for_the_analyst(desk, series):
    assert "Find candidates" in desk.get(HOME).content.decode()
    desk.post(f"{HOME}find/")
    desk.post(f"{HOME}find/")
    assert ClaimSearch.objects.get().state == "waiting"
    assert "Candidates are being found" in desk.get(HOME).content.decode()
    find_candidates(series=series, now=cast.TODAY, use_vectors=False)
    ClaimSearch.objects.update(pairs=[[*ids(TIME, TID), 0.7], [*ids(TIME, HOUR), 0.5]])
    page = desk.get(HOME).content.decode()
    assert "Do these say the same?" in page
    assert f'lang="sv">{TID}' in page
    assert "checked" not in page
    assert texts_of(series) == []
    desk.post(f"{HOME}decide/", {"action": "apart 1", "group": ids(TIME, TID, HOUR)})
    assert "There is nothing left" in desk.get(HOME).content.decode()


def test_statements_with_a_translation_are_found_in_the_other_language(series):
    first = Statement.objects.get(text=TID)
    Translation.objects.create(root=first, language="fi", text=TIME)
    find_candidates(series=series, now=cast.TODAY, use_vectors=False)
    assert sorted(ids(TIME, TID)) in [sorted(pair[:2]) for pair in ClaimSearch.objects.get().pairs]
    assert ClaimSearch.objects.get().method == "glossary"


def test_a_claim_is_ticked_worded_split_merged_and_all_of_it_undone(desk, series):
    refused = desk.post(f"{HOME}decide/", {"action": "join 1", "group-1-statements": ids(TIME)}, follow=True)
    assert "Tick at least two" in refused.content.decode()
    key = claim(desk, TIME, TID)
    page = f"{HOME}of/{key}/"
    assert "these are the words of one of the statements" in desk.get(page).content.decode()
    words = {
        "name-names_fi": "Aikaa ei ole",
        "name-names_sv": "Tid saknas",
        "name-names_en": "There is no time",
    }
    desk.post(page, {"action": "name", **words})
    assert "There is no time" in desk.get(HOME).content.decode()

    found = desk.get(page, {"q": "hour examples"}).content.decode()
    assert HOUR in found and BUS not in found
    desk.post(f"{page}?q=hour", {"action": "add", "add-statements": ids(HOUR)})
    assert texts_of(series) == [{TIME, TID, HOUR}]
    refused = desk.post(page, {"action": "split"})
    assert refused.status_code == 422
    desk.post(page, {"action": "split", "split-statements": ids(HOUR)})
    other = claim(desk, HOUR, BUS)
    desk.post(page, {"action": "merge", "merge-other": other})
    assert texts_of(series) == [set(SAID)]
    assert desk.get(f"{HOME}of/{other}/").status_code == 404

    for _ in range(10):
        desk.post(f"{HOME}undo/")
    assert texts_of(series) == []
    gone = desk.post(page, {"action": "name", **words}, follow=True)
    assert "That claim is gone" in gone.content.decode()


def test_everything_is_added_at_once_and_taken_back_at_once(desk, series):
    key = claim(desk, TIME, TID)
    desk.post(f"{HOME}of/{key}/?q=", {"action": "add-all"})
    assert texts_of(series) == [set(SAID)]
    report = operations.draft_report(series=series, now=cast.TODAY)
    assert report.findings.count() == 1
    desk.post(f"{HOME}undo/")
    assert texts_of(series) == [{TIME, TID}]


def test_the_page_says_whether_the_draft_has_the_claims(desk, series):
    claim(desk, TIME, TID)
    assert "They take effect when the report is drafted again." in desk.get(HOME).content.decode()
    operations.draft_report(series=series, now=timezone.now())
    page = desk.get(HOME).content.decode()
    assert "They are in the draft of the report." in page and "drafted again" not in page


def test_the_report_rests_on_the_claim_says_so_in_each_language_and_is_verified(desk, series):
    before = operations.draft_report(series=series, now=cast.TODAY)
    single = before.findings.get(supporting_statements__statement__text=TIME)
    operations.set_published(findings=[single], is_published=True)
    old = published(before)
    kept = (old.contents, old.snapshot)

    key = claim(desk, TIME, TID)
    desk.post(
        f"{HOME}of/{key}/", {"action": "name", "name-names_fi": "Aikaa ei ole", "name-names_sv": "Tid saknas"}
    )
    report = operations.draft_report(series=series, now=cast.TODAY)
    finding = report.findings.get(drafted_as__endswith=key)
    assert {each.text for each in Statement.objects.filter(supports__finding=finding)} == {TIME, TID}
    assert finding.is_published  # it takes in the one that was chosen
    rests = [str(each) for each in report.findings.values_list("supporting_statements__statement", flat=True)]
    assert len(rests) == len(set(rests))
    for language, words, says in (
        ("fi", "Aikaa ei ole", "kaksi väittämää"),
        ("sv", "Tid saknas", "två påståenden"),
    ):
        contents = build_contents(report, language, now=cast.TODAY)
        entry = next(each for part in contents.sections for each in part.entries if each.id == finding.pk.hex)
        assert words in entry.title
        assert says in " ".join(entry.paragraphs)
        assert {quote.text for quote in entry.quotes} == {TIME, TID}
        chosen = rests_on(report.findings.filter(is_published=True))
        again = verify([contents], VoteSnapshot.from_data(report.vote_snapshot), {}, rests_on=chosen)
        assert any(key in each.key for each in again)
        assert all(each.is_equal for each in again)
    new = published(report)
    assert all(each.is_equal for each in checked(new))
    old.refresh_from_db()
    assert (old.contents, old.snapshot) == kept
    assert "claims" not in old.snapshot["ballots"]
    shown = desk.get(f"/en/series/spring/report/2/evidence/{finding.pk}/").content.decode()
    assert "The statements together" in shown
    assert "On both sides, %" in shown


def test_a_claim_that_names_a_person_is_in_own_data_and_is_erased(desk, series):
    from skaala.registration.queries import own_data

    key = claim(desk, TIME, TID)
    matti = cast.a_registration(
        series, series.events.first(), name="Matti Meikäläinen", email="matti@example.org"
    )
    desk.post(f"{HOME}of/{key}/", {"action": "name", "name-names_fi": "Matti Meikäläisen kiire"})
    assert "Matti Meikäläisen kiire" in str(own_data.as_json(matti))
    erase_from_claims(series=series, name=matti.name, address=matti.email)
    assert "Meikäläi" not in desk.get(HOME).content.decode()
