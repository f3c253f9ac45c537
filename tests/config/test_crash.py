"""kill -9 of the whole program: nothing that was committed is lost, no letter is lost, none comes twice but the one."""

from __future__ import annotations

import threading

import pytest

from tests.config.program import Program, skaala, wait_for
from tests.mail.post_office import open_post_office

pytestmark = pytest.mark.xdist_group("program")


def test_a_letter_queued_before_the_crash_arrives_after_it_once(loaded, programs):
    data, slug = loaded
    with open_post_office() as office:
        program = Program(data, "--no-worker", EMAIL_URL=office.url)
        programs.append(program)
        program.start()
        assert program.register(slug, "before@example.org").status_code == 302
        program.kill()
        assert office.letters == []
        again = Program(data, EMAIL_URL=office.url)
        programs.append(again)
        again.start()
        assert office.arrived.wait(180)
        again.register(slug, "after@example.org")
        wait_for(lambda: len(office.letters) == 2, seconds=20, what="the second letter")
        assert [letter["To"] for letter in office.letters] == [
            "Maija Mayor <before@example.org>",
            "Maija Mayor <after@example.org>",
        ]


def test_a_crash_between_the_servers_250_and_our_note_repeats_one_letter_with_its_message_id(
    loaded, programs
):
    data, slug = loaded
    with open_post_office() as office:
        program = Program(data, EMAIL_URL=office.url)
        programs.append(program)
        taken = threading.Event()
        killed = threading.Event()

        async def take_and_let_die(server, session, envelope) -> str:
            await PostOfficeHandle(server, session, envelope)
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
        wait_for(lambda: len(office.letters) == 2, seconds=180, what="the repeat")
        again.register(slug, "next@example.org")
        wait_for(lambda: len(office.letters) == 3, seconds=20, what="the next letter")
        first, repeat, following = (letter["Message-ID"] for letter in office.letters)
        assert first == repeat != following


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
    for process in program.family():
        if "postgres" in process.name():
            process.kill()
    wait_for(program.answers, seconds=30, what="pages after the database fell")
    listed = skaala("shell", "-v0", "-c",
                    "from skaala.registration.models import Registration as R; print(R.objects.filter(email='kept@example.org').count())",
                    data=data)  # fmt: skip
    assert listed.stdout.strip() == "1", listed.stderr
    assert program.answers()


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
