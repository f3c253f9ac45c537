"""Public pages kept in memory: never an old one, never another language's, never anybody's own."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from skaala.config.wsgi import application
from skaala.registration.personal_link import make_token
from skaala.series import operations, public_version
from skaala.series.models import Event, Material, Series, Update
from skaala.series.preview import make_preview_key
from skaala.site.kept_pages import KeptPages, kept_pages
from skaala.ui.texts import Texts
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
def clock(monkeypatch) -> Iterator[Clock]:
    kept_pages.clear()
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock)
    yield clock
    application._watch.close()


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


def tell_news(series: Series, clock: Clock) -> None:
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
        (tell_news, PAGE, "Spring series (fi)", "Uusi nimi"),
        (tell_news, f"{PAGE}feed.atom", "Spring series (fi)", "Uusi nimi"),
        (rename_organisation, f"{PAGE}privacy/", "Association (fi)", "Uusi nimi"),
        (archive, PAGE, "Ilmoittaudu", "Tämä sarja on päättynyt"),
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


def test_what_comes_by_itself_is_seen_at_its_instant(client, series, clock):
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


def test_hosts_are_not_mixed(client, series, settings):
    settings.ALLOWED_HOSTS = ["one.example.org", "two.example.org"]
    for _ in range(2):
        for host, status in [("one.example.org", 200), ("two.example.org", 200), ("three.example.org", 400)]:
            assert client.get(PAGE, headers={"host": host}).status_code == status
    assert {key[1] for key in kept_pages._pages} == {"one.example.org", "two.example.org"}


def test_a_made_up_query_string_is_neither_kept_nor_answered_from_memory(client, series):
    client.get(PAGE)
    before = set(kept_pages._pages)
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
    assert set(kept_pages._pages) == before
    assert "checked" in words(client, f"{REGISTER}?event=workshop-1")
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
    for _ in range(2):
        assert "Spring series" in words(client, f"{PAGE}?preview={make_preview_key(series)}")
    assert client.get(PAGE).status_code == 404
    assert not kept_pages._pages


def test_nothing_personal_is_kept(client, series):
    registration = a_registration(series)
    organiser = Client()
    organiser.force_login(an_organiser())
    for browser, path in [
        (client, f"/fi/r/{make_token(registration)}/"),
        (organiser, "/fi/desk/"),
        (organiser, PAGE),
    ]:
        assert browser.get(path).status_code == 200
    assert [key[2] for key in kept_pages._pages] == [PAGE]
    page = words(client)
    assert "Olga" not in page and "Maija" not in page and "meet.example.org" not in page


def test_a_post_is_never_answered_from_memory_nor_kept(client, series):
    client.get(REGISTER)
    before = dict(kept_pages._pages)
    answer = client.post(REGISTER, {"name": "Maija Mayor"})
    assert answer.status_code == 422 and "Maija Mayor" in answer.content.decode()
    assert kept_pages._pages == before
    assert "Maija Mayor" not in words(client, REGISTER)


def test_an_answer_with_a_cookie_is_not_kept_whatever_the_view_says(rf):
    from django.http import HttpResponse

    from skaala.site.kept_pages import KeptPagesMiddleware, same_for_everyone, until

    def answer(**headers: str) -> HttpResponse:
        response = HttpResponse("words", headers=headers)
        if "cookie" in headers:
            response.set_cookie("name", "value")
        return until(response, TODAY + timedelta(days=1))

    for number, headers in enumerate(
        [{"cookie": "x"}, {"Vary": "Cookie"}, {"Cache-Control": "private"}, {"X": "y"}]
    ):
        view = same_for_everyone(lambda request, headers=headers: answer(**headers))
        KeptPagesMiddleware(view)(rf.get(f"/{number}/"))
    assert [key[2] for key in kept_pages._pages] == ["/3/"]


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
    monkeypatch.setattr("skaala.site.kept_pages.MOST_BYTES", 100_000)
    for code in ("fi", "sv", "en"):
        for path in ("", "privacy/", "series/spring/", "series/spring/register/", "accessibility/"):
            client.get(f"/{code}/{path}")
            assert (
                kept_pages._bytes
                == sum(len(page.plain) + len(page.zipped) for page in kept_pages._pages.values())
                <= 100_000
            )


def ask(door: Callable, path: str, **more: str) -> tuple[str, dict[str, str], bytes]:
    """Ask a WSGI application as the web server does."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "testserver", "SERVER_PORT": "80",
        "HTTP_HOST": "testserver", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "SCRIPT_NAME": "",
        "SERVER_PROTOCOL": "HTTP/1.1", **more,
    }  # fmt: skip
    came: list[Any] = []
    body = b"".join(door(environ, lambda status, headers: came.extend([status, dict(headers)])))
    return came[0], came[1], body


@pytest.mark.django_db(transaction=True)
def test_the_web_servers_door_gives_what_django_would(client, monkeypatch):
    an_event(a_series())
    made = client.get(PAGE)
    monkeypatch.setattr(application, "_inside", None)  # Django is not to be asked any more
    status, headers, body = ask(application, PAGE)
    assert (status, body) == ("200 OK", made.content)
    assert headers == dict(made.items())
    assert ask(application, PAGE, HTTP_IF_NONE_MATCH=made["ETag"])[0] == "304 Not Modified"
    assert ask(application, PAGE, REQUEST_METHOD="HEAD")[2] == b""


@pytest.mark.django_db(transaction=True)
def test_the_door_sees_a_change_that_another_process_has_committed(client):
    series = a_series()
    an_event(series)
    for title in ("Ensimmäinen", "Toinen"):
        Series.objects.update(title=Texts(fi=title))
        for _ in range(2):
            assert title in ask(application, PAGE)[2].decode()


@pytest.mark.django_db(transaction=True)
def test_the_door_leaves_it_to_django_when_the_database_is_lost(client, monkeypatch):
    an_event(a_series())
    client.get(PAGE)
    watch = application._watch

    def lost() -> str:
        raise OSError

    monkeypatch.setattr(watch, "_read", lost)
    monkeypatch.setattr(application, "_inside", lambda environ, start: [b"inside"])
    with pytest.raises(IndexError):
        ask(application, PAGE)
    monkeypatch.undo()
    assert watch.current() == public_version.current()
    watch.close()


@pytest.mark.django_db(transaction=True)
def test_a_watch_reads_again_after_its_connection_was_cut():
    watch = public_version.Watch()
    assert watch.current() == public_version.current()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [watch._wire.info.backend_pid])
    with pytest.raises(BaseException):  # noqa: B017
        watch.current()
    a_series()
    assert watch.current() == public_version.current()
    watch.close()


@pytest.mark.django_db(transaction=True)
def test_a_reading_shared_by_many_began_after_each_had_asked():
    """While one reading is under way another thread asks: she must not get its number, which may be from before."""
    import threading

    watch, order = public_version.Watch(), []
    under_way, go_on = threading.Event(), threading.Event()
    numbers = iter(["1", "2"])

    def read() -> str:
        number = next(numbers)
        if number == "1":
            under_way.set()
            go_on.wait(5)
        return number

    watch._read = read  # type: ignore[method-assign]
    first = threading.Thread(target=lambda: order.append(("first", watch.current())))
    first.start()
    under_way.wait(5)
    others = [threading.Thread(target=lambda: order.append(("later", watch.current()))) for _ in range(3)]
    for other in others:
        other.start()
    while watch._turn.locked() and sum(other.is_alive() for other in others) < 3:
        pass
    go_on.set()
    for thread in [first, *others]:
        thread.join()
    assert sorted(order) == [("first", "1"), ("later", "2"), ("later", "2"), ("later", "2")]


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
    assert KeptPages().find({"REQUEST_METHOD": "POST"}, lambda: "1") is None
