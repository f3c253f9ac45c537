"""Strangers' files are read in a child that is ended when it takes too long or too much, and knows no secrets."""

from __future__ import annotations

import io
import os
import pickle
import time
import zipfile

import pytest
from openpyxl import Workbook

from skaala.announcement.files import UnreadableFile, extract_text
from skaala.registration.rules.attendee_table import read_people
from skaala.tables.reading import Unreadable, UnreadableTable
from skaala.ui import child
from skaala.ui.child import Reason, UnableToFinish
from skaala.ui.child_messages import unfinished_message
from skaala.workshops.formats.conversation import Fault, UnreadableConversation
from skaala.workshops.rules.board_import import read_files


def refused(function, *arguments, seconds: float = 2.0, megabytes: int = 1000) -> Reason:
    began = time.monotonic()
    with pytest.raises(UnableToFinish) as problem:
        child.run(function, *arguments, seconds=seconds, megabytes=megabytes)
    assert time.monotonic() - began < seconds + 5
    return problem.value.reason


def test_a_result_and_a_refusal_come_as_if_read_here():
    assert (
        child.run(extract_text, "Työpaja 27.3.2023".encode(), seconds=30, megabytes=1000)
        == "Työpaja 27.3.2023"
    )
    with pytest.raises(UnreadableFile) as announcement:
        child.run(extract_text, b"x" * 10_000_001, seconds=30, megabytes=1000)
    assert announcement.value.size == "10.0 MB"
    assert (
        child.run(read_people, b"name,email\nMaija,m@example.org\n", seconds=30, megabytes=1000)[1][0]
        == "Maija"
    )
    with pytest.raises(UnreadableTable) as table:
        child.run(read_people, b"\xd0\xcf\x11\xe0", seconds=30, megabytes=1000)
    assert table.value.reason is Unreadable.OLD_EXCEL
    with pytest.raises(UnreadableConversation) as conversation:
        child.run(read_files, {"a.zip": b"PK broken"}, None, ("fi",), seconds=30, megabytes=4000)
    assert conversation.value.fault is Fault.NOT_A_ZIP


class _Attribute:
    """Is written as early versions of Python 3.11 write a member of an enumeration."""

    def __init__(self, kind: object, name: str) -> None:
        self.parts = (kind, name)

    def __reduce__(self) -> tuple[object, ...]:
        return getattr, self.parts


def test_members_of_enumerations_are_values_and_other_attributes_are_not():
    def read(written: object) -> object:
        return child._OnlyValues(io.BytesIO(pickle.dumps(written))).load()

    assert read(_Attribute(Fault, "NOT_A_ZIP")) is Fault.NOT_A_ZIP
    for kind, name in ((Fault, "mro"), (UnreadableTable, "__init__"), (str, "format")):
        with pytest.raises(pickle.UnpicklingError):
            read(_Attribute(kind, name))


def test_a_page_of_open_tags_is_given_up():
    assert refused(extract_text, b"<html>" + b"<a x=" * 40_000) is Reason.TOO_LONG


def test_a_workbook_with_one_huge_attribute_is_given_up_or_refused():
    """21 kB that unpack to one attribute of 20 MB."""
    plain = io.BytesIO()
    book = Workbook()
    book.active.append(["name", "email"])
    book.save(plain)
    packed = io.BytesIO()
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<sheetData", b'<sheetData x="' + b"&lt;" * 5_000_000 + b'"', 1)
            after.writestr(part.filename, content)
    began = time.monotonic()
    with pytest.raises((UnableToFinish, UnreadableTable)):
        child.run(read_people, packed.getvalue(), seconds=3, megabytes=1000)
    assert time.monotonic() - began < 10


def test_too_much_memory_is_no_harm():
    page = b"<html>" + b"<p>Sana</p>" * 800_000
    assert refused(extract_text, page, seconds=30, megabytes=1) is Reason.TOO_MUCH_MEMORY


def test_there_are_never_many(monkeypatch):
    monkeypatch.setattr(child, "_places", __import__("threading").BoundedSemaphore(1))
    child._places.acquire()
    assert refused(extract_text, b"x") is Reason.BUSY
    child._places.release()


def test_a_child_can_hand_back_nothing_that_acts():
    class Acts:
        def __reduce__(self):
            return os.system, ("true",)

    with pytest.raises(pickle.UnpicklingError):
        child._OnlyValues(io.BytesIO(pickle.dumps(Acts()))).load()
    with pytest.raises(pickle.UnpicklingError):
        child._OnlyValues(io.BytesIO(pickle.dumps(child.run))).load()


def test_a_child_knows_no_secrets():
    assert not {"DATABASE_URL", "SKAALA_SECRET_KEY"} & set(child._KEPT)
    import subprocess

    seen: dict[str, dict[str, str]] = {}

    def look(*_: object, env: dict[str, str], **__: object) -> None:
        seen["env"] = env
        raise subprocess.TimeoutExpired("x", 1)

    original = subprocess.run
    subprocess.run = look  # type: ignore[assignment]
    try:
        refused(extract_text, b"x")
    finally:
        subprocess.run = original
    assert not [
        name for name in seen["env"] if name.startswith(("SKAALA_", "DATABASE_", "EMAIL_", "DJANGO_"))
    ]


def test_every_reason_has_words():
    for reason in Reason:
        assert unfinished_message(UnableToFinish(reason))
