"""A municipality's own page: kept by its own person through a link, asked twice a year, forgotten on time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from skaala.catalogue import links
from skaala.catalogue.models import Action, Adoption, AdoptionReport, Keeper, Readiness, Suggestion
from skaala.catalogue.operations import StageReport, keepers, report_adoption, save_readiness, suggest_again
from skaala.catalogue.rules.inexact_dates import read_date
from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.places.models import Municipality
from skaala.ui.texts import Texts
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db
UTAJARVI, RAAHE, OULU = "889", "678", "564"


def a_keeper(*, code: str = RAAHE, is_agreed: bool = True) -> Keeper:
    keeper = keepers.ask_to_keep(
        municipality=Municipality.objects.get(pk=code),
        name="Kerttu Kunnanmies",
        email="kerttu@example.org",
        language="fi",
        now=NOW,
    )
    if is_agreed:
        keepers.agree_to_keeper(keeper=keeper, now=NOW)
        keeper.refresh_from_db()
    return keeper


def page(keeper: Keeper, rest: str = "") -> str:
    return f"/en/k/{links.keeper_token(keeper)}/{rest}"


def test_whoever_asks_gets_the_link_when_an_editor_agrees(client: Client):
    sent = {"name": "Kerttu", "email": "kerttu@example.org"}
    assert client.post(f"/fi/municipalities/{RAAHE}/keep/", sent).status_code == 302
    client.post(f"/fi/municipalities/{RAAHE}/keep/", sent | {"email": "KERTTU@example.org"})
    keeper = Keeper.objects.get()
    assert (keeper.language, keeper.agreed_on, Email.objects.count()) == ("fi", None, 0)
    assert client.get(page(keeper)).status_code == 404
    keepers.agree_to_keeper(keeper=keeper, now=NOW)
    keeper.refresh_from_db()
    written = compose(Email.objects.get()).text
    assert f"/fi/k/{links.keeper_token(keeper)}/" in written
    answer = client.get(page(keeper))
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store, private")


def test_a_replaced_link_opens_nothing(client: Client):
    keeper = a_keeper()
    before = page(keeper)
    keepers.agree_to_keeper(keeper=keeper, now=NOW)
    keeper.refresh_from_db()
    assert (client.get(before).status_code, client.get(page(keeper)).status_code) == (404, 200)


def test_opening_the_page_answers_nothing_and_a_press_does(client: Client):
    keeper = a_keeper()
    Keeper.objects.update(unanswered=1)
    client.get(page(keeper))
    assert Keeper.objects.get().unanswered == 1
    assert client.post(page(keeper), {"answer": "same"}).status_code == 302
    keeper.refresh_from_db()
    assert (keeper.unanswered, keeper.answered_on is not None) == (0, True)
    assert client.post(page(keeper), {"answer": "x"}).status_code == 404
    assert client.post(page(keeper), {"answer": "forget"}).status_code == 200
    assert not Keeper.objects.exists()
    assert not Email.objects.filter(to_address="kerttu@example.org").exists()
    assert client.get(page(keeper)).status_code == 404


def test_a_keeper_reports_at_once_and_nothing_that_cannot_be(client: Client):
    action, keeper = an_action("Heat pumps"), a_keeper()
    wrong = {"stage": "in_use", "when": "2090"}
    assert client.post(page(keeper, f"{action.slug}/"), wrong).status_code == 422
    client.post(page(keeper, f"{action.slug}/"), {"stage": "in_use", "when": "2024"})
    report = AdoptionReport.objects.get()
    assert (report.source, report.state, report.adoption.municipality_id) == ("keeper", "confirmed", RAAHE)
    assert Adoption.objects.get().stage == "in_use"


def test_a_keeper_changes_only_actions_of_the_municipality(client: Client):
    own = an_action(Texts(fi="Pyörätie", en="Cycle path"), owner_id=RAAHE, cost=Texts(fi="Vähän"))
    keeper = a_keeper()
    sent = {
        "status": "stopped", "summary": "A path", "cost": "Little", "ended": "2025",
        "contact_name": "Kalle", "contact_email": "kalle@example.org", "contact_agrees": "on",
    }  # fmt: skip
    assert client.post(page(keeper, f"{own.slug}/"), sent).status_code == 302
    own.refresh_from_db()
    assert (own.status, own.cost, own.name) == (
        "stopped",
        Texts(fi="Vähän", en="Little"),
        Texts(fi="Pyörätie", en="Cycle path"),
    )
    assert own.contact.email == "kalle@example.org"
    another = an_action("Meadows", owner_id=UTAJARVI)
    client.post(page(keeper, f"{another.slug}/"), sent | {"stage": "interested", "when": "2025"})
    another.refresh_from_db()
    assert another.status == ""
    hidden = an_action("Draft", is_public=False, owner_id=RAAHE)
    assert client.get(page(keeper, f"{hidden.slug}/")).status_code == 404


def test_another_action_is_found_by_its_name(client: Client):
    action, keeper = an_action(Texts(fi="Niityt", en="Meadows")), a_keeper()
    found = client.get(page(keeper), {"action": " NIITYT "})
    assert found["Location"].endswith(f"/{action.slug}/")
    assert client.get(page(keeper), {"action": "Atlantis"}).status_code == 404


def test_a_keeper_is_asked_twice_a_year_and_forgotten_after_two_silences():
    a_keeper()
    later = NOW + timedelta(days=183)
    assert (keepers.ask_keepers(now=NOW), keepers.ask_keepers(now=later)) == (0, 1)
    check = Email.objects.get(kind="catalogue.keeper_check")
    assert "Raahe" in compose(check).subject
    assert keepers.ask_keepers(now=later + timedelta(days=183)) == 1
    end = (later + timedelta(days=183)).date()
    assert keepers.forget_keepers(today=end + timedelta(days=30)) == 0
    assert keepers.forget_keepers(today=end + timedelta(days=32)) == 1
    assert not Email.objects.exists()


def test_a_request_that_nobody_agrees_to_goes_in_a_month():
    a_keeper(is_agreed=False)
    assert keepers.forget_keepers(today=NOW.date() + timedelta(days=31)) == 1


def test_readiness_is_kept_with_its_day_and_its_next_steps(client: Client):
    action, keeper = an_action("Heat pumps"), a_keeper()
    sent = {"need_named": "yes", "money": "no", "partners": "unknown"}
    client.post(page(keeper, f"{action.slug}/readiness/"), sent)
    kept = Readiness.objects.get()
    assert (kept.answers, kept.source, kept.municipality_id) == (
        {"need_named": "yes", "money": "no"},
        "keeper",
        RAAHE,
    )
    shown = client.get(page(keeper)).content.decode()
    assert "which grant or budget line fits" in shown
    assert 'value="no" ' in client.get(page(keeper, f"{action.slug}/readiness/")).content.decode()
    client.post(page(keeper, f"{action.slug}/readiness/"), {"money": "unknown"})
    assert not Readiness.objects.exists()


def test_what_a_municipality_answers_changes_what_is_suggested():
    actions = [an_action(f"Action {number}", owner_id=UTAJARVI) for number in range(3)]
    places = list(Municipality.objects.exclude(pk__in=[UTAJARVI, RAAHE])[:12])
    for number, action in enumerate(actions):  # the first is taken up most
        for place in places[: 12 - 4 * number]:
            report_adoption(
                action=action,
                municipality=place,
                report=StageReport(stage="in_use", when=read_date("2024")),
                source="editor",
                now=NOW,
            )

    def suggested() -> list[Action]:
        suggest_again(now=NOW)
        found = Suggestion.objects.filter(municipality=RAAHE, place_for_municipality__isnull=False)
        return [one.action for one in found.order_by("place_for_municipality")]

    def says(action: Action, **answers: str) -> None:
        place = Municipality.objects.get(pk=RAAHE)
        save_readiness(action=action, municipality=place, answers=answers, source="editor", today=NOW.date())

    assert suggested() == actions
    says(actions[2], need_named="yes")
    says(actions[0], conditions_met="no")
    assert suggested() == [actions[2], actions[1]]
    wanting = Suggestion.objects.filter(action=actions[2], place_for_action=1)
    assert [one.municipality_id for one in wanting] == [RAAHE]
    assert not Suggestion.objects.filter(action=actions[0], municipality=RAAHE).exists()
