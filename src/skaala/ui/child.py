"""
Runs one function in a child process with limits of time, memory and output: for strangers' files, and for what needs much memory.

The child knows neither database nor keys: its environment is empty but for where Python finds its modules. Run as a
module, this is that child; the function's module is imported there, and should import little.
"""

from __future__ import annotations

import io
import logging
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from enum import Enum, auto
from importlib import import_module
from typing import Any, TypeVar

Result = TypeVar("Result")
AT_ONCE = 2
"""Children of one process at a time: each keeps a thread waiting, and pages need the others."""
OUT_OF_MEMORY = 3  # the code with which a child ends
LARGEST_RESULT = 400_000_000
_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "HOME", "SYSTEMROOT")
_BUILT_IN = {
    "builtins": {"set", "frozenset", "bytearray", "complex", "range", "slice"},
    "collections": {"Counter", "OrderedDict", "defaultdict", "deque"},
    "datetime": {"date", "datetime", "time", "timedelta", "timezone"},
    "uuid": {"UUID"},
    "decimal": {"Decimal"},
}
log = logging.getLogger(__name__)
_places = threading.BoundedSemaphore(AT_ONCE)


class Reason(Enum):
    """Why there is no result."""

    TOO_LONG = auto()
    TOO_MUCH_MEMORY = auto()
    FAILED = auto()
    BUSY = auto()


class UnableToFinish(Exception):
    """The child was ended, or none was started; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.name)
        self.reason = reason


def run(
    function: Callable[..., Result], *arguments: Any, seconds: float, megabytes: int, at_once: bool = True
) -> Result:
    """
    Return what ``function`` returns, or raise what it raises.

    :param function: one of a module, with arguments and a result of plain values and our own classes
    :param megabytes: of address space
    :param at_once: refuse if :data:`AT_ONCE` children run already, instead of waiting
    :raises UnableToFinish: if it takes too long or too much
    """
    if not _places.acquire(blocking=not at_once, timeout=None if at_once else seconds):
        raise UnableToFinish(Reason.BUSY)
    try:
        code, answer = _start(function, arguments, seconds, megabytes)
    finally:
        _places.release()
    if code == OUT_OF_MEMORY:
        raise UnableToFinish(Reason.TOO_MUCH_MEMORY)
    if code:
        log.error("%s.%s failed in a child (%s)", function.__module__, function.__qualname__, code)
        raise UnableToFinish(Reason.FAILED)
    kind, result = answer
    if kind == "raised":
        cls, said, inside = result
        error: BaseException = cls.__new__(cls, *said)
        error.args = said
        error.__dict__.update(inside)
        raise error
    done: Result = result
    return done


def _start(
    function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float, megabytes: int
) -> tuple[int, Any]:
    order = (function.__module__, function.__qualname__, arguments, int(seconds) + 1, megabytes * 1_000_000)
    with tempfile.TemporaryFile() as result:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "skaala.ui.child"],
                input=pickle.dumps(order),
                stdout=result,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _KEPT if name in os.environ},
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnableToFinish(Reason.TOO_LONG) from None
        if done.returncode:
            return done.returncode, None
        result.seek(0)
        return 0, _OnlyValues(result).load()


def _member(kind: Any, name: str) -> Any:
    """Before Python 3.11.4 a member of an enumeration was written as an attribute of it; no other attribute is given out."""
    if isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__:
        return kind.__members__[name]
    raise pickle.UnpicklingError(f"{name!r} is no member of an enumeration")


class _OnlyValues(pickle.Unpickler):
    """Reads what a child has written: values and our own classes, nothing that does something."""

    def find_class(self, module: str, name: str) -> Any:
        if name in _BUILT_IN.get(module, ()):
            return super().find_class(module, name)
        if (module, name) == ("builtins", "getattr"):
            return _member
        found = super().find_class(module, name) if module.startswith("skaala.") else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is not a value")


def _limit(seconds: int, memory: int) -> None:
    import resource

    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, LARGEST_RESULT),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def main() -> None:
    """Do what the parent asks for on standard input, and write the result to standard output."""
    module, name, arguments, seconds, memory = pickle.load(sys.stdin.buffer)  # noqa: S301  from our parent
    function = getattr(import_module(module), name)
    out = sys.stdout.buffer
    sys.stdout = io.TextIOWrapper(io.BytesIO())  # what a library prints is no result
    _limit(seconds, memory)
    answer: tuple[str, Any]
    try:
        answer = "returned", function(*arguments)
    except (MemoryError, RecursionError):
        sys.exit(OUT_OF_MEMORY)
    except Exception as error:
        if not type(error).__module__.startswith("skaala."):
            raise
        answer = "raised", (type(error), error.args, error.__dict__)
    pickle.dump(answer, out, protocol=pickle.HIGHEST_PROTOCOL)
    out.flush()


if __name__ == "__main__":
    main()
