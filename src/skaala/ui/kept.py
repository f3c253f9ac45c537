"""What many readers see is made once a process and shared, as long as the rows that it was made of are where they were."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """
    Things by key, each with the stamp of what it was made of; those not asked for longest go first.

    A stamp names the places of rows (``ctid``) and the transactions that wrote them (``xmin``): any change of a row gives
    it another place. So nothing is shown that is out of date, also where another process has changed it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._things: OrderedDict[Hashable, tuple[Hashable, Made]] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable, stamp: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is kept under ``key`` if it was made of ``stamp``; else make it: one makes while others wait for it."""
        found = self._find(key, stamp)
        if found is not None:
            return found[0]
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            found = self._find(key, stamp)  # somebody has made it meanwhile
            if found is not None:
                return found[0]
            try:
                made = make()
                with self._lock:
                    self._things[key] = (stamp, made)
                    self._things.move_to_end(key)
                    while len(self._things) > self._most:
                        self._things.popitem(last=False)
            finally:
                with self._lock:
                    self._making.pop(key, None)
            return made

    def holds(self, key: Hashable, stamp: Hashable) -> bool:
        """Say whether :meth:`get` would have nothing to make."""
        return self._find(key, stamp) is not None

    def _find(self, key: Hashable, stamp: Hashable) -> tuple[Made] | None:
        with self._lock:
            kept = self._things.get(key)
            if kept is None or kept[0] != stamp:
                return None
            self._things.move_to_end(key)
            return (kept[1],)
