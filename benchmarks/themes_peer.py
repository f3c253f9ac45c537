"""Plain tf-idf and k-means, told how many themes there are, and the measures that both are held against."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

from skaala.insight.votes import Floats

STARTS = 20


def weigh_plainly(bags: Sequence[Sequence[str]]) -> Floats:
    """Return tf-idf rows of length one, smoothed as is usual: tf · (ln((1 + n) / (1 + d)) + 1)."""
    found = Counter(word for bag in bags for word in set(bag))
    columns = {word: number for number, word in enumerate(sorted(found))}
    rows = np.zeros((len(bags), max(1, len(columns))))
    for row, bag in enumerate(bags):
        for word, count in Counter(bag).items():
            rows[row, columns[word]] = count * (math.log((1 + len(bags)) / (1 + found[word])) + 1)
    return to_length_one(rows)


def to_length_one(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Floats = rows / np.where(lengths > 0, lengths, 1.0)
    return scaled


def raw_tokens(text: str) -> list[str]:
    return re.findall(r"\w\w+", text.casefold())


def cluster_plainly(rows: Floats, number: int, *, seed: int = 0) -> list[int]:
    """Return Lloyd's k-means from twenty k-means++ starts, the tightest of them."""
    chance = np.random.default_rng(seed)
    best, tightest = np.zeros(len(rows), dtype=int), math.inf
    for _ in range(STARTS):
        centres = rows[[chance.integers(len(rows))]]
        while len(centres) < number:
            away = _distances(rows, centres).min(axis=1)
            share = away / away.sum() if away.sum() > 0 else None
            centres = np.vstack([centres, rows[chance.choice(len(rows), p=share)]])
        labels = np.full(len(rows), -1)
        for _ in range(100):
            distances = _distances(rows, centres)
            moved = distances.argmin(axis=1)
            if (moved == labels).all():
                break
            labels = moved
            for each in range(number):
                if (labels == each).any():
                    centres[each] = rows[labels == each].mean(axis=0)
        loose = float(distances.min(axis=1).sum())
        if loose < tightest:
            best, tightest = labels, loose
    return [int(label) for label in best]


def _distances(rows: Floats, centres: Floats) -> Floats:
    apart: Floats = np.maximum(
        (rows**2).sum(axis=1)[:, None] + (centres**2).sum(axis=1) - 2 * rows @ centres.T, 0.0
    )
    return apart


def rand_index(truth: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Return the adjusted Rand index (L. Hubert & P. Arabie, J. Classification 1985)."""

    def pairs(counts: Counter[Hashable]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    together = pairs(Counter(zip(truth, found, strict=True)))
    in_truth, in_found = pairs(Counter(truth)), pairs(Counter(found))
    expected = in_truth * in_found / pairs(Counter({"all": len(truth)}))
    most = (in_truth + in_found) / 2
    return (together - expected) / (most - expected) if most != expected else 1.0


def information(truth: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float, float]:
    """
    Return NMI (geometric), V-measure, homogeneity and completeness.

    A. Strehl & J. Ghosh, JMLR 2002; A. Rosenberg & J. Hirschberg, EMNLP 2007.
    """
    n = len(truth)

    def entropy(labels: Sequence[Hashable]) -> float:
        return -sum(c / n * math.log(c / n) for c in Counter(labels).values())

    of_truth, of_found = Counter(truth), Counter(found)
    shared = sum(
        c / n * math.log(c * n / (of_truth[a] * of_found[b]))
        for (a, b), c in Counter(zip(truth, found, strict=True)).items()
    )
    in_truth, in_found = entropy(truth), entropy(found)
    homogeneous = shared / in_truth if in_truth else 1.0
    complete = shared / in_found if in_found else 1.0
    total = homogeneous + complete
    return (
        shared / math.sqrt(in_truth * in_found) if in_truth and in_found else 0.0,
        2 * homogeneous * complete / total if total else 0.0,
        homogeneous,
        complete,
    )


def f1(truth: set[str], found: set[str]) -> float:
    return 2 * len(truth & found) / (len(truth) + len(found)) if truth or found else 1.0
