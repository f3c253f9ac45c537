"""Parts of the rush that run in processes of their own: making the hall, being sixty-four clients, counting afterwards.

Run as ``python -m tests.registration.rush PART …`` with the environment of a program.
"""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

SEATS = 50


def make_hall(slug: str) -> None:
    """An event with fifty places, online."""
    from skaala.registration.operations import set_capacity
    from tests import cast

    event = cast.an_event(cast.a_series(slug))
    set_capacity(event=event, capacities={"online": SEATS}, now=cast.TODAY)


def register_naively(series: Any, event: Any, email: str) -> None:
    """Count, then insert: what one would write first, and what overbooks."""
    from django.db import transaction

    from skaala.registration.models import Attendance
    from skaala.registration.operations.register import _new
    from tests import cast

    with transaction.atomic():
        registration = _new(
            series, cast.some_details(email), now=cast.TODAY, is_simulated=False, link_sent=True
        )
        registration.save(force_insert=True)
        if Attendance.objects.filter(event=event, state="confirmed").count() < SEATS:
            Attendance.objects.create(
                registration=registration, event=event, mode="online", created_at=cast.TODAY
            )


def be_clients(slug: str, mode: str, first: int, count: int, clients: int) -> None:
    """Register ``count`` people, ``clients`` at a time, once told to go."""
    from django.db import connection

    from skaala.registration.operations import SignUp, register
    from skaala.registration.rules import Choice
    from skaala.series.queries import find_series
    from tests import cast

    series = find_series(slug)
    assert series is not None
    event = series.events.all()[0]

    def one(number: int) -> str:
        email = f"{number}@example.org"
        try:
            if mode == "naive":
                register_naively(series, event, email)
            else:
                request = SignUp(cast.some_details(email, language="en"), (Choice(event.pk, "online"),))
                register(series=series, request=request, now=cast.TODAY)
        except Exception as error:
            return repr(error)
        return ""

    def warm_up(_: int) -> None:
        connection.ensure_connection()
        cast.some_details("x@example.org")

    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(warm_up, range(clients)))
        print("ready", flush=True)
        sys.stdin.readline()
        print(
            json.dumps([problem for problem in pool.map(one, range(first, first + count)) if problem]),
            flush=True,
        )


def count_up(slug: str) -> None:
    """Say what the database holds afterwards."""
    from django.db import connection

    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from skaala.registration.models import Attendance, Seat

    here = Attendance.objects.filter(event__series__slug=slug)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.registration_id::text, pg_xact_commit_timestamp(a.xmin) FROM registration_attendance a"
            " JOIN series_event e ON e.id = a.event_id JOIN series_series s ON s.id = e.series_id"
            " WHERE s.slug = %s AND a.waits_for <> '' ORDER BY a.waiting_number",
            [slug],
        )
        line = cursor.fetchall()
    said = {}
    for email in Email.objects.filter(
        kind="registration.confirmation", registration_email__registration__in=[pk for pk, _ in line]
    ).select_related("registration_email"):
        said[str(email.registration_email.registration_id)] = compose(email).text
    print(
        json.dumps(
            {
                "confirmed": here.filter(state="confirmed").count(),
                "seats": Seat.objects.filter(event__series__slug=slug).count(),
                "taken": Seat.objects.filter(event__series__slug=slug, attendance__state="confirmed").count(),
                "waiting": len(line),
                "commits": [moment.timestamp() for _, moment in line],
                "emails": [said.get(pk, "") for pk, _ in line],
                "queued": Email.objects.filter(
                    state="queued", registration_email__registration__series__slug=slug
                )
                .exclude(kind="registration.promoted")
                .count(),
            }
        )
    )


def main() -> None:
    import django

    django.setup()
    part, slug, *numbers = sys.argv[1:]
    if part == "hall":
        make_hall(slug)
    elif part == "clients":
        be_clients(slug, numbers[0], *map(int, numbers[1:]))
    elif part == "count":
        count_up(slug)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")
    main()
