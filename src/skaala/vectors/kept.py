"""Vectors kept in files, by the hash of their text: a cache that may be deleted at any time."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

HASH_BYTES = 16


class VectorFiles:
    """
    The vectors of one model, in files by month: each record is a hash and the numbers.

    A half-written record at the end of a file, or a file that cannot be read or written, is as if it were not there.
    """

    def __init__(self, folder: Path | None, model: str, dimensions: int) -> None:
        self.folder = folder
        self.model = model
        self.dimensions = dimensions
        self.record = np.dtype([("hash", f"V{HASH_BYTES}"), ("vector", "<f4", dimensions)])

    def read(self, texts: Sequence[str]) -> dict[str, np.ndarray]:
        """Return the vectors that are kept of these texts."""
        by_hash = {_hash(text): text for text in texts}
        found: dict[str, np.ndarray] = {}
        for file in self._files():
            try:
                content = file.read_bytes()
            except OSError:
                continue
            whole = len(content) // self.record.itemsize
            for record in np.frombuffer(content, dtype=self.record, count=whole):
                text = by_hash.get(record["hash"].tobytes())
                if text is not None:
                    found[text] = record["vector"]
        return found

    def add(self, texts: Sequence[str], vectors: np.ndarray) -> None:
        """Keep these vectors, if there is a place for them."""
        if self.folder is None or not len(texts):
            return
        records = np.zeros(len(texts), dtype=self.record)
        records["hash"] = np.array([_hash(text) for text in texts], dtype=f"V{HASH_BYTES}")
        records["vector"] = vectors
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / f"{self.model}-{datetime.now(UTC):%Y%m}.vectors").open("ab") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                end = file.tell()
                if end % self.record.itemsize:  # a record was cut off when somebody pulled the plug
                    file.truncate(end - end % self.record.itemsize)
                file.write(records.tobytes())
        except OSError:
            return

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob(f"{self.model}-*.vectors")) if self.folder is not None else []


def forget_vectors(folder: Path, now: datetime | None = None) -> int:
    """
    Delete the files of all months but this one and the last, without ``now`` all of them; return how many they were.

    A vector is made of what somebody wrote and must not outlive it for long; one that is still needed is made again.
    """
    kept_from = f"{now.replace(day=1) - timedelta(days=1):%Y%m}" if now else "999999"
    gone = [file for file in folder.glob("*.vectors") if file.stem.rpartition("-")[2] < kept_from]
    for file in gone:
        file.unlink(missing_ok=True)
    return len(gone)


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:HASH_BYTES]
