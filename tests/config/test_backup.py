"""A backup is restored elsewhere, whole; the keys of series are in neither of its files; and nobody forgotten comes back."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path

import click
import pytest

from skaala.config.commands.restore import _extract_plainly
from tests.config.program import ROOT, environment, skaala

PLANT = """
import django; django.setup()
from datetime import timedelta
from django.conf import settings
from django.utils import timezone
from skaala.series.models.series_key import key_file
from tests import cast
now = timezone.now()
old = cast.a_series(slug="old", retention_months=1, published_at=now - timedelta(days=300))
past = now - timedelta(days=300)
cast.an_event(old, 1, now=past)
cast.a_registration(old, email="forgotten@example.org", name="Vuhtilqa Orqeskog", now=past)
new = cast.a_series(slug="new", published_at=now)
cast.an_event(new, 1, now=now)
cast.a_registration(new, email="maija@example.org", name="Maija Meri", now=now)
settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
(settings.MEDIA_ROOT / "programme.txt").write_text("an uploaded file")
file = key_file(new)
file.parent.mkdir(parents=True, exist_ok=True)
file.write_bytes(b"series-key-0123456789")
"""
READ = """
import django; django.setup()
from django.conf import settings
from skaala.registration.models import Registration
from skaala.series.models import Series
from skaala.series.models.series_key import key_file
print(sorted(Registration.objects.values_list("email", flat=True)), (settings.MEDIA_ROOT / "programme.txt").read_text())
print(key_file(Series.objects.get(slug="new")).read_bytes())
"""


def python(code: str, data: Path) -> str:
    """Run code on the database in ``data``, as a command would."""
    start = "from skaala.config import environment as e; e.set_up(); e.prepare()\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code], env={**environment(data), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DJANGO_SETTINGS_MODULE": "skaala.config.settings"},
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.mark.xdist_group("restored")
def test_a_backup_is_restored_with_its_keys_from_apart_and_without_the_forgotten(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    python(PLANT, here)
    refused = skaala(
        "backup", str(tmp_path / "copies"), "--keys", str(tmp_path / "copies" / "keys"), data=here
    )
    assert refused.returncode == 2 and "Keep the keys apart" in refused.stderr
    made = skaala(
        "backup", str(tmp_path / "copies"), "--keys", str(tmp_path / "safe"), data=here, seconds=200
    )
    assert made.returncode == 0, made.stderr
    backup, keys = map(Path, made.stdout.split())
    # The attack: one of the two copies is stolen.
    assert b"series-key-0123456789" not in b"".join(file.read_bytes() for file in backup.iterdir())
    assert [file.name for file in keys.iterdir()] == ["keys.tar"]
    assert {file.stat().st_mode & 0o077 for file in [backup, keys, *backup.iterdir(), *keys.iterdir()]} == {0}
    full = skaala("restore", str(backup), data=here, seconds=200)
    assert full.returncode == 1 and "not empty" in full.stderr
    # What lies there already is not mixed with what the backup holds.
    for left in (there / "files", there / "series-keys"):
        left.mkdir(parents=True)
        (left / "a").touch()
        mixed = skaala("restore", str(backup), "--keys", str(keys), data=there, seconds=200)
        assert mixed.returncode == 1 and f"{left} is not empty" in mixed.stderr
        (left / "a").unlink()
    restored = skaala("restore", str(backup), "--keys", str(keys), data=there, seconds=300)
    assert restored.returncode == 0, restored.stderr
    assert "Personal data of 1 series" in restored.stdout
    read = python(READ, there)
    assert read.split("\n")[:2] == ["['maija@example.org'] an uploaded file", "b'series-key-0123456789'"]


@pytest.mark.parametrize("name", ["../outside", "/outside", "link"])
def test_an_archive_that_leads_out_of_its_folder_is_refused_by_early_versions_of_python_too(tmp_path, name):
    with tarfile.open(tmp_path / "kept.tar", "w") as packed:
        packed.addfile(tarfile.TarInfo("folder/file"))
        entry = tarfile.TarInfo(name)
        if name == "link":
            entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/hostname"
        packed.addfile(entry)
    with (
        tarfile.open(tmp_path / "kept.tar") as packed,
        pytest.raises(click.ClickException, match="plain file"),
    ):
        _extract_plainly(packed, tmp_path / "target")
    assert not (tmp_path / "target" / "folder").exists()
