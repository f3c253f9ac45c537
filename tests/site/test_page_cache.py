"""Public pages kept in memory: never an old one, never another language's, never anybody's own."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from skaala.registration.links.personal import make_token
from skaala.series import operations
from skaala.series.links import make_shared_preview_key
from skaala.series.models import Event, Material, Series, Update
from skaala.series.operations import share_preview
from skaala.series.queries import public_version
from skaala.site.http.page_cache import PageCache, page_cache
from skaala.ui.texts import Texts
from tests import cast
from tests.cast import TODAY, a_registration, a_series, an_event, an_organiser, texts

pytestmark = pytest.mark.django_db
PAGE = "/fi/series/spring/"
REGISTER = f"{PAGE}register/"


class Clock:
    def __init__(self) -> None:
        self.now = TODAY

    def __call__(self):
        return self.now

    def goes_on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def clock(monkeypatch) -> Clock:
    page_cache.clear()
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture
def series() -> Series:
    series = a_series()
    an_event(series, 1)
    return series


def words(client: Client, path: str = PAGE) -> str:
    return client.get(path).content.decode()


def is_kept(client: Client, path: str = PAGE) -> bool:
    """Whether the answer comes from memory: then the database is asked for the version alone."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked) == 1


def test_a_page_is_made_once_and_then_given_from_memory(client, series):
    first = client.get(PAGE)
    for path in (PAGE, REGISTER, f"{REGISTER}?event=workshop-1", f"{PAGE}workshop-1/", "/fi/", f"{PAGE}calendar.ics",
                 f"{PAGE}feed.atom", f"{PAGE}privacy/", "/fi/privacy/", "/fi/accessibility/"):  # fmt: skip
        client.get(path)
        assert is_kept(client, path)
    again = client.get(PAGE)
    assert again.content == first.content
    assert dict(again.items()) == dict(first.items())
    assert "default-src" in again["Content-Security-Policy"] and again["Content-Language"] == "fi"
    assert again["Cache-Control"] == "no-cache"


def edit_title(series: Series, clock: Clock) -> None:
    series.title = Texts(fi="Uusi nimi")
    operations.save_series(series=series)


def edit_event(series: Series, clock: Clock) -> None:
    event = series.events.get()
    event.title = Texts(fi="Uusi nimi")
    operations.save_event(event=event, now=clock.now)


def bulk_edit(series: Series, clock: Clock) -> None:
    Event.objects.filter(series=series).update(title=Texts(fi="Uusi nimi"))


def edit_programme(series: Series, clock: Clock) -> None:
    event = series.events.get()
    operations.save_programme(event=event, items=[], is_pending=True)


def notify_of_news(series: Series, clock: Clock) -> None:
    operations.save_update(update=Update(series=series, title=Texts(fi="Uusi nimi"), published_at=clock.now))


def rename_organisation(series: Series, clock: Clock) -> None:
    series.controller.name = Texts(fi="Uusi nimi")
    series.controller.save()


def archive(series: Series, clock: Clock) -> None:
    operations.archive(series=series, now=clock.now)


def deadline(series: Series, clock: Clock) -> None:
    clock.now = series.events.get().registration_closes


def three_days_before_the_deadline(series: Series, clock: Clock) -> None:
    clock.now = series.events.get().registration_closes - timedelta(days=3)


def end_of_event(series: Series, clock: Clock) -> None:
    clock.now = series.events.get().end


@pytest.mark.parametrize(
    ("change", "path", "before", "after"),
    [
        (edit_title, PAGE, "Spring series (fi)", "Uusi nimi"),
        (edit_title, "/fi/", "Spring series (fi)", "Uusi nimi"),
        (edit_title, REGISTER, "Spring series (fi)", "Uusi nimi"),
        (edit_event, PAGE, "Workshop title 1 (fi)", "Uusi nimi"),
        (edit_event, f"{PAGE}workshop-1/", "Workshop title 1 (fi)", "Uusi nimi"),
        (edit_event, f"{PAGE}calendar.ics", "SEQUENCE:0", "SEQUENCE:1"),
        (bulk_edit, REGISTER, "Workshop title 1 (fi)", "Uusi nimi"),
        (edit_programme, PAGE, "tilaisuuden", "tarkentuu"),
        (notify_of_news, PAGE, "Spring series (fi)", "Uusi nimi"),
        (notify_of_news, f"{PAGE}feed.atom", "Spring series (fi)", "Uusi nimi"),
        (rename_organisation, f"{PAGE}privacy/", "Association (fi)", "Uusi nimi"),
        (archive, PAGE, "Ilmoittaudu", "Tämä tilaisuus on päättynyt"),
        (archive, REGISTER, 'name="events"', "Ilmoittautuminen ei ole auki"),
        (deadline, PAGE, "Ilmoittaudu", "Ilmoittautuminen päättynyt"),
        (deadline, REGISTER, 'name="events"', "Ilmoittautuminen ei ole auki"),
        (three_days_before_the_deadline, PAGE, "Ilmoittautuminen", "Sulkeutuu pian"),
        (end_of_event, "/fi/", "Tulevat", "Menneet"),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_a_change_is_seen_at_once(
    client, series, clock, change: Callable, path: str, before: str, after: str
):
    shown = words(client, path)
    assert after not in shown
    change(series, clock)
    assert after in words(client, path)


def test_what_changes_automatically_is_seen_at_its_instant(client, series, clock):
    for moment, name in [(5, "Uutinen"), (7, "Aineisto")]:
        at = TODAY + timedelta(minutes=moment)
        if name == "Uutinen":
            Update.objects.create(series=series, title=Texts(fi=name), published_at=at)
        else:
            Material.objects.create(
                series=series, title=Texts(fi=name), url="https://x.example.org", visible_from=at
            )
    for minutes, seen in [
        (0, []),
        (4.99, []),
        (5, ["Uutinen"]),
        (6.99, ["Uutinen"]),
        (7, ["Uutinen", "Aineisto"]),
    ]:
        clock.now = TODAY + timedelta(minutes=minutes)
        for _ in range(2):
            assert [name for name in ("Uutinen", "Aineisto") if name in words(client)] == seen


def test_an_opening_is_seen_at_its_instant(client, series, clock):
    Event.objects.update(registration_opens=TODAY + timedelta(minutes=1))
    assert 'name="events"' not in words(client, REGISTER)
    clock.goes_on(minutes=1)
    assert 'name="events"' in words(client, REGISTER)


def test_a_scheduled_series_appears_at_its_instant(client, clock):
    series = a_series(status="scheduled", publish_at=TODAY + timedelta(minutes=5))
    an_event(series)
    for path in ("/fi/", "/fi/privacy/"):
        assert "Spring series" not in words(client, path)
    assert client.get(PAGE).status_code == 404
    clock.goes_on(minutes=5)
    for path in ("/fi/", "/fi/privacy/", PAGE):
        assert "Spring series" in words(client, path)


def test_publishing_is_seen_at_once(client, clock):
    series = a_series(status="draft")
    an_event(series)
    assert client.get(PAGE).status_code == 404
    assert "Spring series" not in words(client, "/fi/")
    operations.publish(series=series, now=clock.now)
    assert "Spring series" in words(client) and "Spring series" in words(client, "/fi/")


def test_the_form_lists_the_municipalities_of_the_year(client, clock):
    clock.now = TODAY.replace(month=12, day=31, hour=23, minute=59)
    an_event(a_series(), now=clock.now)
    client.get(REGISTER)
    assert is_kept(client, REGISTER)
    clock.goes_on(seconds=60)
    assert not is_kept(client, REGISTER)


def test_no_page_is_kept_for_long_should_an_instant_be_forgotten(
    client, series, clock, django_assert_num_queries
):
    client.get("/fi/privacy/")
    assert is_kept(client, "/fi/privacy/")
    clock.goes_on(minutes=10)
    assert not is_kept(client, "/fi/privacy/")


def test_languages_are_not_mixed(client, series):
    for _ in range(2):
        for code in ("fi", "sv", "en"):
            answer = client.get(
                f"/{code}/series/spring/", headers={"accept-language": "en", "cookie": "django_language=sv"}
            )
            assert f"Spring series ({code})" in answer.content.decode()
            assert answer["Content-Language"] == code


def test_a_page_is_kept_once_whatever_the_host_and_given_to_ours_alone(client, series, settings):
    settings.ALLOWED_HOSTS = ["one.example.org", "two.example.org"]
    for _ in range(2):
        for host, status in [
            ("one.example.org", 200), ("two.example.org:8443", 200), ("three.example.org", 400), ("one.example.org@x", 400),
            ("", 400),
        ]:  # fmt: skip
            assert client.get(PAGE, headers={"host": host}).status_code == status
    for port in range(40):
        assert client.get(PAGE, headers={"host": f"one.example.org:{port}"}).status_code == 200
    assert len(page_cache._pages) == 1, "names and ports that strangers make up fill no memory"


def test_a_made_up_query_string_is_neither_kept_nor_answered_from_memory(client, series):
    client.get(PAGE)
    before = set(page_cache._pages)
    event = series.events.get()
    for query in (
        "?x=1",
        "?event=workshop-1&x=1",
        "?event=nothing",
        "?for=1-online",
        f"?for={event.pk}-online&for=9-x",
    ):
        for path in (PAGE, REGISTER, f"{PAGE}registered/"):
            assert client.get(path + query).status_code == 200
    assert set(page_cache._pages) == before
    assert "checked" in words(client, f"{REGISTER}?event=workshop-1")
    cast.an_event(series, 2)  # with one event alone, that one is chosen
    assert (
        'id="events-' in words(client, REGISTER)
        and " checked"
        not in words(client, REGISTER)
        .split('name="mode', 1)[0]
        .split("</legend>", 1)[1]
        .split("Workshop", 1)[0]
    )


def test_a_preview_is_nobody_elses(client, clock):
    series = a_series(status="draft")
    an_event(series)
    shared = share_preview(series=series, last_day=clock.now.date(), shared_by=None, now=clock.now)
    for _ in range(2):
        key = make_shared_preview_key(shared)
        assert "Spring series" in words(client, f"{PAGE}?preview={key}")
    assert client.get(PAGE).status_code == 404
    assert not page_cache._pages


def test_nothing_personal_is_kept(client, series):
    registration = a_registration(series)
    organiser = Client()
    cast.signs_in(organiser, an_organiser())
    for browser, path in [
        (client, f"/fi/r/{make_token(registration)}/"),
        (organiser, "/fi/desk/"),
        (organiser, PAGE),
    ]:
        assert browser.get(path).status_code == 200
    assert [key[2] for key in page_cache._pages] == [PAGE]
    page = words(client)
    assert "Olga" not in page and "Maija" not in page and "meet.example.org" not in page


def test_a_post_is_never_answered_from_memory_nor_kept(client, series):
    client.get(REGISTER)
    before = dict(page_cache._pages)
    answer = client.post(REGISTER, {"name": "Maija Mayor"})
    assert answer.status_code == 422 and "Maija Mayor" in answer.content.decode()
    assert page_cache._pages == before
    assert "Maija Mayor" not in words(client, REGISTER)


def test_an_answer_with_a_cookie_is_not_kept_whatever_the_view_says(rf):
    from django.http import HttpResponse

    from skaala.site.http.page_cache import PageCacheMiddleware, cache_until, public_cacheable

    def answer(**headers: str) -> HttpResponse:
        response = HttpResponse("words", headers=headers)
        if "cookie" in headers:
            response.set_cookie("name", "value")
        return cache_until(response, TODAY + timedelta(days=1))

    for number, headers in enumerate(
        [{"cookie": "x"}, {"Vary": "Cookie"}, {"Cache-Control": "private"}, {"X": "y"}]
    ):
        view = public_cacheable(lambda request, headers=headers: answer(**headers))
        PageCacheMiddleware(view)(rf.get(f"/{number}/"))
    assert [key[2] for key in page_cache._pages] == ["/3/"]


def test_gzip_is_sent_to_those_who_take_it(client, series):
    plain = client.get(PAGE)
    for accepted, is_zipped in [
        ("gzip, br", True),
        ("br;q=1, gzip;q=0.5", True),
        ("gzip;q=0", False),
        ("br", False),
        ("x-gzip", False),
    ]:
        answer = client.get(PAGE, headers={"accept-encoding": accepted})
        assert answer.get("Content-Encoding", "") == ("gzip" if is_zipped else "")
        assert (gzip.decompress(answer.content) if is_zipped else answer.content) == plain.content
        assert int(answer["Content-Length"]) == len(answer.content)
        assert "Accept-Encoding" in answer["Vary"]
        assert (answer["ETag"] == plain["ETag"]) == (not is_zipped)


def test_who_has_the_page_gets_304_until_it_changes(client, series, clock):
    tag = client.get(PAGE, headers={"accept-encoding": "gzip"})["ETag"]
    for asked, status in [(tag, 304), (f'"other", W/{tag}', 304), ("*", 304), ('"other"', 200)]:
        answer = client.get(PAGE, headers={"accept-encoding": "gzip", "if-none-match": asked})
        assert (answer.status_code, answer.content == b"") == (status, status == 304)
    edit_title(series, clock)
    assert client.get(PAGE, headers={"accept-encoding": "gzip", "if-none-match": tag}).status_code == 200


def test_head_gives_the_head_alone(client, series):
    whole = client.get(PAGE)
    head = client.head(PAGE)
    assert (head.status_code, head.content, head["Content-Length"]) == (200, b"", whole["Content-Length"])


def test_memory_has_a_bound(client, series, monkeypatch):
    monkeypatch.setattr("skaala.site.http.page_cache.MAX_BYTES", 100_000)
    for code in ("fi", "sv", "en"):
        for path in ("", "privacy/", "series/spring/", "series/spring/register/", "accessibility/"):
            client.get(f"/{code}/{path}")
            assert (
                page_cache._bytes
                == sum(len(page.plain) + len(page.zipped) for page in page_cache._pages.values())
                <= 100_000
            )


def test_a_number_is_never_used_twice():
    from django.db import transaction

    seen = {public_version.current()}
    for _ in range(3):
        with transaction.atomic():
            a_series(slug=f"gone-{len(seen)}", title=texts("x"))
            assert public_version.current() not in seen
            seen.add(public_version.current())
            transaction.set_rollback(True)


def test_a_room_above_adds_what_it_knows(client, series, monkeypatch):
    """Here as a setting of the database; really, which events are full."""
    monkeypatch.setattr(public_version, "_also", {})
    public_version.depends_on("full", "SELECT current_setting('skaala.taken', true)")
    client.get(PAGE)
    assert is_kept(client)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL skaala.taken = '12-onsite'")
    assert not is_kept(client) and is_kept(client)


def test_pages_of_another_process_are_its_own():
    assert PageCache().find({"REQUEST_METHOD": "POST"}, lambda: "1") is None
