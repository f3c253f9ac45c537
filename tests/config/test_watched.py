"""What balancers and watchers ask, and what they are told."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from typing import Any

import httpx
import psycopg
import pytest
from django.db import connection
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from skaala.config import embedded
from skaala.config.front import watched as front
from skaala.config.work import QUESTION, Work
from skaala.mail.models import Email
from tests.config.program import Program, wait_for

TOKEN = "a-token-for-those-who-watch-0123456789"
WELL = Work(
    email_due=None, email_queued=None, queued_emails=0, failed_emails=0,
    worker_seen=3.0, job_due=None, stuck_jobs=0, failed_jobs=0,
)  # fmt: skip


def ask(path: str, *, database: BaseException | None = None, **environ: str) -> tuple[int, str]:
    async def answer() -> Any:
        future = asyncio.get_running_loop().create_future()
        future.set_exception(database) if database else future.set_result("1")
        return await front.watched({"PATH_INFO": path, **environ}, ask_database=lambda: future)

    status, headers, body = asyncio.run(answer())
    assert dict(headers)["cache-control"] == "no-store"
    return status, body.decode()


def test_a_process_that_lives_says_so_also_without_a_database():
    assert ask("/health/live") == (200, "ok\n")
    lost = psycopg.OperationalError("password of skaala at db.example.org")
    assert ask("/health/ready", database=lost) == (503, "the database does not answer\n")
    assert ask("/health/ready") == (200, "ok\n")


def test_figures_are_for_who_has_the_token(settings):
    settings.METRICS_TOKEN = ""
    assert ask("/metrics", HTTP_AUTHORIZATION="Bearer ")[0] == 404
    settings.METRICS_TOKEN = TOKEN
    assert ask("/metrics")[0] == 404
    assert ask("/metrics", HTTP_AUTHORIZATION="Bearer x")[0] == 404


@pytest.mark.parametrize(
    ("more", "trouble"),
    [
        ({}, []),
        ({"worker_seen": None}, ["no worker runs"]),
        ({"worker_seen": 61.0}, ["no worker runs"]),
        ({"email_due": 899.0, "email_queued": 90_000.0, "job_due": 3599.0, "failed_jobs": 9}, []),
        ({"email_due": 901.0}, ["an email has been due for 15 min"]),
        ({"job_due": 7200.0}, ["a job has been due for 120 min"]),
        ({"stuck_jobs": 2}, ["2 jobs are held by a worker that is gone"]),
    ],
)
def test_what_is_trouble(more, trouble):
    assert Work(**{**vars(WELL), **more}).troubles() == trouble


@pytest.mark.django_db
def test_the_state_of_the_work_is_read():
    now = timezone.now()
    for state, due, age, rationed in (
        ("queued", now - timedelta(minutes=20), timedelta(days=1), False),
        ("queued", now - timedelta(minutes=50), timedelta(hours=1), True),
        ("queued", now + timedelta(hours=1), timedelta(days=2), False),
        ("failed", None, timedelta(days=9), False),
    ):
        Email.objects.create(
            kind="test.hello", to_address="maija@example.org", language="fi", state=state, created_at=now - age,
            next_attempt_at=due, to_unconfirmed=rationed, message_id=f"<{state}{age}@example.org>",
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")
        (here,) = cursor.fetchone()
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '2 h') RETURNING id"
        )
        (gone,) = cursor.fetchone()
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, worker_id, scheduled_at) VALUES "
            "('default', 'a', 'doing', %s, NULL), ('default', 'b', 'doing', %s, NULL), ('default', 'c', 'doing', NULL, NULL), "
            "('default', 'd', 'todo', NULL, now() - interval '90 min'), ('default', 'e', 'todo', NULL, now() + interval '1 h'), "
            "('default', 'f', 'failed', NULL, NULL)",
            [here, gone],
        )
        cursor.execute(QUESTION)
        work = Work.read(cursor.fetchone())
    assert (work.queued_emails, work.failed_emails, work.stuck_jobs, work.failed_jobs) == (3, 1, 2, 1)
    assert round(work.email_due / 60) == 20
    assert round(work.email_queued / 86_400) == 2
    assert round(work.job_due / 60) == 90
    assert work.worker_seen < 5


@pytest.mark.xdist_group("program")
def test_all_processes_of_a_server_are_counted_and_a_worker_is_missed(loaded, programs):
    data, _slug = loaded
    program = Program(data, "--workers", "2", "--no-worker", SKAALA_METRICS_TOKEN=TOKEN)
    programs.append(program)
    program.start()
    with psycopg.connect(embedded.join(data), autocommit=True) as database:
        database.execute("DELETE FROM procrastinate_workers")
    assert httpx.get(f"{program.url}/health/ready", headers={"Host": "10.0.0.1"}).text == "ok\n"
    missed = httpx.get(f"{program.url}/health/work")
    assert missed.status_code == 503 and "no worker runs" in missed.text

    for _ in range(30):  # connections fall to processes by chance
        httpx.get(f"{program.url}/fi/")
    httpx.get(f"{program.url}/no/such/page")
    assert httpx.get(f"{program.url}/metrics").status_code == 404
    figures = httpx.get(f"{program.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).text
    found = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(figures)
        for sample in family.samples
        if "le" not in sample.labels
    }
    assert found["skaala_request_seconds_count", "GET", "2xx"] >= 30
    assert found["skaala_request_seconds_count", "GET", "4xx"] >= 1
    assert found[("skaala_people_present",)] == 0
    assert ("skaala_rows", "registration_registration") in found
    program.stop()

    program = Program(data)
    programs.append(program)
    program.start()
    assert not os.listdir(data / "metrics") or program.port not in map(int, os.listdir(data / "metrics"))
    wait_for(
        lambda: "no worker" not in httpx.get(f"{program.url}/health/work").text, seconds=30, what="the worker"
    )
