"""A missing or wrong setting stops the start with a sentence that says what to set."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from skaala.config.roles import MAINTENANCE_URL
from skaala.vectors.encoder import SWITCH
from tests.config.program import ROOT, environment, skaala

READ = """
from django.core.exceptions import ImproperlyConfigured
try:
    import skaala.config.settings
    print("started")
except ImproperlyConfigured as error:
    print(error)
"""


def read_settings(tmp_path: Path, **more: str) -> str:
    given = environment(tmp_path / "var", **{"DATABASE_URL": "postgresql://localhost/skaala", **more})
    outcome = subprocess.run(
        [sys.executable, "-c", READ], env=given, capture_output=True, text=True, timeout=30
    )
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout.strip()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"SKAALA_SECRET_KEY": ""}, "SKAALA_SECRET_KEY is missing or shorter"),
        ({"SKAALA_SECRET_KEY": "short"}, "skaala secret-key"),
        ({"SKAALA_ALLOWED_HOSTS": ""}, "SKAALA_ALLOWED_HOSTS is missing"),
        ({"SKAALA_BASE_URL": ""}, "SKAALA_BASE_URL is missing"),
        ({"SKAALA_BASE_URL": "events.example.org"}, "must begin with https://"),
        ({"SKAALA_MODE": "prod"}, "Set it to production, demo or debug"),
        ({"EMAIL_URL": "carrier-pigeon://loft"}, "EMAIL_URL cannot be read"),
        ({"DATABASE_URL": ""}, "DATABASE_URL is missing"),
        ({"DATABASE_URL": "mysql://localhost/x"}, "must begin with postgresql://"),
        ({"SKAALA_DATABASE_CONNECTIONS": "many"}, "SKAALA_DATABASE_CONNECTIONS must be a whole number"),
        ({"SKAALA_TIME_ZONE": "Europe/Espoo"}, "such as Europe/Helsinki"),
    ],
)
def test_a_wrong_setting_stops_the_start(tmp_path, more, words):
    said = read_settings(tmp_path, **more)
    assert said.startswith("Skaala cannot start: ")
    assert words in said


@pytest.mark.parametrize(
    "url",
    [
        "smtp://user:secret@mail.example.org:25",
        "smtp+tls://mail.example.org:587",
        "smtp+ssl://mail.example.org:465",
    ],
)
def test_good_settings_start(tmp_path, url):
    assert read_settings(tmp_path, EMAIL_URL=url) == "started"


def test_the_command_says_it_without_a_traceback(tmp_path):
    refused = skaala("serve", "--port", "1", data=tmp_path / "var", SKAALA_SECRET_KEY="")
    assert refused.returncode == 1
    assert refused.stderr.startswith("Error: Skaala cannot start: SKAALA_SECRET_KEY is missing")


def test_the_operators_guide_names_every_setting_and_no_other():
    code = (ROOT / "src/skaala/config/settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'(?:env\.\w+|whole_number)\(\s*"([A-Z_]+)"', code)) | {
        "SKAALA_DATA_DIR",
        "PORT",
        MAINTENANCE_URL,
        SWITCH,
    }
    output = set(
        re.findall(
            r"^\| `([A-Z_]+)` \|", (ROOT / "docs/operators-guide.md").read_text(encoding="utf-8"), re.M
        )
    )
    assert output == read
