"""The encoder in its child process: the same numbers every time, and a reason where it cannot run."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

import numpy as np
import pytest

from skaala.ui import child
from skaala.vectors import encoder

# As the marker in requirements/base.in: where the wheel is to be installed, its absence is a failure and no skip.
has_encoder = pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64"), reason="the wheel is for Linux on x86_64"
)


@pytest.fixture(autouse=True)
def _on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(encoder.SWITCH, raising=False)


@has_encoder
def test_translations_are_nearer_than_other_sentences_of_the_language(tmp_path: Path) -> None:
    texts = [
        "Hulevedet tulvivat kellareihin",
        "Bussi kulkee liian harvoin",
        "Dagvattnet svämmar över i källarna",
        "Bussen går för sällan",
    ]
    said: list[tuple[int, int]] = []
    vectors = encoder.encode(texts, tmp_path, progress=lambda done, total: said.append((done, total)))
    rows = np.array([vectors[text] for text in texts])
    assert rows.shape == (4, encoder.DIMENSIONS)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    rows[:2] -= rows[:2].mean(axis=0)
    rows[2:] -= rows[2:].mean(axis=0)
    assert rows[0] @ rows[2] > 0 > rows[0] @ rows[3]
    assert said == [(4, 4)]
    again = encoder.encode(texts, tmp_path, progress=lambda done, total: said.append((done, total)))
    assert said == [(4, 4)]  # nothing was encoded again
    assert all((again[text] == vectors[text]).all() for text in texts)


@has_encoder
def test_an_encoder_that_dies_is_a_reason_and_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_arguments: object, **_limits: object) -> bytes:
        raise child.UnableToFinish(child.Reason.FAILED)

    monkeypatch.setattr(child, "run", die)
    with pytest.raises(encoder.NoVectors, match="does not run here"):
        encoder.encode(["text"], None)


def test_one_setting_turns_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(encoder.SWITCH, "off")
    with pytest.raises(encoder.NoVectors, match=encoder.SWITCH):
        encoder.encode(["text"], None)
