"""Several hands at one pile: each piece once, a slow one holds no other up, a failure ends the round."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from skaala.config import hands


@contextmanager
def beside() -> Iterator[None]:
    yield


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(3) as made:
        yield made


def test_each_piece_is_done_once_and_connections_serve_many(pool):
    opened = []

    @contextmanager
    def counted() -> Iterator[None]:
        opened.append(1)
        yield

    found = hands.in_turns(pool, 3, threading.Event(), counted, lambda one: one, range(50))
    assert sorted(found) == list(range(50))
    assert len(opened) <= 3


def test_a_slow_piece_holds_no_other_up_and_is_not_waited_for_at_the_end(pool, monkeypatch):
    monkeypatch.setattr(hands, "SLOW", 0.1)
    go_on = threading.Event()

    def action(one: object) -> object:
        if one == 0:
            go_on.wait(10)
        return one

    assert sorted(hands.in_turns(pool, 3, threading.Event(), beside, action, range(9))) == list(range(1, 9))
    # The next round goes beside it, by the hands that are left.
    assert sorted(hands.in_turns(pool, 3, threading.Event(), beside, action, [1, 2])) == [1, 2]
    go_on.set()


def test_a_failure_ends_the_round(pool):
    begun = []

    def action(one: object) -> object:
        begun.append(one)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        list(hands.in_turns(pool, 3, threading.Event(), beside, action, range(1000)))
    assert len(begun) < 1000


def test_nothing_more_is_begun_at_a_stop(pool):
    done, begun = threading.Event(), []

    def action(one: object) -> object:
        begun.append(one)
        done.set()
        return one

    found = [one for one in hands.in_turns(pool, 3, done, beside, action, range(100)) if one is not None]
    assert sorted(found) == sorted(begun) and len(begun) <= 3
