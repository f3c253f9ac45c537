"""What the database driver offers beside Django: a connection of one's own, and the name of a violated constraint."""

from __future__ import annotations

from typing import Any

import psycopg
from django.db import IntegrityError, connection

# Settings of Django's that the driver does not know.
_DJANGO_ONLY = (
    "pool",
    "cursor_factory",
    "context",
    "assume_role",
    "server_side_binding",
    "prepare_threshold",
)


def connect() -> psycopg.Connection[Any]:
    """
    Open a connection to Django's database outside Django: for listening, and for what must not share a transaction.

    :raises psycopg.OperationalError: if the database cannot be reached
    """
    parameters = dict(connection.get_connection_params())
    for name in _DJANGO_ONLY:
        parameters.pop(name, None)
    return psycopg.connect(**{"connect_timeout": 3, **parameters}, autocommit=True)


def violates(error: IntegrityError, constraint: str) -> bool:
    """Say whether ``error`` comes from ``constraint``, as the driver's diagnostics name it."""
    cause = error.__cause__
    return isinstance(cause, psycopg.Error) and cause.diag.constraint_name == constraint
