"""Everything the 2023 announcement says has its place on the public pages, for people and for machines."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from icalendar import Calendar

from skaala.demo import series_2023
from skaala.demo.load import load_demo
from skaala.series.models import Event, Material, Series, Update
from skaala.ui.texts import Texts
from tests.cast import TODAY, a_series, an_event, texts

pytestmark = pytest.mark.django_db
SECRET = "https://meet.example.org/secret"


@pytest.fixture
def past() -> Series:
    load_demo(now=datetime(2026, 11, 24, 10, 0, tzinfo=UTC), people=0, boards=False)
    return Series.objects.get(slug=series_2023.SLUG)


def text_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    html = re.sub(r"<(script|style).*?</\1>", "", response.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fi",
            [
                "Siirry sisältöön", "Tapahtumasarja kuntien kestävyystoimien skaalauksen vauhdittamiseksi",
                "Julkaistu 6.3.2023 klo 16.24", "Kuntaliitto", "ympäristöministeriön Kestävä kaupunki -ohjelma",
                "MDI Public Oy", "Työpaja 1", "Skaalattavien kestävyystoimien vastaanotto ja soveltaminen",
                "ma 27.3.2023 klo 13–15", "Etänä (Teams)", "26.3.2023 asti", "vastaanottavat kunnat",
                "Työpaja 2", "Edelläkävijäkuntien kestävyystoimien skaalaus", "ke 29.3.2023 klo 13–15", "28.3.2023 asti",
                "Työpaja 3", "Skaalauksen syventäminen kuntien kestävyysverkostoissa", "to 30.3.2023 klo 9–11",
                "29.3.2023 asti", "Lopputilaisuus", "ke 10.5.2023 klo 10–15",
                "Kuntatalo, Toinen linja 14, 00530 Helsinki", "Sivun alkuun",
            ],
        ),
        ("sv", ["mån 27.3.2023 kl. 13–15", "Workshop 1", "Avslutningsseminarium", "Kommunförbundet", "Toinen linja 14"]),
        ("en", ["Mon 27 March 2023, 13:00–15:00", "Workshop 1", "Closing event", "Toinen linja 14, 00530 Helsinki"]),
    ],
)  # fmt: skip
def test_the_page_says_what_the_announcement_says(client, past, language, words):
    said = text_of(client, f"/{language}/series/{past.slug}/")
    assert [word for word in words if word not in said] == []


def test_the_front_page_lists_the_coming_series_before_the_past_one(client, past):
    html = client.get("/fi/").content.decode()
    assert html.index("kestavyystoimien-skaalaus-2027") < html.index("kestavyystoimien-skaalaus-2023")


def test_schema_org_data_is_one_series_with_four_events(client, past):
    html = client.get(f"/fi/series/{past.slug}/").content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    data = json.loads(script)
    assert (data["@type"], len(data["subEvent"])) == ("EventSeries", 4)
    first, closing = data["subEvent"][0], data["subEvent"][3]
    assert first["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert first["location"] == [{"@type": "VirtualLocation", "name": "Teams", "url": first["url"]}]
    assert closing["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in closing["location"]] == ["Place", "VirtualLocation"]
    assert closing["location"][0]["address"]["streetAddress"] == "Toinen linja 14"
    assert (closing["startDate"], closing["endDate"]) == (
        "2023-05-10T10:00:00+03:00",
        "2023-05-10T15:00:00+03:00",
    )


def test_the_calendar_feed_has_the_right_instants(client, past):
    response = client.get(f"/fi/series/{past.slug}/calendar.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert [(event["dtstart"].dt, event["dtend"].dt) for event in events] == [
        (datetime(2023, 3, 27, 10, tzinfo=UTC), datetime(2023, 3, 27, 12, tzinfo=UTC)),
        (datetime(2023, 3, 29, 10, tzinfo=UTC), datetime(2023, 3, 29, 12, tzinfo=UTC)),
        (datetime(2023, 3, 30, 6, tzinfo=UTC), datetime(2023, 3, 30, 8, tzinfo=UTC)),
        (datetime(2023, 5, 10, 7, tzinfo=UTC), datetime(2023, 5, 10, 12, tzinfo=UTC)),
    ]
    one = Calendar.from_ical(client.get(f"/fi/series/{past.slug}/lopputilaisuus/calendar.ics").content)
    assert len(one.walk("VEVENT")) == 1


def test_the_atom_feed_has_the_announcement_and_what_is_published_of_the_news(client):
    series = a_series(published_at=TODAY - timedelta(days=365 * 4))
    past = datetime(2024, 1, 1, tzinfo=UTC)
    Update.objects.create(series=series, title=texts("Out"), published_at=past)
    Update.objects.create(
        series=series, title=texts("Not yet"), published_at=datetime(2100, 1, 1, tzinfo=UTC)
    )
    feed = client.get("/en/series/spring/feed.atom").content.decode()
    assert feed.count("<entry>") == 2
    assert "Out (en)" in feed and "Not yet" not in feed


def test_join_links_are_on_no_public_page(client):
    series = a_series()
    event = an_event(series, join_url=SECRET, slug="one", now=datetime(2090, 1, 1, tzinfo=UTC))
    assert Event.objects.get(pk=event.pk).join_url == SECRET  # something that could leak
    for path in ["", "one/", "calendar.ics", "one/calendar.ics", "feed.atom", "register/", "choose/"]:
        response = client.get(f"/fi/series/spring/{path}")
        assert response.status_code == 200, path
        assert SECRET not in response.content.decode().replace("\r\n ", ""), path


@pytest.mark.parametrize("status", ["draft", "scheduled"])
def test_an_unpublished_series_is_nowhere_to_be_seen(client, status):
    later = datetime(2100, 1, 1, tzinfo=UTC)
    series = a_series("not-yet-out", status=status, publish_at=later if status == "scheduled" else None)
    an_event(series, slug="one")
    for path in [
        "",
        "one/",
        "calendar.ics",
        "one/calendar.ics",
        "feed.atom",
        "register/",
        "choose/",
        "privacy/",
        "link/",
    ]:
        assert client.get(f"/fi/series/not-yet-out/{path}").status_code == 404, path
    for url in ["/fi/", "/sitemap.xml", "/fi/privacy/"]:
        assert "not-yet-out" not in client.get(url).content.decode()


def test_a_text_in_one_language_is_marked_and_noted(client):
    a_series(introduction=Texts(sv="Bara på svenska"), title=Texts(fi="Suomeksi"))
    html = client.get("/en/series/spring/").content.decode()
    assert '<span lang="fi">Suomeksi</span>' in html
    assert 'lang="sv"' in html and "Only in Swedish" in html


def test_what_organisers_write_cannot_do_harm(client):
    bad = Texts(fi="</script><script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>")
    series = a_series(title=bad, summary=bad, introduction=bad)
    an_event(series, title=bad, audience=bad, description=bad, slug="one")
    for url in ["/fi/series/spring/", "/fi/series/spring/one/", "/fi/"]:
        html = client.get(url).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript:' not in html


def test_materials_are_shown_from_their_time_on(client):
    series = a_series()
    Material.objects.create(series=series, title=texts("Slides"), url="https://example.org/1")
    Material.objects.create(
        series=series,
        title=texts("Later"),
        url="https://example.org/2",
        visible_from=datetime(2100, 1, 1, tzinfo=UTC),
    )
    html = client.get("/fi/series/spring/").content.decode()
    assert "Slides (fi)" in html and "Later (fi)" not in html


def test_arriving_without_a_language(client):
    for asked, to in [("sv-FI,sv;q=0.9", "/sv/"), ("de", "/fi/"), ("en-GB", "/en/"), ("", "/fi/")]:
        assert client.get("/", headers={"accept-language": asked})["Location"] == to
    assert client.get("/style")["Location"].endswith("/style/")


def test_machines_learn_where_to_go(client, past):
    assert "Disallow: /fi/r/" in client.get("/robots.txt").content.decode()
    found = client.get("/sitemap.xml").content.decode()
    assert f"/sv/series/{past.slug}/lopputilaisuus/" in found and 'hreflang="en"' in found


def test_public_pages_set_no_cookies_and_ask_the_database_the_same_whatever_their_length(
    client, django_assert_num_queries
):
    series = a_series()
    an_event(series, 1)
    not_kept = "/fi/series/spring/?made=anew"
    with django_assert_num_queries(10) as few:  # the last one asks for a report
        assert not client.get(not_kept).cookies
    for number in (2, 3):
        an_event(series, number)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(not_kept)
    client.get("/fi/series/spring/")
    with django_assert_num_queries(1):
        client.get("/fi/series/spring/")


def test_files_are_given_to_those_who_may_see_them_and_never_run_as_a_page(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    series = a_series()
    page = ContentFile(b"<script>alert(1)</script>", name="slides.html")
    shown = Material.objects.create(series=series, title=texts("Slides"), file=page)
    later = datetime(2100, 1, 1, tzinfo=UTC)
    hidden = Material.objects.create(series=series, title=texts("Later"), file=page, visible_from=later)
    assert f"/fi/series/spring/materials/{shown.pk}/" in client.get("/fi/series/spring/").content.decode()
    response = client.get(f"/fi/series/spring/materials/{shown.pk}/")
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response["Content-Disposition"].startswith("attachment")
    assert client.get(f"/fi/series/spring/materials/{hidden.pk}/").status_code == 404
    Series.objects.update(status="draft")
    assert client.get(f"/fi/series/spring/materials/{shown.pk}/").status_code == 404


def test_a_calendar_subscribes_to_the_feed_and_takes_a_single_event_into_its_own(client):
    series = a_series()
    event = an_event(series, now=datetime(2090, 1, 1, tzinfo=UTC))
    an_event(series, 2, now=datetime(2090, 1, 1, tzinfo=UTC))
    page = client.get(f"/en/series/{series.slug}/").content.decode()
    assert f'href="webcal://testserver/en/series/{series.slug}/calendar.ics"' in page
    feed = client.get(f"/en/series/{series.slug}/calendar.ics").content
    assert b"X-WR-CALNAME" in feed and b"REFRESH-INTERVAL" in feed
    single = client.get(f"/en/series/{series.slug}/{event.slug}/calendar.ics").content
    assert b"X-WR-CALNAME" not in single and b"\r\nNAME" not in single and b"BEGIN:VEVENT" in single
