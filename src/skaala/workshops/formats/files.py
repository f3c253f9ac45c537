"""Unpacks uploaded files: ZIP archives are opened, within limits; workbooks stay as they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from skaala.tables.reading import Limits, Unreadable, UnreadableTable, read_tables
from skaala.tables.workbooks import is_workbook
from skaala.workshops.formats.conversation import Fault, UnreadableConversation
from skaala.workshops.formats.polis_tables import NamedTable, with_columns

MOST_BYTES = 60_000_000
LIMITS = Limits(bytes=MOST_BYTES, rows=2_000_100, columns=20_000, cells=20_000_000, unpacked=MOST_BYTES)


def unpack(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """
    Return the files themselves by name, those inside ZIP archives too: CSV, JSON and workbooks.

    :raises UnreadableConversation: if an archive is broken, or all is too large
    """
    plain: dict[str, bytes] = {}
    left = MOST_BYTES
    for name, data in files.items():
        if data[:2] != b"PK":
            plain[name] = data
            left -= len(data)
            continue
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if is_workbook(archive):
                    plain[name] = data
                    left -= sum(part.file_size for part in archive.infolist())
                    continue
                inside = _inside(name, archive, left)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise UnreadableConversation(Fault.NOT_A_ZIP, name) from error
        left -= sum(map(len, inside.values()))
        plain |= inside
    if left < 0:
        raise UnreadableConversation(Fault.TOO_LARGE, ", ".join(files))
    return plain


def _inside(name: str, archive: zipfile.ZipFile, left: int) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or path.suffix.lower() not in {".csv", ".json"}:
            continue
        if entry.file_size > left:  # before anything is unpacked
            raise UnreadableConversation(Fault.TOO_LARGE, name)
        with archive.open(entry) as packed:
            found[path.name] = packed.read(left + 1)
        left -= len(found[path.name])
    return found


def tables_of(files: Mapping[str, bytes], *, limits: Limits = LIMITS) -> list[NamedTable]:
    """
    Return the tables of all files: one of each CSV file, one per sheet of a workbook.

    :raises UnreadableConversation: if a file is no table, or too large
    """
    found: list[NamedTable] = []
    for name, data in files.items():
        try:
            tables = list(read_tables(data, limits))
        except UnreadableTable as error:
            if error.reason == Unreadable.EMPTY:
                continue
            raise UnreadableConversation(_fault(error.reason, data), name) from error
        # The summary says in words what the other sheets hold.
        found += [
            with_columns(f"{name}: {table.name}" if table.name else name, table)
            for table in tables
            if table.rows and table.name != "summary"
        ]
    return found


def _fault(reason: Unreadable, data: bytes) -> Fault:
    if reason in {Unreadable.TOO_LARGE, Unreadable.TOO_MANY_ROWS, Unreadable.TOO_MANY_COLUMNS}:
        return Fault.TOO_LARGE
    if reason == Unreadable.OLD_EXCEL:
        return Fault.OLD_EXCEL
    return Fault.NOT_A_WORKBOOK if data[:2] == b"PK" else Fault.NOT_TEXT
