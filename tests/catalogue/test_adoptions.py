"""Adoptions: histories, what cannot be true, confirming, and what follows for lists and pictures."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from skaala.catalogue import operations, queries
from skaala.catalogue.messages.reporting import refusal_message
from skaala.catalogue.models import Action, Adoption, AdoptionReport
from skaala.catalogue.operations import StageReport
from skaala.catalogue.operations.adoptions import forget_reporters
from skaala.catalogue.presenters.adoptions import spread_of
from skaala.catalogue.rules.inexact_dates import InexactDate, read_date
from skaala.catalogue.rules.reporting import Refusal, Reported, UnableToReport, check_report
from skaala.evidence.models import Bottleneck
from skaala.places.models import Membership, Municipality, Network
from tests import cast
from tests.catalogue.actions import NOW, an_action

TODAY = date(2026, 11, 29)
RAAHE, OULU, AKAA = "678", "564", "020"


def said(stage: str = "in_use", when: str = "2025", **more: object) -> Reported:
    return Reported(**{"municipality": RAAHE, "stage": stage, "when": read_date(when), **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "refusal"),
    [
        (said(when="2027"), Refusal.FUTURE),
        (said(when="30.11.2026"), Refusal.FUTURE),
        (said(when="2018"), Refusal.BEFORE_ACTION),
        (said("stopped", "2018", reason="no-owner"), Refusal.BEFORE_ACTION),
        (said(municipality="889"), Refusal.OWN_ACTION),
        (said("stopped"), Refusal.NO_REASON),
        (said("declined"), Refusal.NO_REASON),
        (said(learned_from=RAAHE), Refusal.FROM_ITSELF),
        (said(learned_from=AKAA), Refusal.LOOP),
        (said(units_reached=4, units_total=3), Refusal.UNITS),
        (said(units_reached=4), Refusal.UNITS),
        (said("interested", "5/2024"), Refusal.SAID_ALREADY),
    ],
)
def test_what_cannot_be_true_is_refused_in_words(report, refusal):
    with pytest.raises(UnableToReport) as refused:
        check(report)
    assert refused.value.refusal == refusal
    assert len(refusal_message(refused.value)) > 30


@pytest.mark.parametrize(
    "report",
    [
        said(),
        said(when="2026"),
        said(when="2019"),
        said("interested", "2018"),
        said("declined", "2018", reason="no-owner"),
        said("stopped", reason="no-owner"),
        said(learned_from=OULU),
    ],
)
def test_what_can_be_true_is_taken(report):
    check(report)


def test_a_municipality_that_has_merged_reports_what_was_before_only():
    check(said(when="2024"), until=2024)
    with pytest.raises(UnableToReport) as refused:
        check(said(when="2025"), until=2024)
    assert refused.value.refusal == Refusal.BEFORE_MUNICIPALITY


def check(report: Reported, until: int | None = None) -> None:
    """The action of Utajärvi began in 2019; Akaa learned it from Oulu, and Oulu from Raahe."""
    check_report(
        report,
        owner="889",
        began=read_date("2019"),
        municipality_until=until,
        teachers={AKAA: OULU, OULU: RAAHE} if report.learned_from == AKAA else {},
        history=[("interested", read_date("5/2024"))],
        today=TODAY,
    )


def report(
    action: Action, code: str, stage: str, when: str, source: str = "editor", **more: object
) -> AdoptionReport:
    return operations.report_adoption(
        action=action,
        municipality=Municipality.objects.get(pk=code),
        report=StageReport(stage=stage, when=read_date(when), **more),  # type: ignore[arg-type]
        source=source,
        now=NOW,
    )


@pytest.mark.django_db
def test_the_history_is_kept_and_the_latest_date_is_shown_whatever_came_first():
    action = an_action()
    report(action, RAAHE, "in_use", "2025")
    report(action, RAAHE, "piloting", "5/2024", learned_from=Municipality.objects.get(pk=OULU))
    adoption = queries.adoptions_of(action).get()
    assert [one.stage for one in adoption.confirmed] == ["piloting", "in_use"]
    assert (adoption.stage, adoption.since, adoption.precision) == ("in_use", date(2025, 1, 1), "year")
    assert (adoption.running_since, adoption.learned_from_id) == (date(2024, 5, 1), OULU)
    action.refresh_from_db()
    assert (action.adopters, action.last_adopted_on) == (1, date(2024, 5, 1))


@pytest.mark.django_db
def test_a_report_from_the_form_waits_and_its_address_goes_when_it_is_looked_at():
    action, editor = an_action(), cast.an_organiser()
    waiting = report(action, RAAHE, "in_use", "2025", "form", reporter_email="maija@example.org")
    assert list(queries.adoptions_of(action)) == []
    assert (waiting.reporter_email, list(queries.waiting_reports())) == ("maija@example.org", [waiting])
    operations.confirm_report(report=waiting, account=editor, now=NOW)
    waiting.refresh_from_db()
    assert (waiting.reporter_email, waiting.keep_until, waiting.looked_at_by) == ("", None, editor)
    assert [one.stage for one in queries.adoptions_of(action)] == ["in_use"]
    operations.refuse_report(report=waiting, account=editor, now=NOW)
    assert list(queries.adoptions_of(action)) == []
    assert AdoptionReport.objects.count() == 1


@pytest.mark.django_db
def test_addresses_that_nobody_looks_at_go_after_ninety_days():
    waiting = report(an_action(), RAAHE, "in_use", "2025", "form", reporter_email="maija@example.org")
    assert forget_reporters(now=NOW) == 0
    assert forget_reporters(now=NOW.replace(year=2027)) == 1
    waiting.refresh_from_db()
    assert waiting.reporter_email == ""


@pytest.mark.django_db
def test_contradictions_are_both_kept_and_said():
    action = an_action()
    report(action, RAAHE, "in_use", "1.5.2025")
    report(action, RAAHE, "declined", "1.5.2025", reason=Bottleneck.objects.get(slug="no-owner"))
    (row,) = spread_of(action, list(queries.adoptions_of(action))).rows
    assert row.contradicts
    assert len(row.history) == 2


@pytest.mark.django_db
def test_the_spread_of_an_action():
    action = an_action()
    oulu = Municipality.objects.get(pk=OULU)
    report(action, OULU, "embedded", "2021")
    report(action, RAAHE, "piloting", "2023", learned_from=oulu)
    report(action, RAAHE, "stopped", "2024", reason=Bottleneck.objects.get(slug="no-owner"))
    report(action, AKAA, "interested", "2025", learned_from=oulu)
    spread = spread_of(action, list(queries.adoptions_of(action)))
    assert (spread.count.doing, spread.count.on_the_way, spread.count.ended) == (1, 1, 1)
    assert spread.curve == [(2021, 1), (2022, 1), (2023, 2)]
    assert [(reached, ended) for _label, reached, ended in spread.funnel] == [
        (3, 0),
        (2, 0),
        (2, 0),
        (2, 1),
        (1, 0),
        (1, 0),
    ]
    assert [(reason.slug, count) for reason, count in spread.reasons] == [("no-owner", 1)]
    assert [(str(teacher), len(pupils)) for teacher, pupils in spread.learning.teachers] == [("Oulu", 2)]
    assert [(one.year, one.count) for one in spread.maps] == [(2022, 1), (2023, 2)]
    assert spread.years == [2021, 2023]


@pytest.mark.django_db
def test_after_a_stop_and_a_new_start_the_new_start_is_said():
    action = an_action()
    reason = Bottleneck.objects.get(slug="no-owner")
    report(action, RAAHE, "in_use", "2020")
    report(action, RAAHE, "stopped", "2022", reason=reason)
    report(action, RAAHE, "in_use", "2024")
    report(action, RAAHE, "in_use", "2025")
    adoption = Adoption.objects.get()
    assert (adoption.since, adoption.running_since) == (date(2024, 1, 1), date(2020, 1, 1))
    assert queries.stops_by_bottleneck() == {}


@pytest.mark.django_db
def test_two_who_name_each_other_are_not_both_confirmed(client: Client):
    action = an_action()
    raahe, oulu = (Municipality.objects.get(pk=code) for code in (RAAHE, OULU))
    first = report(action, RAAHE, "in_use", "2025", "form", learned_from=oulu)
    second = report(action, OULU, "in_use", "2025", "form", learned_from=raahe)
    client.force_login(cast.an_organiser())
    client.post("/en/desk/catalogue/reports/", {"report": first.pk, "action": "confirm"})
    answer = client.post(
        "/en/desk/catalogue/reports/", {"report": second.pk, "action": "confirm"}, follow=True
    )
    assert "is said to have learned this action from yours" in answer.content.decode()
    second.refresh_from_db()
    assert second.state == "waiting"


@pytest.mark.django_db
def test_an_adoption_counts_once_for_the_reason_that_ended_it():
    action = an_action()
    no_owner, other = Bottleneck.objects.exclude(slug="").order_by("pk")[:2]
    report(action, RAAHE, "declined", "2020", reason=no_owner)
    report(action, RAAHE, "in_use", "2022")
    report(action, RAAHE, "stopped", "2024", reason=other)
    report(action, OULU, "declined", "2020", reason=no_owner)
    report(action, OULU, "interested", "2024")
    assert queries.stops_by_bottleneck() == {other.pk: 1}
    assert [one.municipality_id for one in queries.stopped_by(other)] == [RAAHE]
    assert queries.stopped_by(no_owner) == []
    assert spread_of(action, list(queries.adoptions_of(action))).reasons == [(other, 1)]


@pytest.mark.django_db
def test_who_has_left_a_network_is_not_among_its_members(client: Client):
    network, other = Network.objects.order_by("pk")[:2]
    Membership.objects.filter(municipality__in=[RAAHE, OULU]).delete()
    Membership.objects.create(network=network, municipality_id=RAAHE, left_year=2020)
    Membership.objects.create(network=other, municipality_id=RAAHE)
    Membership.objects.create(network=network, municipality_id=OULU)
    action = an_action("Of Raahe", owner_id=RAAHE)
    mine = an_action("Of Oulu", owner_id=OULU)
    for code in (RAAHE, OULU):
        report(an_action(f"For {code}"), code, "in_use", "2025")
    assert [one.municipality_id for one in queries.adoptions_among(network)] == [OULU]
    found = queries.find_actions(queries.ActionFilter(network=network.slug))
    assert mine in found
    assert action not in found
    page = client.get(f"/en/municipalities/{RAAHE}/").content.decode()
    assert f"/networks/{other.slug}/" in page
    assert f"/networks/{network.slug}/" not in page


@pytest.mark.django_db
def test_each_invented_row_says_so_and_the_whole_only_if_all_are(client: Client):
    action = an_action()
    report(action, RAAHE, "in_use", "2025")
    Adoption.objects.update(is_simulated=True)
    path = f"/en/actions/{action.slug}/"
    words = "The adoptions shown here are invented."
    page = client.get(path).content.decode()
    assert words in page
    tags = page.count("is-simulated") + page.count("tag-simulated") + page.count("Simulated")
    report(action, OULU, "in_use", "2025")
    page = client.get(path).content.decode()
    assert words not in page
    assert "imulated" in page.partition("Raahe</a>")[2].partition("</th>")[0], tags
    assert "imulated" not in page.partition("Oulu</a>")[2].partition("</th>")[0]


@pytest.mark.django_db
def test_mistakes_do_not_use_up_the_reports_one_may_send(client: Client):
    action = an_action(began_on=date(2019, 1, 1))
    path = f"/en/actions/{action.slug}/adopt/"
    filled = {"municipality": "Raahe", "stage": "in_use", "when": "2024"}
    for _number in range(35):
        assert client.post(path, filled | {"when": "1999"}).status_code == 422
    for number in range(30):
        assert (
            client.post(path, filled | {"when": f"{1 + number % 28}.{1 + number // 28}.2024"}).status_code
            == 302
        )
    assert client.post(path, filled | {"when": "2025"}).status_code == 429
    assert AdoptionReport.objects.count() == 30


@pytest.mark.django_db
def test_editors_see_all_that_becomes_public(client: Client):
    report(an_action(), RAAHE, "in_use", "2025", "form", units_reached=3, units_total=12, units="schools")
    client.force_login(cast.an_organiser())
    assert "3 of 12 schools" in client.get("/en/desk/catalogue/reports/").content.decode()
    assert "3/12 koulua" in client.get("/fi/desk/catalogue/reports/").content.decode()


@pytest.mark.django_db
def test_the_form_says_that_all_but_the_address_becomes_public(client: Client):
    page = client.get(f"/en/actions/{an_action().slug}/adopt/").content.decode()
    assert "All that you write here except your email address becomes public" in page


@pytest.mark.django_db
def test_the_database_keeps_one_adoption_and_a_reason_for_each_end():
    adoption = Adoption.objects.create(action=an_action(), municipality_id=RAAHE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.create(action=adoption.action, municipality_id=RAAHE)
    with pytest.raises(IntegrityError), transaction.atomic():
        AdoptionReport.objects.create(
            adoption=adoption, stage="stopped", on=TODAY, source="editor", reported_at=NOW
        )


@pytest.mark.django_db
def test_a_page_takes_a_report_and_answers_what_is_wrong_in_words(client: Client):
    action = an_action(began_on=date(2019, 1, 1))
    path = f"/en/actions/{action.slug}/adopt/"
    filled = {
        "municipality": "Brahestad",
        "stage": "in_use",
        "when": "2024",
        "reporter_email": "x@example.org",
    }
    for wrong, words in [
        ({"when": "1999"}, "did not exist yet"),
        ({"when": "2999"}, "in the future"),
        ({"when": "soon"}, "Write a year"),
        ({"municipality": "Vihanti"}, "has been part of"),
        ({"municipality": "Raahee"}, "Did you mean"),
        ({"stage": "stopped"}, "Choose the reason"),
        ({"municipality": "Utajärvi"}, "owns the action"),
    ]:
        answer = client.post(path, filled | wrong)
        assert answer.status_code == 422
        assert words in answer.content.decode(), wrong
        assert "x@example.org" in answer.content.decode()
    assert not AdoptionReport.objects.exists()
    answer = client.post(path, filled)
    assert answer["Location"] == f"{path}?sent=1"
    assert "Thank you" in client.get(answer["Location"]).content.decode()
    waiting = AdoptionReport.objects.get()
    assert (waiting.state, waiting.adoption.municipality_id, waiting.source) == ("waiting", RAAHE, "form")
    assert "Raahe" not in client.get(f"/en/actions/{action.slug}/").content.decode()


@pytest.mark.django_db
def test_an_editor_confirms_and_everybody_sees_it(client: Client):
    action = an_action()
    waiting = report(action, RAAHE, "in_use", "2025", "form")
    client.force_login(cast.an_organiser())
    assert "Raahe" in client.get("/en/desk/catalogue/reports/").content.decode()
    client.post("/en/desk/catalogue/reports/", {"report": waiting.pk, "action": "confirm"})
    assert "Raahe" in Client().get(f"/en/actions/{action.slug}/").content.decode()
    assert action.slug in Client().get("/en/municipalities/678/").content.decode()
    assert client.post("/en/desk/catalogue/reports/", {"report": "x"}).status_code == 404


def test_an_inexact_date_covers_all_its_days():
    assert InexactDate(date(2024, 1, 1), "year").last == date(2024, 12, 31)
