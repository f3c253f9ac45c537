"""Heavy work is done by a process of its own, and emails do not wait for it."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest

from skaala.config import embedded
from tests.config.program import Program, wait_for
from tests.mail.post_office import open_post_office

pytestmark = pytest.mark.xdist_group("program")
ASK = """
WITH asked AS (
  INSERT INTO reports_rendering (report_id, version_id, language, format, state, fingerprint)
  SELECT report_id, NULL, 'en', 'pptx', 'waiting', '' FROM reports_version LIMIT 1 RETURNING id
)
INSERT INTO procrastinate_jobs (queue_name, task_name, args)
SELECT 'insight', 'reports.render', jsonb_build_object('rendering_id', id) FROM asked RETURNING args ->> 'rendering_id'
"""


def test_heavy_work_is_done_apart_and_by_another_process_when_one_was_killed(loaded, programs):
    data, slug = loaded

    def ask() -> Callable[[], bool]:
        with psycopg.connect(embedded.join(data), autocommit=True) as database:
            database.execute("DELETE FROM reports_rendering WHERE version_id IS NULL")
            (number,) = database.execute(ASK).fetchone()

        def is_done() -> bool:
            with psycopg.connect(embedded.join(data)) as database:
                return database.execute(
                    "SELECT state FROM reports_rendering WHERE id = %s", [number]
                ).fetchone() == ("done",)

        return is_done

    with open_post_office() as office:
        program = Program(data, EMAIL_URL=office.url)
        programs.append(program)
        program.start()
        assert program.those("--heavy") == []
        first = ask()
        (process,) = wait_for(lambda: program.those("--heavy"), seconds=60, what="the process for heavy work")
        wait_for(first, seconds=60, what="the first file")
        workers = program.those("skaala.config.worker")
        # What makes slides is loaded there, and stays out of the one that delivers emails.
        assert [each.pid for each in workers if any("lxml" in m.path for m in each.memory_maps())] == [
            process.pid
        ]

        process.kill()
        program.register(slug, "meanwhile@example.org")
        second = ask()
        assert office.arrived.wait(60)
        wait_for(second, seconds=60, what="the second file")
