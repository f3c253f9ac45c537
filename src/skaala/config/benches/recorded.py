"""Registers one person through the real form and writes down the statements that the database was sent.

Run as a process of its own (`python -m skaala.config.benches.recorded SLUG`) with DATABASE_URL set; prints JSON.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

ADDRESS = "recorded-once@example.org"
ATTENDANCE = 770_000_123  # a number that occurs nowhere else, so that it can be exchanged for a fresh one


def main() -> None:
    """Print statements as they were sent, and whether each was part of the registration's transaction."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver"]
    from skaala.config.benches.clients import _online_events, _person

    browser, path = Client(), f"/fi/series/{sys.argv[1]}/register/"
    events = _online_events(browser.get(path).content.decode())
    browser.post(path, _person("warm@example.org", events[0]))  # what is read once a process has been read
    found: list[dict[str, Any]] = []

    def write_down(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        text = context["cursor"].cursor.mogrify(sql, params) if params is not None else sql
        found.append({"sql": text, "in_transaction": connection.in_atomic_block})
        return execute(sql, params, many, context)

    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('registration_attendance_id_seq', %s)", [ATTENDANCE - 1])
    with connection.execute_wrapper(write_down):
        answer = browser.post(path, _person(ADDRESS, events[-1]))
    assert answer.status_code == 302, answer.status_code
    json.dump([one for one in found if not re.match(r"SAVEPOINT|RELEASE", one["sql"])], sys.stdout)


if __name__ == "__main__":
    main()
