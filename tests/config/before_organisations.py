"""
Fills an empty database with an installation from before there were organisations; a program that test_moving_in.py starts.

The tables are those of that time, made by the migrations up to then, and the rows go through the models of that time: what a demo had,
in small.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import django

FIRST_OF_ORGANISATIONS = ("people", "0007_tenants")
PASSWORD = "a long walk by the lake"
NOW = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)


def fill() -> None:
    """Make the tables and the rows."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    before = {name for name in graph.nodes if FIRST_OF_ORGANISATIONS not in graph.forwards_plan(name)}
    last = [
        name for name in before if not any(child.key in before for child in graph.node_map[name].children)
    ]
    executor.migrate(last)
    of_that_time = executor.loader.project_state(last).apps

    def made(kind: str, /, **values: Any) -> Any:
        return of_that_time.get_model(kind).objects.create(**values)

    assert "Tenant" not in {model.__name__ for model in of_that_time.get_models()}
    accounts(made)
    series(made)
    print(", ".join("/".join(name) for name in sorted(last)))


def accounts(made: Any) -> None:
    """Two who work there, and one whose account has been closed."""
    from django.contrib.auth.hashers import make_password

    for name, is_open in (("olga", True), ("otto", True), ("gone", False)):
        address, password = f"{name}@example.org", make_password(PASSWORD)
        made("people.Account", email=address, password=password, name=name.title(), is_active=is_open)


def series(made: Any) -> None:
    """Three series by two controllers, one of them with an event, a registration, a workspace, a study and a report."""
    ministry, association = (
        made("people.Organisation", slug=slug, name=texts(slug)) for slug in ("ministry", "association")
    )
    venue = made("places.Venue", name=texts("hall"), street="Toinen linja 14")
    first, *_others = (
        made(
            "series.Series", slug=slug, title=texts(slug), controller=controller, status="published",
            published_at=NOW - timedelta(days=7), contact_email="contact@example.org",
        )
        for slug, controller in (("spring", association), ("autumn", association), ("study-trip", ministry))
    )  # fmt: skip
    made("series.Involvement", series=first, organisation=ministry, role="funder")
    event = made(
        "series.Event", series=first, slug="workshop-1", title=texts("workshop"), venue=venue,
        start=NOW + timedelta(weeks=4), end=NOW + timedelta(weeks=4, hours=2),
    )  # fmt: skip
    paula = made(
        "registration.Registration", series=first, name="Paula Participant", email="paula@example.org",
        email_normalised="paula@example.org", organisation_kind="company", organisation="Oy Ab", language="fi",
        notice_version=1, created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    made("registration.Attendance", registration=paula, event=event, mode="online", created_at=NOW)
    workspace(made, first, event)
    study = made("evidence.Study", series=first, title=texts("study"))
    made("evidence.SupportMeasure", kind="advice", name=texts("of a study"), study=study)
    made("evidence.SupportMeasure", kind="advice", name=texts("of nobody"))
    made("evidence.Bottleneck", slug="our-own", place="receiver", name=texts("own"), is_own=True)
    made("reports.Report", series=first)
    made(
        "catalogue.Action", slug="action", name=texts("action"), series=first, created_at=NOW, updated_at=NOW
    )


def workspace(made: Any, of_series: Any, event: Any) -> None:
    """One statement with one vote."""
    board = made("workshops.Board", event=event, code="abcdef", statement_count=1)
    prompt = made("workshops.Prompt", board=board, kind="free", question=texts("question"))
    who = made(
        "workshops.Participant", id=uuid4(), perspective="developer", joined_on=NOW.date(), series=of_series
    )
    number = uuid4()
    made(
        "workshops.Statement", id=number, root_id=number, number=1, text="Said before", language="fi",
        written_on=NOW.date(), board=board, prompt=prompt, author=who,
    )  # fmt: skip
    vote = {"participant": who, "root_id": number, "number": 1, "value": 1}
    made("workshops.Vote", **vote, board=board, cast_on=NOW.date())
    made("workshops.CurrentVote", **vote)


def texts(word: str) -> Any:
    """Return the same word in three languages."""
    from skaala.ui.texts import Texts

    return Texts(fi=word.title(), sv=f"{word} (sv)", en=f"{word} (en)")


if __name__ == "__main__":
    django.setup()
    fill()
