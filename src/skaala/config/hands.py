"""Several hands for one pile of work."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from operator import length_hint
from queue import Empty, SimpleQueue

SLOW = 2  # seconds without anything done after which what is in hand is no longer waited for


def in_turns(
    hands: Executor,
    count: int,
    done: threading.Event,
    beside: Callable[[], AbstractContextManager[object]],
    action: Callable[[object], object],
    given: Iterable[object],
) -> Iterator[object]:
    """
    Do ``action`` for each given, up to ``count`` at once; what has not begun when all is ``done`` is left.

    Each hand takes the next one off the pile when it has finished one, so whatever takes long holds no other up. Nor is it
    waited for once nothing else is left: the next round begins beside it.

    :param beside: each hand keeps this open while it works: the connections that one piece of work leaves to the next
    :raises Exception: what an action has raised; nothing more is begun then
    """
    pile = list(given)
    rest = iter(pile)
    results: SimpleQueue[tuple[object, BaseException | None]] = SimpleQueue()

    def work() -> None:
        with beside():
            for one in rest:
                try:
                    results.put((None if done.is_set() else action(one), None))
                except BaseException as error:
                    for _left in rest:
                        pass
                    results.put((None, error))

    for _ in range(min(count, len(pile))):
        hands.submit(work)
    for _ in pile:
        while True:
            try:
                found, error = results.get(timeout=SLOW)
                break
            except Empty:
                if not length_hint(rest):
                    return
        if error is not None:
            raise error
        yield found
