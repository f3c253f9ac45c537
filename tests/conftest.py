"""The tests run on the embedded PostgreSQL, in a folder of their own; settings are made before Django looks for them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skaala.config import catalogues, embedded

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "var" / "tests"

pytest_plugins = ["tests.browser.fixtures"]
KEPT = {"SKAALA_SHARED", "SKAALA_CHROMIUM"}

for name in [name for name in os.environ if name.startswith("SKAALA_") and name not in KEPT]:
    del os.environ[name]
os.environ.pop("EMAIL_URL", None)
os.environ.update(
    SKAALA_MODE="debug",
    SKAALA_SECRET_KEY="only-for-tests-only-for-tests-only-for-tests",
    SKAALA_ALLOWED_HOSTS="localhost,127.0.0.1,[::1],testserver",
    SKAALA_BASE_URL="http://testserver",
    SKAALA_TEXT_VECTORS="off",  # tests of vectors switch them on
    SKAALA_DATA_DIR=str(DATA),
    DATABASE_URL=embedded.join(DATA),
    DJANGO_SETTINGS_MODULE="skaala.config.settings",
)
catalogues.compile_stale()
(DATA / "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where there is none

# pytest-django sets Django up only where its settings have been read before it looks.
from django.conf import settings  # noqa: E402

settings.DATABASES  # noqa: B018


@pytest.fixture(scope="session", autouse=True)
def _the_trail_is_emptied_between_tests() -> Iterator[None]:
    """The database lets nobody empty the audit trail; after a test that commits, Django empties all tables."""
    from django.db.backends.postgresql.operations import DatabaseOperations

    kept = DatabaseOperations.sql_flush

    def sql_flush(*args: Any, **more: Any) -> list[str]:
        statements = kept(*args, **more)
        if not any("people_auditentry" in statement for statement in statements):
            return statements
        tables = ("people_auditentry", "people_auditlink", "people_auditpersonal")
        off, on = (
            [f"ALTER TABLE {table} {switch} TRIGGER never_emptied" for table in tables]
            for switch in ("DISABLE", "ENABLE")
        )
        return [*off, *statements, *on]

    DatabaseOperations.sql_flush = sql_flush  # type: ignore[method-assign]
    yield
    DatabaseOperations.sql_flush = kept  # type: ignore[method-assign]


def pytest_configure() -> None:
    """Let no example fail for taking long: that says how busy the machine is, and nothing about the program."""
    # Loaded here and not above, since pytest wants to have a plugin's modules before anybody else.
    from hypothesis import HealthCheck
    from hypothesis import settings as examples

    examples.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    examples.load_profile("any-machine")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test after its argument where that is a file: a workbook holds the second it was made in, and the processes differ."""
    return argname if isinstance(val, bytes) else None
