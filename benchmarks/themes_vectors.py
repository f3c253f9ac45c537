"""Scores the themes found with sentence vectors, beside plain k-means on the same vectors, tf-idf, and the glossary alone."""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.themes_peer import cluster_plainly, rand_index, raw_tokens, weigh_plainly
from skaala.insight.thematic.assigning import assign_to_names, nearness_to_names
from skaala.insight.thematic.headings import FIRST, name_of
from skaala.insight.thematic.results import Statement, Themes
from skaala.insight.thematic.semantics import Vectors, centred_statements, texts_to_encode
from skaala.insight.thematic.themes import find_themes
from skaala.insight.thematic.words import LANGUAGES
from skaala.vectors.encoder import NoVectors, encode, model_hash

NO_THEME = "none"
Corpus = tuple[list[Statement], list[str]]


def read_labelled(file: Path) -> Corpus:
    """Return the statements of a table id,language,text,theme and their themes."""
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    return [Statement(row["id"], row["text"], row["language"]) for row in rows], [
        row["theme"] for row in rows
    ]


def score_with_vectors(halves: Mapping[str, Corpus], files: Sequence[Path]) -> dict[str, dict[str, Any]]:
    """Return by set and side the measures; a reason in their place where there is no encoder."""
    folder = Path(os.environ.get("SKAALA_DATA_DIR") or "var") / "vectors"
    sets = {**{f"{name} half": corpus for name, corpus in halves.items()}}
    sets |= {file.stem: read_labelled(file) for file in files}
    figures: dict[str, dict[str, Any]] = {}
    for name, (statements, truth) in sets.items():
        names = sorted(set(truth) - {NO_THEME})
        begun = time.perf_counter()
        try:
            vectors = encode([*texts_to_encode(statements, names)], folder)
        except NoVectors as reason:
            figures[name] = {"vectors": {"none": str(reason)}}
            continue
        seconds = time.perf_counter() - begun
        figures[name] = _score(statements, truth, names, vectors)
        figures[name]["model"] = {"hash": model_hash(), "seconds_to_encode_or_read": round(seconds, 1)}
    return figures


def _score(
    statements: list[Statement], truth: list[str], names: list[str], vectors: Vectors
) -> dict[str, dict[str, Any]]:
    number = len(names)
    centred = centred_statements(statements, vectors)
    plain = cluster_plainly(centred, number)
    tokens = weigh_plainly([raw_tokens(each.text) for each in statements])
    figures: dict[str, dict[str, Any]] = {
        "k-means on the same vectors": {"ari": _ari(truth, plain)},
        "glossary alone": _measure(find_themes(statements, number=number), statements, truth, vectors),
        "vectors and glossary": _measure(
            find_themes(statements, number=number, vectors=vectors), statements, truth, vectors
        ),
        "vectors and glossary, not told": _measure(
            find_themes(statements, vectors=vectors), statements, truth, vectors
        ),
        "given the names": _measure(
            assign_to_names(statements, names, vectors=vectors), statements, truth, vectors
        ),
    }
    if len(statements) * tokens.shape[1] < 30_000_000:
        figures["tf-idf, k-means"] = {"ari": _ari(truth, cluster_plainly(tokens, number))}
    return figures


def _ari(truth: Sequence[str], labels: Sequence[object]) -> float:
    return round(rand_index(list(truth), [str(label) for label in labels]), 4)


def _measure(
    found: Themes, statements: list[Statement], truth: list[str], vectors: Vectors
) -> dict[str, float | int]:
    theme_of = {member.id: theme.id for theme in found.themes for member in theme.members}
    measured: dict[str, float | int] = {
        "ari": _ari(truth, [theme_of.get(each.id, NO_THEME) for each in statements]),
        "number": len(found.themes),
        "outliers": len(found.outliers),
    }
    twins = _translations(statements)
    if twins:
        same = [theme_of.get(a, NO_THEME) == theme_of.get(b, NO_THEME) for a, b in twins]
        measured["translations_together"] = round(sum(same) / len(same), 4)
    precisions = _name_precisions(found, statements, vectors)
    if precisions:
        measured["names_precision_at_5"] = round(float(np.mean(precisions)), 4)
    return measured


def _translations(statements: Sequence[Statement]) -> list[tuple[str, str]]:
    """Return the pairs of ids that are the same but for the language at their end."""
    ids = {each.id for each in statements}
    pairs = []
    for each in statements:
        stem, _, language = each.id.rpartition("-")
        if language == each.language:
            pairs += [
                (each.id, f"{stem}-{other}")
                for other in LANGUAGES
                if other > language and f"{stem}-{other}" in ids
            ]
    return pairs


def _name_precisions(found: Themes, statements: list[Statement], vectors: Vectors) -> list[float]:
    """Return for each theme the share of its own among the five statements nearest to its name."""
    themes = [theme for theme in found.themes if theme.members and name_of(theme).get("en") in vectors]
    if not themes:
        return []
    # as a stranger would look: the name's own vector, nothing of the glossary
    near = nearness_to_names(statements, [name_of(theme)["en"] for theme in themes], vectors=vectors)
    precisions = []
    for column, theme in enumerate(themes):
        members = {member.id for member in theme.members}
        first = np.argsort(-near[:, column], kind="stable")[: min(FIRST, len(members))]
        precisions.append(float(np.mean([statements[row].id in members for row in first])))
    return precisions
