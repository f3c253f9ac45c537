"""What a front page and the list of all series show, however many there are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.series import queries, rules
from skaala.series.models import Series
from tests.cast import TODAY, a_series, an_event

pytestmark = pytest.mark.django_db
HOURS = (-90, -50, -3, -2, 0, 2, 3, 70)


def test_the_database_sorts_series_by_the_phases_of_the_rule():
    number = 0
    for first in HOURS:
        for last in HOURS:
            if last >= first:
                number += 1
                series = a_series(f"s{number}", status="published")
                for place, hours in enumerate({first, last}, start=1):
                    an_event(series, place, start=TODAY + timedelta(hours=hours))
    a_series("none", status="published")
    Series.objects.filter(slug="s5").update(status="archived")
    found = queries.front_page(now=TODAY)
    shown = {"upcoming": found.upcoming, "ongoing": found.ongoing, "past": found.past}
    for phase, listed in shown.items():
        assert listed, phase
        for series in listed:
            expected = (
                rules.Phase.PAST
                if series.status == "archived"
                else rules.phase(list(series.events.all()), now=TODAY)
            )
            assert expected.value == phase, series.slug
    assert found.more + sum(map(len, shown.values())) == Series.objects.count()
    starts = [min(event.start for event in series.events.all()) for series in found.past]
    assert starts == sorted(starts, reverse=True)


def test_a_front_page_does_not_grow_with_the_series_and_the_list_has_them_all(
    client, django_assert_max_num_queries
):
    for number in range(60):
        series = a_series(f"s{number}", status="published")
        days = 100 + number
        an_event(series, 1, now=timezone.now() + timedelta(days=-days if number % 2 else days))
    Series.objects.update(tenant=Series.objects.first().tenant)
    with django_assert_max_num_queries(40):
        page = client.get("/en/").content.decode()
    assert page.count('class="series-card"') == queries.series.AT_THE_FRONT + queries.series.PAST_AT_THE_FRONT
    assert "All series, 24 more" in page and 'href="/en/series/"' in page

    listed = [client.get(f"/en/series/?page={number}").content.decode() for number in (1, 2, 3)]
    found = [
        slug
        for html in listed
        for slug in Series.objects.values_list("slug", flat=True)
        if f"/{slug}/" in html
    ]
    assert sorted(found) == sorted(Series.objects.values_list("slug", flat=True))
    assert "Past series" not in listed[0] and "Past series" in listed[2]
    assert "All series, page 2" in listed[1]
    assert client.get("/en/series/?page=nonsense").status_code == 200
    assert client.get("/en/series/?organisation=nobody").status_code == 404
