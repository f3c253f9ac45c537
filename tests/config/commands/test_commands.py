"""The `skaala` command as an operator meets it."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from types import SimpleNamespace

import click
import psycopg
import pytest
from click.testing import CliRunner

from skaala.config import embedded, readiness
from skaala.config.command import COMMANDS, main
from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from tests.cast import TODAY
from tests.config.program import free_port, skaala
from tests.mail.test_bounces import notice

ANNOUNCEMENT = Path(__file__).parents[2] / "announcement" / "corpus" / "tuned_01_kuntien_skaalaus.txt"

pytestmark = pytest.mark.xdist_group("program")


def test_help_names_every_command_and_django(tmp_path):
    output = skaala("--help", data=tmp_path / "var").stdout
    assert [name for name in COMMANDS if f"  {name} " not in output] == []
    assert "skaala migrate" in output


def test_every_command_there_is_can_be_called():
    folder = Path(readiness.__file__).parent / "commands"
    assert {file.stem for file in folder.glob("[a-z]*.py")} == set(COMMANDS.values())


@pytest.mark.django_db
def test_a_notice_piped_in_marks_the_email_that_came_back():
    email = queue_email(kind="desk.test", to_address="m@example.org", to_name="", language="fi", now=TODAY)
    Email.objects.update(state="sent", sent_at=TODAY)
    output = CliRunner().invoke(main, ["bounces"], input=notice(email.message_id))
    assert (output.exit_code, "has come back" in output.output) == (0, True)
    email.refresh_from_db()
    assert email.state == "bounced"
    assert "no notice" in CliRunner().invoke(main, ["bounces"], input=b"Hello").output


def test_a_start_without_a_database_says_so_and_starts_nothing(monkeypatch, tmp_path):
    address = f"postgresql://nobody:secret@127.0.0.1:{free_port()}/none"
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setenv("SKAALA_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(readiness, "PATIENCE", 0)
    web = SimpleNamespace(start=lambda: pytest.fail("started"))
    with pytest.raises(click.ClickException) as stopped:
        readiness.make_ready([web])
    assert "is DATABASE_URL right?" in stopped.value.message and "secret" not in stopped.value.message


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_start_on_a_port_that_is_taken_says_so_before_anything_is_done(command, monkeypatch, tmp_path):
    monkeypatch.setenv("SKAALA_DATA_DIR", str(tmp_path / "var"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        output = CliRunner().invoke(main, [command, "--port", port])
    assert output.exit_code == 1 and output.output.startswith(
        f"Error: Another program listens on port {port}."
    )
    assert not (tmp_path / "var").exists()


def test_a_start_that_fails_while_it_looks_says_one_thing(kept_running, tmp_path):
    owner = embedded.join(kept_running)
    with psycopg.connect(owner, autocommit=True) as database:
        database.execute("CREATE ROLE poor LOGIN")
        database.execute("CREATE DATABASE poor")
    poor = owner.replace("postgres:@", "poor@").replace("/skaala?", "/poor?")
    begun = skaala("serve", "--port", str(free_port()), "--no-live", data=tmp_path / "var", DATABASE_URL=poor)
    assert (begun.returncode, begun.stdout) == (1, "")
    (said,) = begun.stderr.splitlines()
    assert said.startswith("Error: The tables cannot be made") and "permission denied" in said


def test_series_list_as_json(kept_running):
    listed = json.loads(skaala("series", "list", "--json", data=kept_running).stdout)
    past = next(series for series in listed if series["slug"] == "kestavyystoimien-skaalaus-2023")
    assert set(past) == {"slug", "title", "status", "events"}
    assert past["status"] == "archived"
    assert [(event["start"], event["end"], event["mode"]) for event in past["events"]] == [
        ("2023-03-27T13:00:00+03:00", "2023-03-27T15:00:00+03:00", "online"),
        ("2023-03-29T13:00:00+03:00", "2023-03-29T15:00:00+03:00", "online"),
        ("2023-03-30T09:00:00+03:00", "2023-03-30T11:00:00+03:00", "online"),
        ("2023-05-10T10:00:00+03:00", "2023-05-10T15:00:00+03:00", "hybrid"),
    ]


def test_draft_saves_the_announcement_and_says_where(kept_running):
    arguments = ["draft", str(ANNOUNCEMENT), "--published", "2023-03-06", "--save", "--json"]
    outcome = skaala(*arguments, data=kept_running)
    assert outcome.returncode == 0, outcome.stderr
    assert "event 1, 2, 3, 4 is in the past" in outcome.stderr
    saved = json.loads(outcome.stdout)["saved"]
    assert saved["edit"].endswith(f"/fi/desk/series/{saved['slug']}/")
    listed = json.loads(skaala("series", "list", "--json", data=kept_running).stdout)
    made = next(series for series in listed if series["slug"] == saved["slug"])
    announced = next(series for series in listed if series["slug"] == "kestavyystoimien-skaalaus-2023")
    same = ("kind", "number", "start", "end", "mode", "venue", "registration_closes")
    assert made["status"] == "draft"
    assert [[event[name] for name in same] for event in made["events"]] == [
        [event[name] for name in same] for event in announced["events"]
    ]


def test_create_organiser_says_what_is_wrong(kept_running):
    data = kept_running
    made = skaala("create-organiser", "olga@example.org", "--password", "a long walk by the lake", data=data)
    assert (made.returncode, "can sign in" in made.stdout) == (0, True)
    for arguments, words in [
        (["not-an-address", "--password", "a long walk by the lake"], "not an email address"),
        (["olga@example.org", "--password", "a long walk by the lake"], "There is an account"),
        (["per@example.org", "--password", "short"], "too short"),
    ]:
        refused = skaala("create-organiser", *arguments, data=data)
        assert refused.returncode == 1
        assert words in refused.stderr


def test_accounts_are_invited_and_closed_and_the_only_owner_is_not(kept_running):
    data = kept_running
    for address in ("first@example.org", "only@example.org"):
        made = skaala("create-organiser", address, "--password", "a long walk by the lake", data=data)
        assert made.returncode == 0, made.stderr
    listed = skaala("organisation", "list", data=data).stdout
    house = listed.splitlines()[0].split("\t")[0]
    invited = skaala("account", "invite", "new@example.org", "--role", "reader", data=data)
    assert invited.returncode == 0 and "/desk/invitation/" in invited.stdout, invited.stderr
    for address in ("first@example.org", "only@example.org", "nobody@example.org"):
        closed = skaala("account", "close", address, data=data)
        words = (
            "is closed"
            if closed.returncode == 0
            else "is the only owner"
            if "nobody" not in address
            else "no account"
        )
        assert words in closed.stdout + closed.stderr, (address, closed)
    accounts = skaala("account", "list", data=data).stdout
    assert f"owner in {house}" in accounts
    count = "print(sorted(set(AuditEntry.objects.filter(action__startswith='command.').values_list('action', flat=True))))"
    noted = skaala("shell", "-c", f"from skaala.people.models import AuditEntry; {count}", data=data)
    for command in ("account-invite", "create-organiser"):
        assert f"command.{command}" in noted.stdout, noted


def test_djangos_commands_work_under_ours(kept_running):
    outcome = skaala("migrate", "--check", data=kept_running)
    assert outcome.returncode == 0, outcome.stderr


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        ({}, 1, "no mail server set"),
        ({"EMAIL_URL": "smtp://127.0.0.1:1"}, 1, "does not answer"),
        ({"SKAALA_SECRET_KEY": "a" * 40}, 1, "guessable"),
        ({"SKAALA_SECRET_KEY": ""}, 1, "SKAALA_SECRET_KEY is missing"),
        ({"SKAALA_MODE": "demo"}, 0, "fsync on"),
    ],
)
def test_doctor_says_what_is_well_and_what_is_not(kept_running, more, code, words):
    outcome = skaala("doctor", data=kept_running, **more)
    assert outcome.returncode == code, outcome.stdout + outcome.stderr
    assert words in outcome.stdout
    for name in ("Free disk", "Settings"):
        assert name in outcome.stdout
    for name in ("Database", "Tables", "Time", "Secret key", "Mail", "Emails"):
        assert name in outcome.stdout
