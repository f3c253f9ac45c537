"""Real conversations and made-up boards for the tests of `insight`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from skaala.insight.votes import VoteMatrix, arrange_votes
from skaala.workshops.formats.single_files import CommentFile, VoteFile, read_comments, read_votes

SHARED = Path(os.environ.get("SKAALA_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
CONVERSATIONS = (
    "austria-climate.produktion-und-konsum",
    "london.youth.policing",
    "scoop-hivemind.biodiversity",
)


def find_conversation(name: str) -> Path:
    folder = SHARED / "data" / "polis" / name
    if not (folder / "participants-votes.csv").is_file():
        pytest.skip(f"the published conversation {name} is not at hand (see SKAALA_SHARED)")
    return folder


def read(name: str) -> tuple[VoteFile, CommentFile]:
    folder = find_conversation(name)
    return read_votes(folder / "participants-votes.csv"), read_comments(folder / "comments.csv")


@pytest.fixture
def read_conversation() -> Callable[[str], tuple[VoteFile, CommentFile]]:
    return read


@pytest.fixture(params=CONVERSATIONS)
def conversation_folder(request: pytest.FixtureRequest) -> Path:
    return find_conversation(request.param)


@pytest.fixture(params=CONVERSATIONS)
def conversation(request: pytest.FixtureRequest) -> tuple[VoteFile, CommentFile]:
    return read(request.param)


def board(
    people: int, texts: int, *, camps: int = 1, voted: float = 0.6, seed: int = 0, contrast: float = 0.8
) -> tuple[VoteMatrix, np.ndarray]:
    """A made-up board: `camps` camps, each with its own mind on every statement; and who is in which camp."""
    chance = np.random.default_rng(seed)
    camp = np.arange(people) % camps
    mind = chance.choice([-1, 1], (camps, texts))
    rows, columns = np.nonzero(chance.random((people, texts)) < voted)
    sure = chance.random(len(rows)) < (contrast if camps > 1 else 0.0)
    values = np.where(sure, mind[camp[rows], columns], chance.integers(-1, 2, len(rows)))
    votes = arrange_votes(
        [str(i) for i in range(people)],
        [str(j) for j in range(texts)],
        rows=rows,
        columns=columns,
        values=values,
    )
    return votes, camp


@pytest.fixture
def make_board() -> Callable[..., tuple[VoteMatrix, np.ndarray]]:
    return board
