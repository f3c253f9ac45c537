"""Scores the themes on the labelled statements, beside plain tf-idf and k-means in the same run."""

from __future__ import annotations

import csv
import json
import resource
import time
from pathlib import Path
from random import Random
from typing import Any

import click

from benchmarks.themes_alternatives import compare_alternatives
from benchmarks.themes_peer import (
    cluster_plainly,
    f1,
    information,
    rand_index,
    raw_tokens,
    weigh_plainly,
)
from benchmarks.themes_vectors import score_with_vectors
from skaala.insight.thematic.themes import Statement, Themes, find_themes
from skaala.insight.thematic.words import read_word

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "insight" / "themes" / "statements.tsv"
NO_THEME = "none"
SIZES = (500, 2_000)
ADDED = 0.1
TIMES = 5


def read_corpus(half: str) -> tuple[list[Statement], list[str]]:
    """Return the statements of one half and their themes."""
    with CORPUS.open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["half"] == half
        ]
    return [Statement(row["id"], row["text"], row["language"]) for row in rows], [
        row["theme"] for row in rows
    ]


def labels_of(found: Themes, statements: list[Statement]) -> list[str]:
    """Return the theme of each statement, `none` for outliers."""
    themes = {member.id: theme.id for theme in found.themes for member in theme.members}
    return [themes.get(each.id, NO_THEME) for each in statements]


def score(truth: list[str], labels: list[str], statements: list[Statement]) -> dict[str, float]:
    """Return the measures; outliers count as one more theme, on both sides."""
    nmi, v_measure, homogeneity, completeness = information(truth, labels)
    return {
        "ari": round(rand_index(truth, labels), 4),
        "nmi": round(nmi, 4),
        "v_measure": round(v_measure, 4),
        "homogeneity": round(homogeneity, 4),
        "completeness": round(completeness, 4),
        "outlier_f1": round(
            f1(
                {each.id for each, theme in zip(statements, truth, strict=True) if theme == NO_THEME},
                {each.id for each, theme in zip(statements, labels, strict=True) if theme == NO_THEME},
            ),
            4,
        ),
    }


def score_half(half: str) -> dict[str, Any]:
    """Return both sides' measures on one half."""
    statements, truth = read_corpus(half)
    true_number = len(set(truth) - {NO_THEME})
    begun = time.perf_counter()
    found = find_themes(statements)
    seconds = time.perf_counter() - begun
    begun = time.perf_counter()
    plain = cluster_plainly(weigh_plainly([raw_tokens(each.text) for each in statements]), true_number)
    plain_seconds = time.perf_counter() - begun
    return {
        "statements": len(statements),
        "true_number": true_number,
        "themes": {
            **score(truth, labels_of(found, statements), statements),
            "number": len(found.themes),
            "outliers": len(found.outliers),
            "seconds": round(seconds, 2),
        },
        "tfidf_kmeans": {
            **score(truth, [str(label) for label in plain], statements),
            "number": true_number,
            "outliers": 0,
            "seconds": round(plain_seconds, 2),
        },
    }


def measure_stability(half: str) -> dict[str, Any]:
    """Return how the statements that were there before stay together when a tenth is added."""
    statements, _ = read_corpus(half)
    kept, anew = [], []
    for turn in range(TIMES):
        shuffled = Random(turn).sample(statements, len(statements))  # noqa: S311 - no secret
        old = shuffled[: round(len(shuffled) / (1 + ADDED))]
        before = find_themes(old)
        kept.append(rand_index(labels_of(before, old), labels_of(find_themes(shuffled, earlier=before), old)))
        anew.append(rand_index(labels_of(before, old), labels_of(find_themes(shuffled), old)))
    return {
        "times": TIMES,
        "ari_with_earlier": {"least": round(min(kept), 4), "mean": round(sum(kept) / TIMES, 4)},
        "ari_without_earlier": {"least": round(min(anew), 4), "mean": round(sum(anew) / TIMES, 4)},
    }


def splice(half: str, number: int) -> list[Statement]:
    """Return ``number`` statements, each the first half of one and the second half of another of its theme."""
    statements, truth = read_corpus(half)
    alike: dict[tuple[str, str], list[Statement]] = {}
    for each, theme in zip(statements, truth, strict=True):
        alike.setdefault((theme, each.language), []).append(each)
    chance = Random(0)  # noqa: S311 - no secret
    made = []
    for turn in range(number):
        first, theme = statements[turn % len(statements)], truth[turn % len(statements)]
        second = chance.choice(alike[theme, first.language])
        a, b = first.text.split(), second.text.split()
        text = " ".join(a[: len(a) // 2 + 1] + b[len(b) // 2 :])
        made.append(Statement(f"{turn:05}", text, first.language))
    return made


def measure_speed(half: str) -> dict[str, Any]:
    """Return the seconds for growing sets of spliced statements, words read afresh, and the peak of memory."""
    found = {}
    for size in SIZES:
        statements = splice(half, size)
        read_word.cache_clear()
        begun = time.perf_counter()
        themes = find_themes(statements)
        found[str(size)] = {
            "seconds": round(time.perf_counter() - begun, 2),
            "number": len(themes.themes),
        }
    return {
        "sizes": found,
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


@click.command()
@click.option(
    "--half",
    type=click.Choice(["tuning", "testing", "both"]),
    default="both",
    show_default=True,
    help="Which half to score. Whoever works on the themes scores the tuning half.",
)
@click.option(
    "--labelled",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="A table id,language,text,theme to be scored as well, told how many themes it has.",
)
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def command(half: str, labelled: tuple[Path, ...], as_json: bool) -> None:
    """Score the themes on 420 labelled statements, beside plain tf-idf and k-means."""
    find_themes(
        [Statement(language, "x", language) for language in ("fi", "sv", "en")]
    )  # opens the word lists
    halves = ["testing", "tuning"] if half == "both" else [half]
    statements, truth = read_corpus("tuning")
    figures = {
        "halves": {each: score_half(each) for each in halves},
        "stability": measure_stability("tuning"),
        "speed": measure_speed("tuning"),
        "alternatives_on_tuning_half_ari": compare_alternatives(
            statements, truth, len(set(truth) - {NO_THEME})
        ),
        "vectors": score_with_vectors({each: read_corpus(each) for each in halves}, labelled),
    }
    if as_json:
        click.echo(json.dumps(figures, indent=2))
        return
    for name, sides in figures["halves"].items():
        click.echo(f"{name} half, {sides['statements']} statements, {sides['true_number']} themes")
        for side in ("themes", "tfidf_kmeans"):
            click.echo(
                "  {0:13} ARI {ari:.3f}  NMI {nmi:.3f}  V {v_measure:.3f}  outliers F1 {outlier_f1:.3f}  "
                "{number} themes  {seconds} s".format(side, **sides[side])
            )
    stable = figures["stability"]
    click.echo(
        f"a tenth added: ARI of the rest {stable['ari_with_earlier']['mean']:.3f} "
        f"(anew {stable['ari_without_earlier']['mean']:.3f})"
    )
    for size, measured in figures["speed"]["sizes"].items():
        click.echo(f"{size} statements: {measured['seconds']} s, {measured['number']} themes")
    for name, by_side in figures["vectors"].items():
        for side, measured in by_side.items():
            click.echo(f"{name}, {side}: {'  '.join(f'{key} {value}' for key, value in measured.items())}")
    click.echo("on the tuning half, told the number:")
    for way, figure in figures["alternatives_on_tuning_half_ari"].items():
        click.echo(f"  {figure:6.3f}  {way}")
