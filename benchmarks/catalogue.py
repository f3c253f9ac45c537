"""How long it takes to learn what to recommend and to ask it, for a country and for a continent, and how it grows."""

from __future__ import annotations

import json
import math
import resource
import statistics
import time
from collections.abc import Callable
from typing import Any

import click
import numpy as np

from benchmarks.catalogue_search import ACTIONS as SEARCHED
from benchmarks.catalogue_search import measure as measure_search
from skaala.insight.matching.adoptions import AdoptionMatrix
from skaala.insight.matching.choice import choose_ranking
from skaala.insight.matching.explanations import Municipality, Surroundings, explain
from skaala.insight.matching.recommendations import Recommender

# Municipalities, actions, adoptions a municipality: Finland, ten countries, a continent.
SIZES = ((309, 500, 20), (10_000, 1_500, 30), (100_000, 5_000, 40))
ASKED = 50
KINDS = 20
LIMIT_MS = 100.0


def make_adoptions(municipalities: int, actions: int, each: int, *, seed: int = 0) -> AdoptionMatrix:
    """
    Make dated adoptions: popular actions more often, and those of the municipality's own kind.

    Nothing here is as large as municipalities times actions.
    """
    generator = np.random.default_rng(seed)
    popularity = 1 / np.arange(1, actions + 1) ** 0.6
    kind_of = generator.integers(0, KINDS, actions)
    rows, columns = [], []
    for kind in range(KINDS):
        towns = np.arange(kind, municipalities, KINDS)
        chances = popularity * np.where(kind_of == kind, 6.0, 1.0)
        drawn = generator.choice(actions, size=len(towns) * each, p=chances / chances.sum())
        rows.append(np.repeat(towns, each))
        columns.append(drawn)
    cells = np.unique(np.concatenate(rows) * actions + np.concatenate(columns))
    when = 2016 + 10 * generator.beta(2, 1.5, len(cells)).round(3)
    names = tuple(f"{number:06}" for number in range(max(municipalities, actions)))
    return AdoptionMatrix(
        names[:municipalities], names[:actions], cells // actions, cells % actions, when.astype(np.float64)
    )


def measure(municipalities: int, actions: int, each: int) -> dict[str, Any]:
    """Measure one size."""
    adoptions = make_adoptions(municipalities, actions, each)
    choosing, choice = _time(lambda: choose_ranking(adoptions))
    learning, ranking = _time(lambda: choice.learn(adoptions))
    recommender = Recommender(adoptions, choice, ranking)
    generator = np.random.default_rng(1)
    surroundings = Surroundings(
        Municipality(
            name,
            population=int(generator.lognormal(9, 1)),
            latitude=float(generator.uniform(36, 70)),
            longitude=float(generator.uniform(-10, 30)),
            networks=frozenset({str(number % 30)}),
        )
        for number, name in enumerate(adoptions.municipalities)
    )
    towns = [adoptions.municipalities[row] for row in generator.integers(0, municipalities, ASKED)]
    things = [adoptions.actions[column] for column in generator.integers(0, actions, ASKED)]
    recommender.recommend(towns[0])
    explain(recommender, surroundings, towns[0], things[0], now=2026.0)
    return {
        "municipalities": municipalities,
        "actions": actions,
        "adoptions": len(adoptions.rows),
        "choose_s": round(choosing, 2),
        "learn_s": round(learning, 2),
        "recommend_ms": _median_ms(recommender.recommend, towns),
        "municipalities_for_ms": _median_ms(recommender.municipalities_for, things),
        "explain_ms": _median_ms(
            lambda town: explain(recommender, surroundings, town, things[0], now=2026.0), towns
        ),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def growth(sizes: list[dict[str, Any]], figure: str) -> float:
    """Return the power of the number of adoptions with which a figure grew from the first size to the last."""
    first, last = sizes[0], sizes[-1]
    return round(
        math.log(max(last[figure], 1e-3) / max(first[figure], 1e-3))
        / math.log(last["adoptions"] / first["adoptions"]),
        2,
    )


def _time(action: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    result = action()
    return time.perf_counter() - begun, result


def _median_ms(ask: Callable[[str], Any], names: list[str]) -> float:
    seconds = []
    for name in names:
        begun = time.perf_counter()
        ask(name)
        seconds.append(time.perf_counter() - begun)
    return round(1000 * statistics.median(seconds), 2)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--small", is_flag=True, help="Only the first size.")
def command(as_json: bool, small: bool) -> None:
    """
    Measures recommending at 309 × 500, 10,000 × 1,500 and 100,000 × 5,000 municipalities and actions, and the list of actions,
    searched in several ways, with 500 and 5,000 of them.
    """
    searched = measure_search(SEARCHED[:1] if small else SEARCHED)
    sizes = [measure(*size) for size in (SIZES[:1] if small else SIZES)]
    figures = ("choose_s", "learn_s", "recommend_ms", "municipalities_for_ms", "explain_ms")
    result: dict[str, Any] = {
        "search": searched,
        "sizes": sizes,
        "limit_ms": LIMIT_MS,
        "grows_with_adoptions_to_the_power_of": {name: growth(sizes, name) for name in figures}
        if len(sizes) > 1
        else {},
    }
    if as_json:
        click.echo(json.dumps(result, indent=1))
        return
    for found in searched:
        click.echo(
            f"{found['actions']:,} actions: a page of the list at most {found['slowest_ms']} ms, {found['slowest_at_best_ms']} at best (limit {LIMIT_MS:.0f})"
        )
        click.echo("; ".join(f"{name} {ms} ms" for name, ms in found["search_ms"].items()))
    for size in sizes:
        click.echo(", ".join(f"{name.replace('_', ' ')} {value:,}" for name, value in size.items()))
    for name, power in result["grows_with_adoptions_to_the_power_of"].items():
        click.echo(f"{name.replace('_', ' ')} grows with the adoptions to the power of {power}")
