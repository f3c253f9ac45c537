"""Vectors kept in files: found again by text, and never a reason to fail."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from skaala.vectors.kept import VectorFiles, forget_vectors


def test_vectors_are_found_again_by_their_text_and_model(tmp_path: Path) -> None:
    made = np.arange(8, dtype="<f4").reshape(2, 4)
    VectorFiles(tmp_path, "abc", 4).add(["yksi", "två"], made)
    found = VectorFiles(tmp_path, "abc", 4).read(["två", "three"])
    assert found.keys() == {"två"}
    assert (found["två"] == made[1]).all()
    assert VectorFiles(tmp_path, "other", 4).read(["två"]) == {}
    assert b"yksi" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_a_record_that_was_cut_off_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    files = VectorFiles(tmp_path, "abc", 4)
    files.add(["a", "b"], np.ones((2, 4)))
    (only,) = tmp_path.glob("*.vectors")
    only.write_bytes(only.read_bytes()[:-3])
    assert files.read(["a", "b"]).keys() == {"a"}
    files.add(["b"], np.full((1, 4), 2.0))
    assert files.read(["a", "b"])["b"].tolist() == [2.0] * 4


def test_without_a_place_to_keep_them_nothing_fails(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for folder in (None, blocked / "below"):
        files = VectorFiles(folder, "abc", 4)
        files.add(["a"], np.ones((1, 4)))
        assert files.read(["a"]) == {}


def test_files_of_earlier_months_are_forgotten(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    VectorFiles(tmp_path, "abc", 4).add(["a"], np.ones((1, 4)))
    assert forget_vectors(tmp_path, now) == 0
    assert forget_vectors(tmp_path, now + timedelta(days=70)) == 1
    assert list(tmp_path.iterdir()) == []


def test_all_of_them_can_be_forgotten_at_once(tmp_path: Path) -> None:
    VectorFiles(tmp_path, "abc", 4).add(["a"], np.ones((1, 4)))
    assert forget_vectors(tmp_path) == 1
    assert forget_vectors(tmp_path / "not there") == 0
