"""The audit finds a known advisory, and never says that all is well when it has checked nothing."""

from __future__ import annotations

import json

import pytest

from checks.audit import LOCK, NOT_CHECKED, hits_in, locked, main

DEPENDENCIES = locked(
    "django==5.2.1 \\\n    --hash=sha256:" + "a" * 64 + "\nnumpy==2.0.0 ; python_version < '3.12' \\\n"
)


def advisory(name: str, *events: dict[str, str], **more: object) -> dict[str, object]:
    affected = {
        "package": {"name": name, "ecosystem": "PyPI"},
        "ranges": [{"type": "ECOSYSTEM", "events": list(events)}],
    }
    return {"id": "X-1", "summary": "bad", "affected": [{**affected, **more}]}


@pytest.mark.parametrize(
    ("record", "is_hit"),
    [
        (advisory("Django", {"introduced": "0"}, {"fixed": "5.2.2"}), True),
        (advisory("Django", {"introduced": "0"}, {"fixed": "5.2.1"}), False),
        (advisory("django", {"introduced": "5.2.2"}), False),
        (
            advisory(
                "django", {"introduced": "4"}, {"fixed": "4.2"}, {"introduced": "5.0"}, {"fixed": "5.3"}
            ),
            True,
        ),
        (advisory("django", {"introduced": "5.0"}, {"last_affected": "5.2.1"}), True),
        (advisory("django", {"introduced": "5.0"}, {"last_affected": "5.2.0"}), False),
        (advisory("django", versions=["5.2.1"]), True),
        (advisory("flask", {"introduced": "0"}), False),
    ],
)
def test_a_version_is_affected_between_introduction_and_fix(record, is_hit):
    assert bool(list(hits_in(DEPENDENCIES, [record]))) is is_hit


def test_what_was_not_checked_is_said_and_fails(tmp_path, capsys):
    bill = tmp_path / "bill.json"
    unreachable = ["--service", "http://127.0.0.1:9/", "--bill", str(bill)]
    assert main(unreachable) == NOT_CHECKED
    assert "NOT CHECKED" in capsys.readouterr().err
    empty = tmp_path / "none.json"
    empty.write_text("[]")
    assert main(["--advisories", str(empty), "--bill", str(bill)]) == NOT_CHECKED
    known = tmp_path / "known.json"
    known.write_text(json.dumps([advisory("django", {"introduced": "0"})]))
    assert main(["--advisories", str(known), "--bill", str(bill)]) == 1
    assert "X-1" in capsys.readouterr().out
    known.write_text(json.dumps(advisory("flask", {"introduced": "0"})))
    assert main(["--advisories", str(known), "--bill", str(bill)]) == 0


def test_the_bill_names_every_locked_package(tmp_path):
    bill = tmp_path / "bill.json"
    main(["--service", "http://127.0.0.1:9/", "--bill", str(bill)])
    written = json.loads(bill.read_text())
    assert (written["bomFormat"], written["specVersion"]) == ("CycloneDX", "1.6")
    names = {(each["name"], each["version"]) for each in written["components"]}
    assert names == {(each.name, each.version) for each in locked(LOCK.read_text())} and len(names) > 30
