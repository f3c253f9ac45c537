"""What is sent wrongly: each is answered in clear words, keeps the history and loses nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from skaala.catalogue import operations, queries
from skaala.catalogue.models import Action, AdoptionReport
from skaala.catalogue.operations import StageReport
from skaala.catalogue.presenters.adoptions import spread_of
from skaala.catalogue.rules.inexact_dates import read_date
from skaala.catalogue.rules.reporting import Refusal, UnableToReport
from skaala.evidence.models import Bottleneck
from skaala.places.models import Municipality
from skaala.ui.texts import Texts
from tests import cast
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db
RAAHE, OULU, AKAA = "678", "564", "020"


@pytest.fixture
def action() -> Action:
    """An action of Utajärvi that began in 2019."""
    found = an_action("Heat pumps", status="running")
    found.began_on, found.began_precision = read_date("2019").first, "year"
    return operations.save_action(action=found, now=NOW)


def sends(action: Action, **said: str) -> tuple[int, str]:
    fields = {"municipality": "Raahe", "stage": "in_use", "when": "2025"} | said
    answer = Client().post(f"/en/actions/{action.slug}/adopt/", fields)
    return answer.status_code, answer.content.decode()


def learned(action: Action, pupil: str, teacher: str | None, **more: Any) -> AdoptionReport:
    return operations.report_adoption(
        action=action,
        municipality=Municipality.objects.get(pk=pupil),
        report=StageReport(
            stage="in_use",
            when=read_date("2024"),
            learned_from=Municipality.objects.get(pk=teacher) if teacher else None,
            **more,
        ),
        source="editor",
        now=NOW,
    )


@pytest.fixture
def merged() -> Municipality:
    """A municipality that has merged into Raahe, with its history."""
    raahe = Municipality.objects.get(pk=RAAHE)
    return Municipality.objects.create(
        code="998", name=Texts(fi="Entinen"), valid_from=1900, valid_until=2024, successor=raahe,
        region=raahe.region, population=1000, population_year=2024, land_km2=10, language="fi",
        urban_rural="rural", centre_lat=64.6, centre_lon=24.5,
    )  # fmt: skip


def test_a_municipality_that_has_merged_away_keeps_its_history_and_reports_nothing_new(action, merged):
    learned(action, merged.pk, None)
    status, page = sends(action, municipality="Entinen", when="2025")
    assert status == 422
    assert "Entinen has been part of Raahe (Brahestad) since 2025" in page
    assert [one.municipality.pk for one in queries.adoptions_of(action)] == [merged.pk]
    assert "Entinen" in Client().get(f"/en/actions/{action.slug}/").content.decode()
    assert "Raahe" in Client().get("/en/municipalities/?place=Entinen").content.decode()
    assert Client().get(f"/en/municipalities/{merged.pk}/")["Location"] == f"/en/municipalities/{RAAHE}/"


@pytest.mark.parametrize("when", ["2999", "31.12.2998", "13/2024", "soon"])
def test_a_date_in_the_future_or_none_at_all_is_refused(action, when):
    status, page = sends(action, when=when)
    assert status == 422
    assert f'value="{when}"' in page  # what was typed is still there
    assert not AdoptionReport.objects.exists()


def test_an_adoption_before_the_action_began_is_refused(action):
    status, page = sends(action, when="2018")
    assert status == 422
    assert "did not exist yet at that time" in page
    assert not AdoptionReport.objects.exists()


def test_of_two_contradictory_reports_both_stay_and_the_page_says_so(action):
    raahe, no_owner = Municipality.objects.get(pk=RAAHE), Bottleneck.objects.get(slug="no-owner")
    for stage, reason in (("in_use", None), ("declined", no_owner)):
        report = StageReport(stage=stage, when=read_date("1.5.2025"), reason=reason)
        operations.report_adoption(action=action, municipality=raahe, report=report, source="editor", now=NOW)
    (row,) = spread_of(action, list(queries.adoptions_of(action))).rows
    assert row.contradicts
    assert len(row.history) == 2
    assert "The reports contradict each other" in Client().get(f"/en/actions/{action.slug}/").content.decode()


def test_a_loop_of_who_learned_from_whom_is_refused_however_long(action):
    learned(action, RAAHE, OULU)
    learned(action, AKAA, RAAHE)
    with pytest.raises(UnableToReport) as refused:
        learned(action, OULU, AKAA)
    assert refused.value.refusal == Refusal.LOOP
    status, page = sends(action, municipality="Oulu", learned_from="Akaa", when="2024")
    assert status == 422
    assert "learned this action from" in page
    assert {one.municipality_id for one in queries.adoptions_of(action)} == {RAAHE, AKAA}


def test_a_file_with_half_its_rows_bad_takes_in_the_other_half_and_gives_the_bad_back():
    good = "".join(f"Good {number},Raahe\n" for number in range(5))
    bad = ",Raahe\n" * 5
    from tests.catalogue.test_import import a_file

    file = a_file("name,owner\n" + good + bad)
    operations.import_file(file=file, now=NOW)
    assert Action.objects.count() == 5
    desk = Client()
    cast.signs_in(desk, cast.an_organiser())
    rows = desk.get(f"/en/desk/catalogue/files/{file.pk}/left-out.csv")
    assert rows.status_code == 200


def test_a_search_of_ten_thousand_characters_is_answered_and_says_that_it_was_cut(action):
    answer = Client().get("/en/actions/", {"q": "heat pumps " * 910})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Only its first words were looked for." in page
    assert "Heat pumps" in page.partition("<ul")[2]


def test_an_action_without_an_owner_is_asked_for_one_and_nothing_typed_is_lost():
    sent = {
        "municipality": "",
        "name": "Library of things",
        "summary": "Tools are lent.",
        "status": "running",
    }
    answer = Client().post("/en/actions/submit/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Library of things"' in page
    assert not Action.objects.exists()


def test_one_action_submitted_twice_in_two_languages_is_kept_twice_and_pointed_out_to_the_editor():
    for language, name, summary in (
        ("fi", "Maalämpö kouluihin", "Koulut lämpiävät maalämmöllä."),
        ("sv", "Jordvärme i skolorna", "Skolorna värms med jordvärme."),
    ):
        sent = {"municipality": "Raahe", "name": name, "summary": summary, "status": "running"}
        assert Client().post(f"/{language}/actions/submit/", sent).status_code == 302
    first, second = Action.objects.order_by("pk")
    assert (first.name.as_dict(), second.name.as_dict()) == (
        {"fi": "Maalämpö kouluihin"},
        {"sv": "Jordvärme i skolorna"},
    )
    desk = Client()
    cast.signs_in(desk, cast.an_organiser())
    for one, other in ((first, second), (second, first)):
        assert f"/desk/catalogue/{other.pk}/" in desk.get(f"/en/desk/catalogue/{one.pk}/").content.decode()
