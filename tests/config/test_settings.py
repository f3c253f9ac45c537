"""A missing or wrong setting stops the start with a sentence that says what to set."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from skaala.config.roles import MAINTENANCE_URL
from skaala.config.variables import SECRETS
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
        ({"SKAALA_BEHIND_PROXY": "treu"}, "SKAALA_BEHIND_PROXY is “treu”. Set it to true or false."),
        ({"SKAALA_DATABASE_CONNECTIONS": "0"}, "SKAALA_DATABASE_CONNECTIONS is 0. It must be at least 1"),
        ({"SKAALA_LOG_DAYS": "-1"}, "SKAALA_LOG_DAYS is -1"),
        ({"SKAALA_LIVE_PORT": "70000"}, "from 0 to 65535"),
        ({"SKAALA_BEHIND_PROXI": "true"}, "Did you mean SKAALA_BEHIND_PROXY?"),
        ({"SKAALA_XQWZ": "true"}, "SKAALA_XQWZ is no setting. The operator's guide names all."),
        ({"EMAIL_URL": "smtp://mail.example.org:25", "SKAALA_MAIL_FROM": ""}, "SKAALA_MAIL_FROM is not"),
        ({"SKAALA_MAIL_FROM": "events.example.org"}, "SKAALA_MAIL_FROM is “events.example.org”"),
        ({"SKAALA_OPERATOR_EMAIL": "help at example.org"}, "SKAALA_OPERATOR_EMAIL is"),
        ({"SKAALA_ALLOWED_HOSTS": "https://events.example.org"}, "Write host names alone"),
        ({"SKAALA_BASE_URL": "https://events.example.org"}, "not in SKAALA_ALLOWED_HOSTS"),
        ({"SKAALA_BASE_URL": "https://localhost/events"}, "without a path"),
        ({"SKAALA_STATEMENT_TRANSLATOR": "no_such_package.words:translate"}, "must be installed"),
        ({"SKAALA_STATEMENT_TRANSLATOR": "json"}, "package.module:name"),
        ({"SKAALA_TRUSTED_PROXIES": "10.1.0.0/16, our-proxy"}, "Write it as 10.1.0.0/16"),
        ({"SKAALA_TRUSTED_PROXIES": "10.1.2.3/16"}, "SKAALA_TRUSTED_PROXIES holds what is no network"),
        ({"EMAIL_URL_FILE": "/no/such/file"}, "EMAIL_URL_FILE names a file that cannot be read"),
        ({"DATABASE_URL_FILE": "/etc/hostname"}, "DATABASE_URL and DATABASE_URL_FILE are both set"),
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


def test_secrets_come_from_files(tmp_path):
    key, mail = tmp_path / "key", tmp_path / "mail"
    key.write_text("a-secret-key-of-a-file-0123456789-0123456789\n")
    mail.write_text("carrier-pigeon://loft\n")
    files = {"SKAALA_SECRET_KEY_FILE": str(key), "EMAIL_URL_FILE": str(mail)}
    given = {"SKAALA_SECRET_KEY": "", "EMAIL_URL": "", **files}
    assert "EMAIL_URL cannot be read" in read_settings(tmp_path, **given)
    mail.write_text("smtp://mail.example.org:25\n")
    assert read_settings(tmp_path, **given) == "started"


def test_a_command_takes_the_database_from_a_file(tmp_path):
    (tmp_path / "url").write_text("mysql://localhost/x\n")
    refused = skaala("migrate", data=tmp_path / "var", DATABASE_URL_FILE=str(tmp_path / "url"))
    assert "must begin with postgresql://" in refused.stdout + refused.stderr
    assert not (tmp_path / "var").exists(), "it brought a database of its own"


def test_the_operators_guide_names_every_setting_and_no_other():
    code = (ROOT / "src/skaala/config/settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'\w\(\s*"(SKAALA_[A-Z_]+|DATABASE_URL|EMAIL_URL)"', code)) | {
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


def test_the_operators_guide_names_every_secret_that_a_file_may_hold():
    guide = (ROOT / "docs/operators-guide.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`([A-Z_]+)_FILE`", guide)) == set(SECRETS)
