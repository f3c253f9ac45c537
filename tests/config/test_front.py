"""The front: bodies within a time and a size, cached pages without Django, and what it hands to Django."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable, Coroutine
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client

from skaala.config.front import app, bodies
from skaala.config.front.app import Front
from skaala.config.front.bodies import Bodies, Refused
from skaala.config.front.environ import environ_of
from skaala.config.front.limits import LARGER, USUAL, limit_of
from skaala.config.front.refusals import WORDS, refusal
from skaala.config.wsgi import application
from skaala.series.models import Series
from skaala.series.queries import public_version
from skaala.site.http.page_cache import page_cache
from skaala.ui.texts import Texts
from tests.cast import a_series, an_event

PAGE = "/fi/series/spring/"


class Headers:
    def __init__(self, *pairs: tuple[str, str]) -> None:
        self.pairs = pairs

    def items(self) -> tuple[tuple[str, str], ...]:
        return self.pairs


def scope(path: str, *headers: tuple[str, str], method: str = "GET", query: str = "") -> Any:
    return SimpleNamespace(
        http_version="1.1", server="127.0.0.1:8000", client="[2001:db8::1]:5000", scheme="http", method=method,
        path=path, query_string=query, headers=Headers(("host", "testserver"), *headers),
    )  # fmt: skip


class Wire:
    """The server's side of a request: gives chunks, each after a pause, and takes the answer."""

    def __init__(self, *chunks: bytes, pause: float = 0, broken: bool = False) -> None:
        self.chunks, self.pause, self.broken, self.given = chunks, pause, broken, 0
        self.answer: tuple[int, dict[str, str], Any] | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self.chunks:
            await asyncio.sleep(self.pause)
            self.given += 1
            yield chunk
        if self.broken:
            raise RuntimeError("the connection is gone")

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.answer = status, dict(headers), body

    response_file = response_bytes


def ask(front: Front, path: str, *headers: tuple[str, str], wire: Wire | None = None, **more: str) -> Any:
    wire = wire or Wire()
    asyncio.run(_ask(front, scope(path, *headers, **more), wire))
    return wire.answer


async def _ask(front: Front, asked: Any, wire: Wire) -> None:
    await front.__rsgi__(asked, wire)
    front._watch.close()  # its connection belongs to this loop


def echo(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ["REQUEST_METHOD"].encode(), b" ", body]


def run(reading: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(reading)


def read(*chunks: bytes, declared: int | None = -1, limit: int = 1000, **more: Any) -> bytes:
    length = sum(map(len, chunks)) if declared == -1 else declared
    return run(take(Bodies(), Wire(*chunks, **more), declared=length, limit=limit))


async def take(taken: Bodies, wire: Wire, *, declared: int | None, limit: int, address: str = "a") -> bytes:
    async with taken.read(wire, declared=declared, limit=limit, address=address) as body:
        return body.read()


def test_a_body_comes_whole_in_memory_or_on_disk():
    assert read() == b""
    assert read(b"ab", b"c") == b"abc"
    large = b"x" * bodies.IN_MEMORY
    assert read(large, b"yz", limit=100_000) == large + b"yz"


@pytest.mark.parametrize(
    ("chunks", "more", "status"),
    [
        ([b"x" * 1001], {}, 413),
        ([b"x"], {"declared": 2000}, 413),
        ([b"x"], {"declared": None}, 411),
        ([b"x"], {"broken": True}, 400),
        ([b"x", b"y"], {"declared": 3}, 400),  # the sender has left
        ([b"x" * bodies.IN_MEMORY], {"declared": bodies.IN_MEMORY + 1, "limit": 100_000}, 400),
    ],
)
def test_a_body_that_is_too_large_or_breaks_off_is_refused(chunks, more, status):
    with pytest.raises(Refused) as refused:
        read(*chunks, **more)
    assert refused.value.status == status


def test_a_body_that_is_far_too_large_is_not_even_read():
    wire = Wire(b"x", b"x")
    with pytest.raises(Refused):
        run(take(Bodies(), wire, declared=bodies.DRAINED + 1, limit=1000))
    assert wire.given == 0
    with pytest.raises(Refused):
        run(take(Bodies(), wire, declared=2000, limit=1000))
    assert wire.given == 2, "a browser shows the answer only once it has sent all"


def test_a_slow_body_is_given_up(monkeypatch):
    monkeypatch.setattr(bodies, "SECONDS", 0.05)
    for chunks in ([b"x"] * 3, [b"x" * bodies.IN_MEMORY, b"x", b"x"]):
        with pytest.raises(Refused) as refused:
            read(*chunks, limit=100_000, declared=70_000, pause=3)
        assert refused.value.status == 408


def test_large_bodies_of_one_address_are_counted(monkeypatch):
    monkeypatch.setattr(bodies, "LARGE_OF_ONE_ADDRESS", 1)
    large = b"x" * (bodies.IN_MEMORY + 1)

    async def together(*addresses: str) -> list[Any]:
        taken = Bodies()
        readings = [
            take(
                taken, Wire(large, b"y", pause=0.05), declared=len(large) + 1, limit=100_000, address=address
            )
            for address in addresses
        ]
        found = await asyncio.gather(*readings, return_exceptions=True)
        assert not taken._large
        return [one.status if isinstance(one, Refused) else len(one) for one in found]

    assert run(together("a", "b", "a")) == [len(large) + 1, len(large) + 1, 503]
    monkeypatch.setattr(bodies, "LARGE_AT_ONCE", 1)
    assert run(together("a", "b")) == [len(large) + 1, 503]


def test_limits_are_those_of_the_forms():
    from django.urls import get_resolver

    names = {f"{space}:{name}" for space, (_, inside) in get_resolver().namespace_dict.items()
             for name in inside.reverse_dict if isinstance(name, str)}  # fmt: skip
    assert set(LARGER) <= names
    for language in ("fi", "sv", "en"):
        assert limit_of(f"/{language}/desk/new-series/announcement/") == LARGER["desk:from-announcement"]
        assert limit_of(f"/{language}/series/spring/register/") == USUAL
    assert limit_of("/no/such/page") == limit_of("/live/x") == USUAL


def test_every_form_with_a_file_has_room_for_it():
    """A form that gets a file field and no line in the table would refuse every file."""
    import re
    from pathlib import Path

    import skaala

    rooms = Path(skaala.__file__).parent
    forms = {
        path.parent.name for path in rooms.glob("*/**/forms*") for file in [path, *path.glob("*.py")]
        if file.suffix == ".py" and re.search(r"\bforms\.(FileField|ImageField)\(", file.read_text("utf-8"))
    }  # fmt: skip
    assert forms == {"announcement", "news", "admissions", "study", "catalogue", "face", "board"}, (
        "see the table in config/front/limits.py"
    )


def test_a_request_is_passed_on_as_wsgi_wants_it():
    environ = environ_of(
        scope("/ä/", ("cookie", "a=1"), ("cookie", "b=2"), ("x-forwarded-for", "1"), ("x_forwarded_for", "2"),
              ("accept", "a"), ("accept", "b"), ("content-type", "text/plain"), query="q=%C3%A4")
    )  # fmt: skip
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/ä/"
    assert environ["HTTP_COOKIE"] == "a=1; b=2" and environ["HTTP_ACCEPT"] == "a,b"
    assert environ["HTTP_X_FORWARDED_FOR"] == "1", "an underscore passes for no hyphen"
    assert (environ["REMOTE_ADDR"], environ["SERVER_PORT"]) == ("2001:db8::1", "8000")
    assert environ["CONTENT_TYPE"] == "text/plain" and environ["QUERY_STRING"] == "q=%C3%A4"


def test_refusals_are_in_the_readers_language():
    for status in WORDS:
        for language in ("fi", "sv", "en"):
            _, headers, page = refusal(status, path=f"/{language}/x", accepted="xx")
            assert WORDS[status][language][0] in page.decode() and f'lang="{language}"' in page.decode()
            assert dict(headers)["Cache-Control"] == "no-store"
    assert b'lang="sv"' in refusal(413, path="/live/x", accepted="sv-FI,fi;q=0.5")[2]
    assert b'lang="fi"' in refusal(413, path="/", accepted="")[2]


def test_a_request_goes_to_the_application_with_its_body():
    front = Front(echo)
    assert ask(front, "/x", ("content-length", "3"), wire=Wire(b"ab", b"c"), method="POST")[2] == b"POST abc"
    assert ask(front, "/x", ("transfer-encoding", "chunked"), wire=Wire(b"ab"), method="POST")[0] == 411
    assert ask(front, "/x", ("content-length", "4"), wire=Wire(b"ab"), method="POST")[0] == 400
    assert ask(front, "/x")[2] == b"GET "


def test_a_request_that_fails_is_answered(monkeypatch):
    def broken(environ: Any, start_response: Any) -> list[bytes]:
        raise LookupError

    assert ask(Front(broken), "/sv/x")[0] == 500
    assert "störning" in ask(Front(broken), "/sv/x")[2].decode()
    too_much = ask(Front(echo), "/fi/x", ("content-length", "600000"), wire=Wire(), method="POST")
    assert too_much[0] == 413 and "liian suuri" in too_much[2].decode()
    monkeypatch.setattr(app, "MOST_WAITING", 0)
    busy = ask(Front(echo), "/en/x")
    assert busy[0] == 503 and busy[1]["Retry-After"]


def test_a_file_is_sent_by_the_server(tmp_path):
    file = tmp_path / "x.txt"
    file.write_text("abc")

    def files(environ: Any, start_response: Callable[..., Any]) -> Any:
        start_response("200 OK", [])
        source = io.BytesIO(b"abc") if environ["PATH_INFO"] == "/memory" else file.open("rb")
        return environ["wsgi.file_wrapper"](source)

    front = Front(files)
    assert ask(front, "/file")[2] == str(file)
    assert ask(front, "/memory")[2] == b"abc"
    assert ask(front, "/file", method="HEAD")[2] == b"abc"


@pytest.fixture
def front(monkeypatch) -> Front:
    page_cache.clear()
    return Front(application)


@pytest.mark.django_db(transaction=True)
def test_a_cached_page_is_given_without_django_and_never_an_old_one(front, client: Client, monkeypatch):
    series = a_series()
    an_event(series)
    made = client.get(PAGE)
    monkeypatch.setattr(front, "_application", None)  # Django is not to be asked any more
    status, headers, body = ask(front, PAGE)
    assert (status, body, headers) == (200, made.content, dict(made.items()))
    assert ask(front, PAGE, ("if-none-match", made["ETag"]))[0] == 304
    assert ask(front, PAGE, method="HEAD")[2] == b""
    assert ask(front, PAGE, ("host", "elsewhere.example.org"))[0] == 500, "that is for Django to refuse"
    monkeypatch.undo()
    for title in ("Ensimmäinen", "Toinen"):
        Series.objects.update(title=Texts(fi=title))
        for _ in range(2):
            assert title in ask(front, PAGE)[2].decode()


@pytest.mark.django_db(transaction=True)
def test_where_the_database_is_lost_django_says_so(front, client: Client, monkeypatch):
    an_event(a_series())
    client.get(PAGE)

    def lost() -> None:
        raise psycopg.OperationalError

    monkeypatch.setattr(public_version.database, "connect", lost)
    monkeypatch.setattr(front, "_application", echo)
    assert ask(front, PAGE)[2] == b"GET "


@pytest.mark.django_db(transaction=True)
def test_a_watch_reads_again_after_its_connection_was_cut():
    async def story() -> None:
        watch = public_version.Watch()
        assert await watch.current() == now
        cut(watch)
        with pytest.raises(psycopg.OperationalError):
            await watch.current()
        assert await watch.current() == now
        cut(watch)
        await asyncio.sleep(0.2)  # long enough to notice
        assert await watch.current() == now
        watch.close()

    def cut(watch: public_version.Watch) -> None:
        assert watch._wire is not None
        with psycopg.connect(watch._wire.info.dsn, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [watch._wire.info.backend_pid])

    now = public_version.current()
    connection.close()
    run(story())


def test_a_watch_gives_up_a_database_that_does_not_answer(monkeypatch):
    monkeypatch.setattr(public_version, "READ_WITHIN", 0.05)
    monkeypatch.setattr(public_version, "_connect", lambda: __import__("time").sleep(0.3))

    async def story() -> None:
        watch = public_version.Watch()
        answers = await asyncio.gather(watch.current(), watch.current(), return_exceptions=True)
        assert [type(answer) for answer in answers] == [TimeoutError, TimeoutError]

    run(story())


def test_a_reading_shared_by_many_began_after_each_had_asked():
    """While one reading is under way others ask: they must not get its number, which may be from before."""
    numbers = iter("12")

    class SlowlyRead(public_version.Watch):
        def _ask(self, loop: asyncio.AbstractEventLoop) -> None:
            self._asked, self._waiting = self._waiting, []
            number = next(numbers)
            loop.call_later(0.05, self._done, lambda answer: answer.set_result(number))

    async def story() -> None:
        watch = SlowlyRead()
        first = watch.current()
        await asyncio.sleep(0.01)
        later = [watch.current() for _ in range(3)]
        later[1].cancel()  # somebody who leaves takes the answer from nobody
        assert await first == "1"
        assert [await one for one in (later[0], later[2])] == ["2", "2"]

    run(story())
