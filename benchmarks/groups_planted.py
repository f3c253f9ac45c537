"""Boards of which is known whether there are groups: opinions that differ by degrees, and two planted camps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from skaala.insight.votes import Moderation, VoteMatrix, arrange_votes

PASS_WITHIN = 0.4


def continua(runs: int) -> Iterator[tuple[VoteMatrix, Moderation]]:
    """
    Draw rooms without groups, of all sizes: everybody is a point of a normal distribution of one to three dimensions.

    They agree with a statement as far as they are on its side, some decidedly (a slope of 3) and some hardly (1).
    """
    for run in range(runs):
        chance = np.random.default_rng([run, 9])
        people, texts = int(chance.integers(20, 200)), int(chance.integers(15, 80))
        dimensions = 1 + run % 3
        where = chance.standard_normal((people, dimensions)) * (1.0, 0.6, 0.4)[:dimensions]
        side = chance.standard_normal((texts, dimensions))
        side /= np.linalg.norm(side, axis=1, keepdims=True)
        slope = chance.uniform(1.0, 3.0)
        opinion = slope * (where @ side.T - chance.normal(0.0, 0.7, texts)) + chance.logistic(
            size=(people, texts)
        )
        votes = np.where(opinion > PASS_WITHIN, 1, np.where(opinion < -PASS_WITHIN, -1, 0))
        yield _board(votes, chance.random((people, texts)) < chance.uniform(0.4, 1.0)), Moderation()


def camps_of_15(runs: int) -> Iterator[VoteMatrix]:
    """Draw rooms of two camps of 15 who oppose each other on 60 % of 40 statements, each person with an own mind on one of eight."""
    for run in range(runs):
        chance = np.random.default_rng([run, 10])
        camp = np.arange(30) % 2
        agrees = np.tile(chance.uniform(0.3, 0.8, 40), (30, 1))
        divides = chance.random(40) < 0.6
        sides = np.where(camp[:, np.newaxis] == chance.integers(0, 2, 40), 0.875, 0.125)
        agrees = np.where(divides, sides, agrees)
        draw = chance.random((30, 40))
        votes = np.where(draw < 0.9 * agrees, 1, np.where(draw < 0.9, -1, 0))
        yield _board(votes, chance.random((30, 40)) < 0.9)


def _board(votes: np.ndarray, cells: np.ndarray) -> VoteMatrix:
    rows, columns = np.nonzero(cells)
    names = [str(i) for i in range(max(votes.shape))]
    people, texts = names[: votes.shape[0]], names[: votes.shape[1]]
    return arrange_votes(people, texts, rows=rows, columns=columns, values=votes[rows, columns])
