"""This room was called `actions` until November 2026: gives the tables of an older database their new name."""

from __future__ import annotations

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

FORMER, PRESENT = "actions", "evidence"

# What belongs to the tables carries their name too; tables come first, as a renamed index is not found under its old one.
_RENAMED = """
SELECT 'ALTER ' || kind || ' ' || quote_ident(name) || ' RENAME TO ' || quote_ident(%(present)s || substr(name, %(cut)s))
FROM (
    SELECT relname AS name, CASE relkind WHEN 'r' THEN 'TABLE' WHEN 'S' THEN 'SEQUENCE' ELSE 'INDEX' END AS kind,
           CASE relkind WHEN 'r' THEN 1 ELSE 2 END AS turn
    FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'S', 'i') AND relname LIKE %(pattern)s
) AS named
ORDER BY turn, name
"""
_RENAMED_CONSTRAINTS = """
SELECT 'ALTER TABLE ' || conrelid::regclass || ' RENAME CONSTRAINT ' || quote_ident(conname)
       || ' TO ' || quote_ident(%(present)s || substr(conname, %(cut)s))
FROM pg_constraint
WHERE connamespace = current_schema()::regnamespace AND conname LIKE %(pattern)s
"""


def take_new_name(connection: BaseDatabaseWrapper) -> bool:
    """
    Rename tables, indexes, constraints and the history of migrations from `actions` to `evidence`.

    :returns: whether the database still had the old name
    """
    with connection.cursor() as cursor, transaction.atomic(using=connection.alias):
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return False
        cursor.execute("UPDATE django_migrations SET app = %s WHERE app = %s", [PRESENT, FORMER])
        if not cursor.rowcount:
            return False
        cursor.execute(
            "UPDATE django_content_type SET app_label = %s WHERE app_label = %s", [PRESENT, FORMER]
        )
        words: dict[str, str | int] = {"present": PRESENT, "cut": len(FORMER) + 1, "pattern": FORMER + r"\_%"}
        for question in (_RENAMED_CONSTRAINTS, _RENAMED):  # a constraint's index is renamed with it
            cursor.execute(question, words)
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
    return True
