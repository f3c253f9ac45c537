"""The program works as a role of the database that owns nothing; another one owns the tables and does the nightly work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from skaala.config import embedded, roles
from tests.config.program import Program, skaala, wait_for

pytestmark = pytest.mark.xdist_group("roles")
MISDEEDS = [
    "CREATE TABLE taken (a int)",
    "DROP TABLE registration_registration",
    "TRUNCATE registration_registration CASCADE",
    "ALTER TABLE people_auditentry DISABLE TRIGGER append_only",
    "ALTER TABLE reports_version DISABLE TRIGGER ALL",
    "UPDATE people_auditentry SET action = 'nothing'",
    "DELETE FROM people_auditlink",
    "DELETE FROM django_migrations",
    "COPY mail_email TO PROGRAM 'cat'",
    "SELECT pg_read_file('postgresql.conf')",
    "SET ROLE postgres",
    "SET session_replication_role = replica",
    "GRANT pg_read_all_data TO skaala_program",
    "ALTER ROLE skaala_program SUPERUSER",
    "CREATE FUNCTION bad() RETURNS int LANGUAGE sql AS 'SELECT 1'",
]


@pytest.fixture
def owner(kept_running: Path) -> Iterator[psycopg.Connection]:
    with psycopg.connect(embedded.join(kept_running), autocommit=True) as connection:
        yield connection


def drop_role(owner: psycopg.Connection) -> None:
    """Make the database as it was before there was a second role."""
    owner.execute(f"DROP OWNED BY {roles.EMBEDDED}")
    owner.execute(f"DROP ROLE {roles.EMBEDDED}")


def test_what_serves_owns_nothing_and_the_night_is_the_owner_s(loaded, owner, programs):
    data, slug = loaded
    drop_role(owner)  # as an upgrade finds it
    program = Program(data)
    programs.append(program)
    program.start()
    assert program.register(slug, "maija@example.org").status_code == 302

    def users() -> dict[str, int]:
        rows = owner.execute(
            "SELECT usename, count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename <> '' "
            "AND datname = 'skaala' GROUP BY usename"
        )
        return dict(rows.fetchall())

    wait_for(lambda: users().get(roles.EMBEDDED, 0) >= 2, seconds=20, what="pages and worker")
    assert set(users()) == {roles.EMBEDDED}
    file = "SELECT pg_relation_filenode('registration_registration')"
    before = owner.execute(file).fetchone()
    owner.execute(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args, status) "
        "VALUES ('maintenance', 'series.rewrite_tables', 0, '{\"timestamp\": 0}', 'todo')"
    )
    wait_for(lambda: owner.execute(file).fetchone() != before, seconds=60, what="tables written anew")
    assert owner.execute(
        "SELECT count(*) FROM pg_class WHERE relowner = %s::regrole", [roles.EMBEDDED]
    ).fetchone() == (0,)


def test_what_the_program_s_role_cannot_do(kept_running, owner):
    assert skaala("migrate", data=kept_running).returncode == 0
    with owner.cursor() as cursor, owner.transaction():
        roles.let_in(cursor, roles.EMBEDDED)
    owner.execute("CREATE TABLE made_by_a_later_change (id bigserial PRIMARY KEY, a int)")
    with psycopg.connect(embedded.program_url(embedded.join(kept_running)), autocommit=True) as program:
        for misdeed in MISDEEDS:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                program.execute(misdeed)
        program.execute("INSERT INTO made_by_a_later_change (a) VALUES (1)")
        program.execute("UPDATE made_by_a_later_change SET a = 2")
    owner.execute("DROP TABLE made_by_a_later_change")


def test_the_doctor_says_which_roles_are_used(kept_running, owner):
    embedded_one = skaala("doctor", data=kept_running).stdout
    assert "the program works as skaala_program, which owns nothing; postgres owns the tables" in embedded_one

    for statement in (
        "DROP DATABASE IF EXISTS of_a_server",
        "DROP ROLE IF EXISTS one_owner",
        "DROP ROLE IF EXISTS one_program",
        "CREATE ROLE one_owner LOGIN",
        "CREATE ROLE one_program LOGIN",
        "CREATE DATABASE of_a_server OWNER one_owner",
    ):
        owner.execute(statement)
    parts = urlsplit(embedded.join(kept_running))

    def url(role: str) -> str:
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit(parts._replace(netloc=f"{role}@{host}", path="/of_a_server"))

    both = {"DATABASE_URL": url("one_program"), "SKAALA_MAINTENANCE_URL": url("one_owner")}
    assert skaala("forget", data=kept_running, **both).returncode == 0
    said = skaala("doctor", data=kept_running, **both).stdout
    assert "the program works as one_program, which owns nothing; one_owner owns the tables" in said
    with psycopg.connect(url("one_program")) as program:
        program.execute("INSERT INTO django_session VALUES ('a', 'b', now())")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            program.execute("DROP TABLE django_session")
    alone = skaala("doctor", data=kept_running, DATABASE_URL=url("one_owner")).stdout
    assert "one for everything, one_owner" in alone and "Two roles" in alone
