"""What else themes could be made with, on the tuning half, each told the true number: for the decision record."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from benchmarks.themes_peer import (
    cluster_plainly,
    rand_index,
    raw_tokens,
    to_length_one,
    weigh_plainly,
)
from skaala.insight.thematic.gathering import find_directions, gather
from skaala.insight.thematic.themes import Statement
from skaala.insight.thematic.weights import read_statement, weigh
from skaala.insight.votes import Floats

ROUNDS = 300


def compare_alternatives(
    statements: Sequence[Statement], truth: Sequence[str], number: int
) -> dict[str, float]:
    """Return the adjusted Rand index of each way; remarks about the meeting are taken out where the glossary is used."""
    raw = weigh_plainly([raw_tokens(each.text) for each in statements])
    plain = [read_statement(each.text, each.language, compounds=False, glossary=False) for each in statements]
    lemmas = weigh_plainly([[word.lemma for word in reading.words] for reading in plain])
    found = {
        "raw tokens, k-means": rand_index(truth, cluster_plainly(raw, number + 1)),
        "lemmas, k-means": rand_index(truth, cluster_plainly(lemmas, number + 1)),
    }
    for compounds, glossary in ((False, False), (True, False), (False, True), (True, True)):
        readings = [
            read_statement(each.text, each.language, compounds=compounds, glossary=glossary)
            for each in statements
        ]
        weights = weigh(readings)
        shares = [
            row for row, reading in enumerate(readings) if not reading.is_about_occasion and weights[row].nnz
        ]
        name = f"{'with' if compounds else 'without'} compounds, {'with' if glossary else 'without'} glossary"
        rows = weights[shares].toarray()
        divided = {
            "LSA, spherical k-means": list(gather(find_directions(weights[shares]), number=number).labels)
        }
        if compounds:
            divided |= {
                "k-means": cluster_plainly(rows, number),
                "NMF": factorise(rows, number),
                "agglomerative, average": _join(rows, number, "average"),
                "agglomerative, Ward": _join(rows, number, "ward"),
            }
        for way, division in divided.items():
            labels = [-1] * len(statements)
            for row, label in zip(shares, division, strict=True):
                labels[row] = int(label)
            found[f"{way}, {name}"] = rand_index(truth, labels)
    return {way: round(figure, 3) for way, figure in found.items()}


def _join(rows: Floats, number: int, method: str) -> list[int]:
    return [int(label) for label in fcluster(linkage(rows, method), number, "maxclust")]


def factorise(rows: Floats, number: int) -> list[int]:
    """
    Return for each row the strongest of ``number`` non-negative factors.

    D. Lee & H. Seung, NIPS 2000, begun from the singular vectors (C. Boutsidis & E. Gallopoulos, *SVD based
    initialization*, Pattern Recognition 2008).
    """
    left, sizes, right = np.linalg.svd(rows, full_matrices=False)
    w, h = np.full((len(rows), number), 1e-4), np.full((number, rows.shape[1]), 1e-4)
    for each in range(min(number, len(sizes))):
        for sign in (1, -1):
            a, b = np.maximum(sign * left[:, each], 0), np.maximum(sign * right[each], 0)
            weight = np.linalg.norm(a) * np.linalg.norm(b)
            if weight >= 0.5 * (1 if sign == 1 else np.linalg.norm(w[:, each]) * np.linalg.norm(h[each])):
                w[:, each], h[each] = np.sqrt(sizes[each]) * a + 1e-4, np.sqrt(sizes[each]) * b + 1e-4
    for _ in range(ROUNDS):
        h *= (w.T @ rows) / (w.T @ w @ h + 1e-12)
        w *= (rows @ h.T) / (w @ h @ h.T + 1e-12)
    return [int(label) for label in to_length_one(w * np.linalg.norm(h, axis=1)).argmax(axis=1)]
