"""kill -9 of the whole program: nothing that was committed is lost, no email is lost, none comes twice but the one."""

from __future__ import annotations

import os
import re
import sys
import threading
import time
import uuid
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest

from skaala.config import embedded
from skaala.registration.rules import workspace_key
from tests.config.program import ROOT, Program, environment, free_port, skaala, wait_for
from tests.live.listener import Listener
from tests.mail.post_office import PostOffice, open_post_office

pytestmark = pytest.mark.xdist_group("program")


def all_are_noted(data: Path) -> None:
    """
    Wait until each email that has arrived is also noted as sent.

    Else the kill that ends a story could come between the two, and the email would come once more in the next story.
    """
    # By the socket alone: who joins the server keeps it running, and whether it ends with its program is told below.
    with psycopg.connect(
        host=str(data / "postgres"), dbname="skaala", user="postgres", autocommit=True
    ) as connection:
        wait_for(
            lambda: (
                connection.execute("SELECT count(*) FROM mail_email WHERE state = 'queued'").fetchone()
                == (0,)
            ),
            seconds=20,
            what="the letters to be noted",
        )


def about_registrations(office: PostOffice) -> list[EmailMessage]:
    """The emails with a personal link; the link to the open workspace comes in one of its own within a minute."""
    return [one for one in office.emails if "/r/" in one.get_body(("plain",)).get_content()]


def test_an_email_queued_before_the_crash_arrives_after_it_once(loaded, programs):
    data, slug = loaded
    with open_post_office() as office:
        program = Program(data, "--no-worker", EMAIL_URL=office.url)
        programs.append(program)
        program.start()
        assert program.register(slug, "before@example.org").status_code == 302
        program.kill()
        assert office.emails == []
        again = Program(data, EMAIL_URL=office.url)
        programs.append(again)
        again.start()
        assert office.arrived.wait(180)
        again.register(slug, "after@example.org")
        wait_for(lambda: len(about_registrations(office)) == 2, seconds=20, what="the second letter")
        assert [email["To"] for email in about_registrations(office)] == [
            "before@example.org",
            "after@example.org",
        ]
        all_are_noted(data)


def test_a_crash_between_the_servers_250_and_our_note_repeats_one_email_with_its_message_id(loaded, programs):
    data, slug = loaded
    with open_post_office() as office:
        program = Program(data, EMAIL_URL=office.url)
        programs.append(program)
        taken = threading.Event()
        killed = threading.Event()

        async def take_and_let_die(server, session, envelope) -> str:
            answer = await PostOfficeHandle(server, session, envelope)
            # Else it is a link to a workspace, of somebody who came in an earlier story.
            if not about_registrations(office):
                return answer
            taken.set()
            killed.wait(20)
            return "250 OK"

        PostOfficeHandle = office.handle_DATA  # noqa: N806
        office.handle_DATA = take_and_let_die
        program.start()
        program.register(slug, "between@example.org")
        assert taken.wait(20)
        program.kill()
        killed.set()
        office.handle_DATA = PostOfficeHandle
        again = Program(data, EMAIL_URL=office.url)
        programs.append(again)
        again.start()
        wait_for(lambda: len(about_registrations(office)) == 2, seconds=180, what="the repeat")
        again.register(slug, "next@example.org")
        wait_for(lambda: len(about_registrations(office)) == 3, seconds=20, what="the next letter")
        first, repeat, following = (email["Message-ID"] for email in about_registrations(office))
        assert first == repeat != following
        all_are_noted(data)


def test_everything_ends_together_when_the_first_process_is_killed(loaded, programs):
    data, _ = loaded
    program = Program(data)
    programs.append(program)
    program.start()
    family = program.family()
    children = [
        process
        for process in family
        if process.pid != program.process.pid and "postgres" not in process.name()
    ]
    assert len(children) >= 2
    program.process.kill()
    program.process.wait(5)
    wait_for(
        lambda: not any(child.is_running() for child in children), seconds=10, what="the children to end"
    )


def test_a_fallen_database_is_started_again_with_all_data(loaded, programs):
    data, slug = loaded
    program = Program(data)
    programs.append(program)
    program.start()
    program.register(slug, "kept@example.org")
    program.kill_those("postgres")
    wait_for(program.answers, seconds=30, what="pages after the database fell")
    listed = skaala("shell", "-v0", "-c",
                    "from skaala.registration.models import Registration as R; print(R.objects.filter(email='kept@example.org').count())",
                    data=data)  # fmt: skip
    assert listed.stdout.strip() == "1", listed.stderr
    assert program.answers()
    program.stop()
    assert program.family() == [], "the database that was started again outlives the program"


def test_a_second_command_joins_the_server_and_never_stops_it(loaded, programs):
    data, _ = loaded
    program = Program(data)
    programs.append(program)
    program.start()
    for _ in range(2):
        assert skaala("series", "list", data=data).returncode == 0
    assert program.answers()
    program.stop()
    assert program.family() == []


def test_votes_and_streams_survive_the_web_process_and_the_database(loaded, programs):
    data, _ = loaded
    live_port = free_port()
    program = Program(data, live_port=live_port)
    programs.append(program)
    program.start()
    with psycopg.connect(embedded.join(data)) as connection:
        code, board, prompt = connection.execute(
            "SELECT b.code, b.id, min(p.id::text) FROM workshops_board b JOIN workshops_prompt p ON p.board_id = b.id "
            "WHERE b.phase = 'gather' GROUP BY 1, 2"
        ).fetchone()
        # Guests count as they come: what an unknown one writes would wait for the facilitator.
        connection.execute(
            "UPDATE workshops_board SET confirms_guests = false, guest_extra = 50 WHERE id = %s", [board]
        )
        statements = [
            str(row[0])
            for row in connection.execute(
                "SELECT id FROM workshops_statement WHERE board_id = %s AND state = 'shown' LIMIT 14", [board]
            )
        ]
    home = f"{program.url}/fi/board/{code}/"
    guests = [httpx.Client(timeout=5) for _ in range(3)]
    for guest in guests:
        guest.post(f"{program.url}/fi/join/", data={"code": code, "perspective": "receiver"})
    stream = Listener(live_port, re.search(r'data-live="([^"]+)"', guests[0].get(home).text)[1])
    assert stream.frame() is not None
    taken: list[tuple[str, str, int]] = []
    again = []

    def vote(guest: httpx.Client, number: int) -> None:
        """As the page does: the same vote with the same number until somebody says that it is counted."""
        key = workspace_key.from_text(next(iter(guest.cookies.values())).strip('"'))
        who = str(workspace_key.participant_of(key))
        for place, statement in enumerate(statements):
            value = (place + number) % 3 - 1
            form = {
                "statement": statement,
                "action": {1: "agree", 0: "pass", -1: "disagree"}[value],
                "answer": "short",
            }
            form["vote"] = str(uuid.uuid4())
            for _ in range(600):  # a minute: a busy machine takes its time to bring the database back
                try:
                    if guest.post(f"{home}act/", data=form).status_code == 204:
                        break
                except httpx.HTTPError:
                    pass
                again.append(statement)
                time.sleep(0.1)
            else:
                return
            taken.append((who, statement, value))
            time.sleep(0.04)

    running = [threading.Thread(target=vote, args=[guest, number]) for number, guest in enumerate(guests)]
    for each in running:
        each.start()
    wait_for(lambda: len(taken) > 6, seconds=10, what="votes")
    program.kill_those("skaala.config.web")
    before = len(taken)
    wait_for(lambda: len(taken) > before + 6, seconds=20, what="votes after the web process fell")
    program.kill_those("postgres")
    for each in running:
        each.join(120)
    assert len(taken) == len(guests) * len(statements)
    assert again  # they have felt something

    wait_for(program.answers, seconds=20, what="pages")
    sent = guests[0].post(
        f"{home}write/{prompt}/", data={"text": "Tämä kirjoitettiin jälkeenpäin", "anyway": "1"}
    )
    assert sent.status_code == 302
    for guest in guests:
        guest.close()
    with psycopg.connect(embedded.join(data)) as connection:
        kept = connection.execute(
            "SELECT v.participant_id::text, s.id::text, c.value, count(*) FROM workshops_vote v "
            "JOIN workshops_statement s ON s.root_id = v.root_id AND s.board_id = v.board_id "
            "JOIN workshops_currentvote c ON c.participant_id = v.participant_id AND c.root_id = v.root_id "
            "WHERE v.participant_id::text = ANY(%s) GROUP BY 1, 2, 3",
            [list({who for who, _, _ in taken})],
        ).fetchall()
        newest = connection.execute(
            "SELECT max(number) FROM workshops_statement WHERE board_id = %s", [board]
        ).fetchone()[0]
    assert sorted(kept) == sorted((who, statement, value, 1) for who, statement, value in taken)
    # The stream that was open all the while tells of it: it has found the database again, and its unlogged frames.
    stream.until(lambda frame: newest in frame["recent"], seconds=15)
    stream.close()


def test_a_web_process_ends_with_its_server_also_where_nothing_watches_over_both(tmp_path):
    """As a unit of systemd runs it, or a test: the server alone is killed outright."""
    port = free_port()
    command = [sys.executable, "-m", "skaala.config.web", "--host", "127.0.0.1", "--port", str(port)]
    server = psutil.Popen(
        [*command, "--application", "benchmarks.constant_wsgi:application"],
        env={**environment(tmp_path), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "BENCH_BYTES": "10", "DATABASE_URL": os.environ["DATABASE_URL"]}, cwd=ROOT,
    )  # fmt: skip
    wait_for(lambda: is_open(port), seconds=60, what="a page")
    workers = server.children(recursive=True)
    server.kill()
    server.wait()
    _gone, left = psutil.wait_procs(workers, timeout=10)
    for one in left:
        one.kill()
    assert left == []


def is_open(port: int) -> bool:
    with suppress(httpx.HTTPError):
        return httpx.get(f"http://127.0.0.1:{port}/").status_code < 500
    return False
