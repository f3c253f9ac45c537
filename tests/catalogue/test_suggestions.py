"""What is suggested to a municipality, and who might want an action next: worked out from adoptions, and kept."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from skaala.catalogue import operations, queries
from skaala.catalogue.models import Action, Adoption, Suggestion
from skaala.catalogue.operations import StageReport, suggest_again, suggestions
from skaala.catalogue.rules.inexact_dates import read_date
from skaala.catalogue.rules.suggestions import Why
from skaala.evidence.models import Bottleneck
from skaala.insight.matching import adoptions as learned
from skaala.insight.matching import recommendations
from skaala.insight.matching.choice import Choice
from skaala.insight.matching.evaluation import evaluate_matching
from skaala.insight.matching.uptake import POPULARITY
from skaala.places.models import Membership, Municipality, Network
from skaala.series.queries import public_version
from tests.catalogue.actions import NOW, an_action

UTAJARVI, RAAHE, OULU, AKAA, HELSINKI = "889", "678", "564", "020", "091"
pytestmark = pytest.mark.django_db


def adopts(action: Action, *codes: str, stage: str = "in_use", when: str = "2025", **more: object) -> None:
    for code in codes:
        operations.report_adoption(
            action=action,
            municipality=Municipality.objects.get(pk=code),
            report=StageReport(stage=stage, when=read_date(when), **more),  # type: ignore[arg-type]
            source="editor",
            now=NOW,
        )


def a_catalogue() -> dict[str, Action]:
    """Four actions of Helsinki; Akaa has none of them."""
    made = {name: an_action(name, owner_id=HELSINKI) for name in ("Lamps", "Buses", "Wells", "Lonely")}
    adopts(made["Lamps"], RAAHE, OULU, UTAJARVI)
    adopts(made["Buses"], RAAHE, OULU)
    adopts(made["Wells"], RAAHE)
    return made


def names(code: str) -> list[str]:
    found = queries.suggested_to(Municipality.objects.get(pk=code))
    return [str(one.action.name) for one in found]


def test_what_is_taken_up_most_comes_first_and_what_nobody_has_taken_up_not_at_all():
    a_catalogue()
    suggest_again(now=NOW)
    assert names(AKAA) == ["Lamps", "Buses", "Wells"]


def test_what_a_municipality_has_or_had_or_considers_or_owns_is_never_suggested():
    made = a_catalogue()
    adopts(made["Buses"], UTAJARVI, stage="interested")
    adopts(made["Wells"], OULU, stage="declined", reason=Bottleneck.objects.get(slug="no-owner"))
    suggest_again(now=NOW)
    assert names(RAAHE) == []
    assert names(HELSINKI) == []
    assert names(UTAJARVI) == ["Wells"]
    assert names(OULU) == []


def test_what_has_been_reported_since_is_left_out_before_it_is_worked_out_again(client: Client):
    made = a_catalogue()
    suggest_again(now=NOW)
    adopts(made["Buses"], AKAA)
    made["Wells"].owner_id = AKAA
    made["Wells"].save()
    assert names(AKAA) == ["Lamps"]
    assert AKAA not in [one.municipality_id for one in queries.suggested_for(made["Buses"])]
    page = client.get(f"/en/municipalities/{AKAA}/").content.decode()
    assert "Buses" not in page.partition('id="suggested"')[2].partition("</section>")[0]


def test_what_is_only_said_and_not_confirmed_hides_nothing():
    made = a_catalogue()
    suggest_again(now=NOW)
    Adoption.objects.create(action=made["Buses"], municipality_id=AKAA)
    assert "Buses" in names(AKAA)


@pytest.mark.parametrize("status", ["planned", "stopped", "failed"])
def test_what_has_not_begun_or_has_ended_is_not_suggested(status):
    made = a_catalogue()
    suggest_again(now=NOW)
    made["Lamps"].status = status
    operations.save_action(action=made["Lamps"], now=NOW)
    assert "Lamps" not in names(AKAA)
    suggest_again(now=NOW)
    assert not Suggestion.objects.filter(action=made["Lamps"]).exists()


def test_the_page_of_a_municipality_gives_the_reasons_in_words(client: Client):
    made = a_catalogue()
    made["Lamps"].needs = ["large_town", "railway"]
    operations.save_action(action=made["Lamps"], now=NOW)
    adopts(made["Lamps"], "635")  # Pälkäne, near Akaa
    suggest_again(now=NOW)
    page = client.get(f"/en/municipalities/{AKAA}/").content.decode()
    card = " ".join(page.partition('id="suggested"')[2].partition("</ol>")[0].split())
    assert "For a town like Akaa" in page
    assert "of about the same size do" in card
    assert re.search(r"The nearest that does it: <a [^>]+>Pälkäne</a>, 2\d km away\.", card)
    assert "4 municipalities have begun it in the last two years." in card
    assert "Needs what the municipality does not have: at least 50,000 residents" in card
    assert "Needs a railway: do you have that?" in card


def test_only_those_who_do_it_today_are_counted_and_named():
    made = a_catalogue()
    adopts(made["Lamps"], "635")
    adopts(made["Lamps"], "635", stage="stopped", when="2026", reason=Bottleneck.objects.get(slug="no-owner"))
    suggest_again(now=NOW)
    one = queries.suggested_to(Municipality.objects.get(pk=AKAA))[0]
    assert Why.read(one.why).nearest == HELSINKI


def test_who_might_want_an_action_next_is_no_owner_no_adopter_and_lacks_nothing(client: Client):
    made = a_catalogue()
    adopts(made["Buses"], AKAA, "092")
    made["Wells"].needs = ["medium_town"]
    operations.save_action(action=made["Wells"], now=NOW)
    suggest_again(now=NOW)
    found = [one.municipality_id for one in queries.suggested_for(made["Wells"])]
    assert set(found) == {OULU, AKAA, "092"}  # Utajärvi has taken something up, too, and is small
    assert queries.suggested_for(made["Lonely"]) == []
    page = client.get(f"/en/actions/{made['Wells'].slug}/").content.decode()
    assert "Who might want it next" in page
    assert "Has taken up 2 actions of others." in page
    assert "Who might want it next" not in client.get(f"/en/actions/{made['Lonely'].slug}/").content.decode()


def test_what_a_municipality_began_itself_does_not_say_that_it_takes_up_what_others_began():
    made = a_catalogue()
    for number in range(6):
        an_action(f"Of Espoo {number}", owner_id="049")
    suggest_again(now=NOW)
    found = [one.municipality_id for one in queries.suggested_for(made["Wells"])]
    assert found == [OULU, UTAJARVI]


def test_of_those_for_whom_as_much_speaks_the_nearest_comes_first():
    made = a_catalogue()
    adopts(made["Buses"], "020", "635", "049")
    adopts(made["Lamps"], "049", "020", "635")
    suggest_again(now=NOW)
    found = [one.municipality_id for one in queries.suggested_for(made["Wells"])]
    # Helsinki and Raahe do it: Espoo and Oulu are next to them, Akaa and Pälkäne are not.
    assert found[:4] == ["049", OULU, AKAA, "635"]


def test_too_little_is_known_to_suggest_anything(client: Client):
    an_action(owner_id=HELSINKI)
    suggest_again(now=NOW)
    assert Suggestion.objects.count() == 0
    assert "too early to suggest anything" in client.get(f"/en/municipalities/{AKAA}/").content.decode()


def test_a_merged_municipality_counts_as_what_it_has_become():
    made = a_catalogue()
    Municipality.objects.filter(pk=RAAHE).update(valid_until=2024, successor=AKAA)
    suggest_again(now=NOW)
    assert names(AKAA) == []
    assert names(UTAJARVI) == ["Buses", "Wells"]
    assert not Suggestion.objects.filter(municipality=RAAHE).exists()
    assert made["Wells"].pk not in Suggestion.objects.values_list("action", flat=True).filter(
        municipality=AKAA
    )


def test_the_order_of_the_rows_does_not_matter():
    a_catalogue()
    suggest_again(now=NOW)
    before = list(Suggestion.objects.order_by("municipality", "action").values_list("municipality", "action", "place_for_municipality", "place_for_action"))  # fmt: skip
    rows = list(Adoption.objects.order_by("-pk"))
    Adoption.objects.all().delete()
    for row in rows:
        row.pk = None
    Adoption.objects.bulk_create(rows)
    assert suggest_again(now=NOW) == 0
    assert before == list(Suggestion.objects.order_by("municipality", "action").values_list("municipality", "action", "place_for_municipality", "place_for_action"))  # fmt: skip


def test_public_pages_are_made_anew_only_if_something_differs():
    made = a_catalogue()
    assert suggest_again(now=NOW) > 0
    version = public_version.current()
    assert suggest_again(now=NOW) == 0
    assert public_version.current() == version
    Suggestion.objects.filter(action=made["Wells"]).delete()
    assert suggest_again(now=NOW) > 0
    assert public_version.current() != version


def forget_jobs() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def test_a_change_of_an_adoption_or_an_action_asks_once_for_new_suggestions():
    waiting = ProcrastinateJob.objects.filter(task_name=suggestions.SUGGEST, status="todo")
    made = a_catalogue()
    assert waiting.count() == 1
    for change in (
        lambda: adopts(made["Wells"], OULU),
        lambda: operations.withdraw_action(action=made["Wells"]),
        lambda: operations.publish_action(action=made["Wells"], account=None, now=NOW),
        lambda: operations.save_action(action=made["Wells"], now=NOW),
    ):
        forget_jobs()
        change()
        assert waiting.count() == 1


def test_pages_and_the_evaluation_rank_by_the_same_function(monkeypatch):
    a_catalogue()
    asked = []

    def choose(matrix, *, seed):
        asked.append(matrix.shape)
        return Choice((POPULARITY,), (float("inf"),))

    monkeypatch.setattr(recommendations, "choose_ranking", choose)
    suggest_again(now=NOW)
    assert len(asked) == 1
    pairs = [
        learned.Adoption(f"town {town}", f"action {town % number}")
        for town in range(20)
        for number in (1, 2, 3)
    ]
    evaluate_matching(learned.AdoptionMatrix.of(pairs), repeats=2)
    assert len(asked) == 3


def test_a_day_as_a_number_of_years():
    assert suggestions.as_year(date(2025, 12, 31)) < 2026


def test_a_ferry_for_an_inland_town_comes_last_and_says_why(client: Client):
    made = a_catalogue()
    made["Lamps"].needs = ["coast", "ferry"]
    operations.save_action(action=made["Lamps"], now=NOW)
    suggest_again(now=NOW)
    assert names(AKAA) == ["Buses", "Wells", "Lamps"]
    card = " ".join(client.get(f"/en/municipalities/{AKAA}/").content.decode().split())
    assert "Needs what the municipality does not have: a sea coast" in card
    assert names("609")[0] == "Lamps"  # Pori lies by the sea; whether it has a ferry is asked
    assert "Needs a ferry route: do you have that?" in client.get("/en/municipalities/609/").content.decode()


def test_a_network_s_page_names_the_members_that_might_want_an_action_next(client: Client):
    made = a_catalogue()
    network = Network.objects.order_by("pk")[0]
    for code in (RAAHE, OULU, AKAA):
        Membership.objects.get_or_create(network=network, municipality_id=code, left_year=None)
    suggest_again(now=NOW)
    assert AKAA in {place.pk for place in queries.suggested_among(network)[made["Lamps"].pk]}
    page = client.get(f"/en/networks/{network.slug}/").content.decode()
    row = page.partition(f"/en/actions/{made['Lamps'].slug}/")[2].partition("</tr>")[0]
    assert ">Akaa</a>" in row.partition('data-label="Might want it next"')[2]


def test_the_list_of_bottlenecks_crosses_them_with_the_stages_that_had_been_reached(client: Client):
    made = a_catalogue()
    adopts(made["Lamps"], AKAA, stage="piloting", when="2024")
    adopts(made["Lamps"], AKAA, stage="stopped", when="2025", reason=Bottleneck.objects.get(slug="no-owner"))
    page = client.get("/en/bottlenecks/").content.decode()
    table = page.partition('id="stalls"')[2]
    assert '<td class="is-number" data-label="Piloting">1</td>' in table


def test_what_cannot_be_done_here_comes_after_all_that_can_whatever_is_missing():
    made = a_catalogue()
    made["Lamps"].needs = ["large_town"]
    operations.save_action(action=made["Lamps"], now=NOW)
    suggest_again(now=NOW)
    assert names(AKAA) == ["Buses", "Wells", "Lamps"]
    assert names("609")[0] == "Lamps"  # Pori is large enough


def test_the_owner_is_in_no_number_but_can_be_asked():
    made = a_catalogue()
    suggest_again(now=NOW)
    made["Own"] = an_action("Own", owner_id="635", began_on=date(2025, 6, 1))  # Pälkäne, near Akaa
    adopts(made["Own"], OULU, when="2026")
    suggest_again(now=NOW)
    why = Why.read(Suggestion.objects.get(municipality=AKAA, action=made["Own"]).why)
    assert (why.nearest, why.recent) == ("635", 1)


def test_only_towns_of_the_same_size_are_called_so(client: Client):
    made = a_catalogue()
    made["Lamps"].owner_id = RAAHE
    operations.save_action(action=made["Lamps"], now=NOW)
    Adoption.objects.filter(municipality=RAAHE).delete()
    suggest_again(now=NOW)
    of_helsinki = " ".join(client.get(f"/en/municipalities/{HELSINKI}/").content.decode().split())
    assert "No other municipality is of the same size: 1 of the 5 nearest in size does it." in of_helsinki
    of_akaa = client.get(f"/en/municipalities/{AKAA}/").content.decode()
    assert "of the 20 municipalities of about the same size" in of_akaa
    assert "nearest in size" not in of_akaa
