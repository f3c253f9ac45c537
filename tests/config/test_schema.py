"""The tables that an empty database gets at once are those that the migrations make."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from skaala.config import schema
from tests.config.program import skaala


def test_the_file_makes_the_same_tables_as_the_migrations(tmp_path):
    done = skaala("schema", "--check", data=tmp_path / "data", seconds=300)
    assert done.returncode == 0, done.stderr


@pytest.mark.django_db
def test_a_database_made_at_once_has_no_migrations_to_run_and_is_not_made_twice():
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert schema.load() is False


@pytest.mark.django_db
def test_a_file_of_other_migrations_is_left_alone(tmp_path, monkeypatch):
    other = tmp_path / "schema.sql"
    other.write_text("-- Belongs to the migrations of yesterday\nCREATE TABLE wrong (id integer);\n")
    monkeypatch.setattr(schema, "FILE", other)
    monkeypatch.setattr(schema, "_is_empty", lambda connection: True)
    assert schema.load() is False
    assert "wrong" not in connection.introspection.table_names()
