"""What protects every page and every connection, as the settings of production have it."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import BadRequest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from skaala.config.headers import PERMISSIONS_POLICY
from skaala.site.board.views import access
from tests.config.program import environment

SHOW = """
import json
import skaala.config.settings as s
print(json.dumps({name: getattr(s, name, "") for name in (
    "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE",
    "FILE_UPLOAD_PERMISSIONS", "FILE_UPLOAD_DIRECTORY_PERMISSIONS")} | {"OPTIONS": s.DATABASES["default"]["OPTIONS"]}))
"""
HTTPS = {
    "SKAALA_ALLOWED_HOSTS": "events.example.org",
    "SKAALA_BASE_URL": "https://events.example.org",
    "SKAALA_BEHIND_PROXY": "true",
}


def shown(tmp_path: Path, url: str = "postgresql://db.example.org/skaala", **more: str) -> dict:
    given = environment(tmp_path / "var", DATABASE_URL=url, **more)
    done = subprocess.run([sys.executable, "-c", SHOW], env=given, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_cookies_and_files_are_for_us_alone(tmp_path):
    over_https, plain = shown(tmp_path, **HTTPS), shown(tmp_path)
    assert over_https["SESSION_COOKIE_NAME"].startswith("__Host-") and over_https[
        "CSRF_COOKIE_NAME"
    ].startswith("__Host-")
    assert over_https["SESSION_COOKIE_SECURE"] and over_https["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    assert not plain["SESSION_COOKIE_NAME"].startswith("__Host-"), "a browser would drop it without https"
    assert over_https["FILE_UPLOAD_PERMISSIONS"] == 0o600
    assert over_https["FILE_UPLOAD_DIRECTORY_PERMISSIONS"] == 0o700


def test_an_uploaded_file_and_its_folders_are_for_us_alone(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "files"
    default_storage.save("materials/2027/slides.pdf", ContentFile(b"x"))
    found = sorted((tmp_path / "files").rglob("*"))
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in [tmp_path / "files", *found]}
    assert modes == {"files": 0o700, "materials": 0o700, "2027": 0o700, "slides.pdf": 0o600}


def test_no_connection_waits_for_ever(tmp_path):
    options = shown(tmp_path)["OPTIONS"]
    assert (
        options["tcp_user_timeout"] == 15_000
        and options["connect_timeout"] == 5
        and options["keepalives_idle"] == 15
    )
    assert "options" not in options
    web = shown(tmp_path, SKAALA_STATEMENT_SECONDS="30")["OPTIONS"]
    assert web["options"] == "-c statement_timeout=30000 -c lock_timeout=15000"
    own = shown(tmp_path, "postgresql://db.example.org/skaala?connect_timeout=1&tcp_user_timeout=2000")[
        "OPTIONS"
    ]
    assert (int(own["connect_timeout"]), int(own["tcp_user_timeout"])) == (1, 2000)


def test_the_deployment_check_has_nothing_to_say(tmp_path):
    given = environment(tmp_path / "var", DATABASE_URL="postgresql://db.example.org/skaala", **HTTPS,
                        DJANGO_SETTINGS_MODULE="skaala.config.settings", SKAALA_SECRET_KEY="as skaala secret-key makes it: sixty-four signs, 0123456789-abcdef")  # fmt: skip
    (tmp_path / "var" / "static").mkdir(parents=True)
    check = "from django.core.management import execute_from_command_line as run; run(['skaala', 'check', '--deploy', '--fail-level', 'WARNING'])"
    done = subprocess.run(
        [sys.executable, "-c", check], env=given, capture_output=True, text=True, timeout=90
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.django_db
def test_pages_ask_for_no_devices_and_security_has_an_address(client: Client, settings):
    assert client.get("/fi/about/")["Permissions-Policy"] == PERMISSIONS_POLICY
    settings.OPERATOR_EMAIL = ""
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.OPERATOR_EMAIL = "help@example.org"
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:help@example.org\n" in text and "Expires: 20" in text


@pytest.mark.django_db
def test_codes_cannot_be_tried_without_end(client: Client, monkeypatch):
    monkeypatch.setattr(access, "CODES_AN_ADDRESS", 3)
    statuses = [client.get(f"/fi/board/ABC{number}/").status_code for number in range(5)]
    assert statuses == [302, 302, 302, 429, 429]


@pytest.mark.django_db
def test_a_file_part_is_refused_where_no_form_takes_files(client: Client):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from skaala.config.front.uploads import OnlyWhereFilesAreTaken

    assert client.post("/fi/join/", {"code": SimpleUploadedFile("x", b"x")}).status_code == 400
    with pytest.raises(BadRequest):
        OnlyWhereFilesAreTaken(None).new_file("x", "x", "text/plain", 1)
