"""Registers one person through the real form and writes down the statements that the database was sent.

Run as a process of its own (`python -m benchmarks.recorded SLUG`) with DATABASE_URL set; prints the pickled
list of them.
"""

from __future__ import annotations

import pickle
import re
import sys
from enum import Enum
from typing import Any

ADDRESS = "recorded-once@example.org"
# A statement as it was sent, its parameters, and whether it was part of the registration's transaction.
Statement = tuple[str, Any, bool]


def main() -> None:
    """Print the statements."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver"]
    from benchmarks.clients import _online_events, _person

    browser, path = Client(), f"/fi/series/{sys.argv[1]}/register/"
    events = _online_events(browser.get(path).content.decode())
    browser.post(path, _person("warm@example.org", events[0]))  # what is read once a process has been read
    found: list[Statement] = []

    def write_down(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found.append((sql, _plain(params), connection.in_atomic_block))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(write_down):
        answer = browser.post(path, _person(ADDRESS, events[-1]))
    assert answer.status_code == 302, answer.status_code
    sys.stdout.buffer.write(
        pickle.dumps([one for one in found if not re.match(r"SAVEPOINT|RELEASE", one[0])])
    )


def _plain(value: Any) -> Any:
    """Without classes of the program, which the bare client does not load."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    main()
