"""An installation from before there were organisations becomes one organisation, and everybody goes on working."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import httpx
import psycopg
import pytest

from skaala.config import embedded
from tests.config import before_organisations
from tests.config.program import Program, environment, skaala

OWNED = (
    "series_series", "people_organisation", "places_venue", "evidence_bottleneck WHERE is_own", "evidence_supportmeasure",
)  # fmt: skip
"""What belongs to an organisation and was there before there were any."""


# One process makes the tables of before for all of them.
pytestmark = pytest.mark.xdist_group("moving-in")


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The database of before, brought up to date as an operator does it."""
    folder: Path = tmp_path_factory.mktemp("moving") / "var"
    server = embedded.join(folder)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE before")
    url = server.replace("/skaala?", "/before?")
    filled = subprocess.run(
        [sys.executable, before_organisations.__file__],
        env=environment(folder, DATABASE_URL=url, DJANGO_SETTINGS_MODULE="skaala.config.settings"),
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert filled.returncode == 0, filled.stderr
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT to_regclass('people_tenant')").fetchone() == (None,)
    brought = skaala("migrate", "--verbosity", "0", data=folder, seconds=300, DATABASE_URL=url)
    assert brought.returncode == 0, brought.stderr
    return {"folder": str(folder), "DATABASE_URL": url}


def test_there_is_one_organisation_and_everything_belongs_to_it(moved):
    with psycopg.connect(moved["DATABASE_URL"]) as connection:
        tenants = connection.execute("SELECT id, name->>'en' FROM people_tenant").fetchall()
        assert [name for _id, name in tenants] == [
            "association (en)"
        ]  # the one named most often as controller
        for table in OWNED:
            owners = connection.execute(f"SELECT DISTINCT tenant_id FROM {table}").fetchall()
            assert owners == [(tenants[0][0],)], table
        counts = (
            "SELECT (SELECT count(*) FROM registration_registration), (SELECT count(*) FROM workshops_vote)"
        )
        assert connection.execute(counts).fetchone() == (1, 1)


def test_each_open_account_becomes_an_owner_and_a_closed_one_nothing(moved):
    listed = skaala(
        "account", "list", data=Path(moved["folder"]), DATABASE_URL=moved["DATABASE_URL"]
    ).stdout.splitlines()
    assert [line.split("\t")[::3] for line in listed] == [
        ["gone@example.org", ""],
        ["olga@example.org", "owner in organisation"],
        ["otto@example.org", "owner in organisation"],
    ]


def test_they_sign_in_as_ever_and_find_their_series_and_people(moved):
    program = Program(Path(moved["folder"]), "--no-worker", DATABASE_URL=moved["DATABASE_URL"])
    program.start()
    try:
        with httpx.Client(base_url=program.url, follow_redirects=True, timeout=30) as olga:
            home = signs_in(olga)
            assert "spring (en)" in home and "study-trip (en)" in home
            for page, said in {
                "series/spring/registrations/": "Paula Participant",
                "series/spring/events/workshop-1/board/statements/": "Said before",
                "organisations/organisation/members/": "Otto",
            }.items():
                answer = olga.get(f"/en/desk/{page}")
                assert (answer.status_code, said in answer.text) == (200, True), page
            assert "spring (en)" in olga.get("/en/series/spring/").text
    finally:
        program.stop()


def signs_in(browser: httpx.Client) -> str:
    token = re.search('name="csrfmiddlewaretoken" value="(.*?)"', browser.get("/en/desk/sign-in/").text)
    assert token
    sent = {
        "csrfmiddlewaretoken": token[1],
        "username": "olga@example.org",
        "password": before_organisations.PASSWORD,
    }
    return browser.post("/en/desk/sign-in/", data=sent).text
