"""How far an action may spread: said only past the turning point, never above the ceiling."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from skaala.catalogue import operations
from skaala.catalogue.models import Action, Adoption, SpreadForecast
from skaala.catalogue.operations import forecasts
from skaala.catalogue.operations.forecasts import forecast_again
from skaala.catalogue.presenters.forecasts import _why
from skaala.insight.diffusion.forecast import TooEarly
from skaala.places.queries.municipalities import municipalities
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db
PAST = {2018: 2, 2019: 6, 2020: 14, 2021: 18, 2022: 12, 2023: 5, 2024: 2, 2025: 1}
RISING = {2021: 1, 2022: 2, 2023: 5, 2024: 9, 2025: 14}


def begun(action: Action, by_year: dict[int, int]) -> None:
    codes = iter([place.pk for place in municipalities(year=2026) if place.pk != action.owner_id])
    Adoption.objects.bulk_create(
        Adoption(
            action=action,
            municipality_id=next(codes),
            stage="in_use",
            since=date(year, 5, 1),
            running_since=date(year, 5, 1),
        )
        for year, count in by_year.items()
        for _number in range(count)
    )


def words(client: Client, action: Action) -> str:
    page = client.get(f"/en/actions/{action.slug}/").content.decode()
    return " ".join(page.partition('<h2 id="forecast">')[2].partition("</section>")[0].split())


def test_past_the_turning_point_the_page_says_how_many_and_within_what(client: Client):
    action = an_action()
    begun(action, PAST)
    forecast_again(now=NOW)
    kept = SpreadForecast.objects.get()
    assert (kept.too_early, kept.turning_point) == ("", 2021)
    assert [row[0] for row in kept.expected] == [2026, 2027, 2028]
    for _year, low, median, high in kept.expected:
        assert 60 <= low <= median <= high <= kept.ceiling
    said = words(client, action)
    assert "The spread was fastest in 2021." in said
    assert f"{kept.ceiling} municipalities at most" in said
    assert "2028</th>" in said
    assert "Too early" not in said


@pytest.mark.parametrize(
    ("by_year", "reason"),
    [
        (RISING, "has not clearly slowed down"),
        ({2024: 3}, "Fewer than ten"),
        ({2026: 12}, "Fewer than ten"),  # this year is not over
        ({2024: 9, 2025: 9}, "too few years"),
    ],
)
def test_before_that_it_is_too_early_to_say(client: Client, by_year, reason):
    action = an_action()
    begun(action, by_year)
    forecast_again(now=NOW)
    said = words(client, action)
    assert "Too early to say." in said
    assert reason in said
    assert "<table" not in said


def test_a_year_that_has_just_begun_is_no_fall():
    action = an_action()
    begun(action, RISING | {2026: 1})
    forecast_again(now=NOW)
    assert SpreadForecast.objects.get().too_early == "before the turning point"


def test_those_that_lack_what_it_needs_are_above_the_ceiling():
    action, other = an_action(needs=["large_town"]), an_action("Other")
    begun(action, PAST)
    begun(other, PAST)
    forecast_again(now=NOW)
    large = sum(place.population >= 50_000 for place in municipalities(year=2026))
    assert SpreadForecast.objects.get(action=action).ceiling == max(large, 60)
    assert SpreadForecast.objects.get(action=other).ceiling == municipalities(year=2026).count() - 1


def test_an_action_that_has_ended_or_that_nobody_has_begun_has_none(client: Client):
    ended, lonely = an_action(status="stopped"), an_action("Lonely")
    begun(ended, PAST)
    forecast_again(now=NOW)
    assert SpreadForecast.objects.count() == 0
    assert words(client, ended) == words(client, lonely) == ""


def test_only_what_has_changed_is_worked_out_again(monkeypatch):
    first, second = an_action(), an_action("Second")
    begun(first, PAST)
    begun(second, RISING)
    assert forecast_again(now=NOW) == 2
    asked = []
    really = forecasts._forecast
    monkeypatch.setattr(forecasts, "_forecast", lambda *facts: asked.append(facts[0]) or really(*facts))
    assert forecast_again(now=NOW) == 0
    begun(first, {})
    Adoption.objects.filter(action=second)[0].delete()
    assert forecast_again(now=NOW) == 1
    assert asked == [second]
    second.status = "stopped"
    operations.save_action(action=second, now=NOW)
    assert forecast_again(now=NOW) == 1
    assert [one.action for one in SpreadForecast.objects.all()] == [first]


def test_a_forecast_for_years_that_are_over_is_not_shown(client: Client):
    action = an_action()
    begun(action, PAST)
    forecast_again(now=NOW)
    SpreadForecast.objects.update(expected=[[2020, 1, 2, 3]])
    assert "Too early to say." in words(client, action)


def test_each_reason_has_words():
    assert all(_why(reason.value) for reason in TooEarly)
