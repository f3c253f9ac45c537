"""`skaala evaluate …`: how good what the program computes is, on a file of one's own."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from skaala.insight.matching.adoptions import Adoption, AdoptionMatrix
from skaala.insight.matching.evaluation import Evaluation, evaluate_matching
from skaala.tables.limits import Limits, UnreadableTable
from skaala.tables.reading import Row, read_rows

LIMITS = Limits(bytes=500_000_000, unpacked=2_000_000_000, rows=10_000_000, columns=200, cells=100_000_000)
YES = {"1", "1.0", "true", "yes", "y", "x", "t"}
NO = {"", "0", "0.0", "false", "no", "n", "f"}
SHOWN_PROBLEMS = 5


@click.group()
def command() -> None:
    """Measures how good a computation is on a file of your own, beside simpler ways in the same run."""


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--hide", type=click.FloatRange(0.01, 0.9), default=0.2, show_default=True, help="The share hidden."
)
@click.option("--repeats", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Where chance starts.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def matching(file: Path, hide: float, repeats: int, seed: int, as_json: bool) -> None:
    """
    Says how well hidden adoptions are recommended: recall and NDCG among the first ten.

    FILE has the columns city, action, adopted (1 or 0) and, if known, year or date. Where most adoptions are dated, the
    latest are hidden, otherwise any; our ranking is chosen on what is left alone.
    """
    try:
        adoptions, problems = read_adoptions(read_rows(file.read_bytes(), LIMITS))
    except UnreadableTable as error:
        raise click.ClickException(f"{file.name} cannot be read as a table: {error.reason.value}.") from error
    for problem in problems[:SHOWN_PROBLEMS]:
        click.echo(f"Left out: {problem}", err=True)
    if len(problems) > SHOWN_PROBLEMS:
        click.echo(f"and {len(problems) - SHOWN_PROBLEMS} more rows.", err=True)
    matrix = AdoptionMatrix.of(adoptions)
    if not round(hide * len(matrix.rows)):
        raise click.ClickException(f"{file.name} has {len(matrix.rows)} adoptions: too few to hide any.")
    if sys.stderr.isatty():
        with click.progressbar(length=repeats, label="Hiding and guessing", file=sys.stderr) as bar:
            found = evaluate_matching(
                matrix, share=hide, repeats=repeats, seed=seed, on_step=lambda: bar.update(1)
            )
    else:
        found = evaluate_matching(matrix, share=hide, repeats=repeats, seed=seed)
    click.echo(json.dumps(_as_json(found)) if as_json else _in_words(found))


def read_adoptions(rows: Sequence[Row]) -> tuple[list[Adoption], list[str]]:
    """
    Read adoptions from a table with a head.

    :returns: the adoptions, and in words what rows were left out and why
    :raises click.ClickException: if a column is missing
    """
    head = [cell.strip().lower() for cell in rows[0][1]]
    missing = [name for name in ("city", "action", "adopted") if name not in head]
    if missing:
        raise click.ClickException(
            f"The table has no column {' and no column '.join(missing)}; it has {', '.join(filter(None, head))}."
        )
    adoptions, problems = [], []
    for number, cells in rows[1:]:
        row = dict(zip(head, [*cells, *[""] * (len(head) - len(cells))], strict=False))
        adopted = row["adopted"].strip().lower()
        if adopted in NO:
            continue
        if adopted not in YES or not row["city"] or not row["action"]:
            problems.append(f"row {number}: {', '.join(cells[:4])}")
            continue
        adoptions.append(Adoption(row["city"], row["action"], read_when(row)))
    return adoptions, problems


def read_when(row: dict[str, str]) -> float | None:
    """
    Read when from ``date`` if there is one, otherwise from ``year``.

    >>> read_when({"date": "2021-07-02", "year": ""}), read_when({"year": "2019.0"}), read_when({"year": "?"})
    (2021.502688172043, 2019.0, None)
    """
    found = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", row.get("date", ""))
    if found:
        year, month, day = map(int, found.groups())
        return year + (month - 1) / 12 + (day - 1) / 372 if month <= 12 and day <= 31 else float(year)
    year_alone = re.match(r"\d{4}", row.get("year") or row.get("date", ""))
    return float(year_alone.group()) if year_alone else None


def _as_json(found: Evaluation) -> dict[str, object]:
    return {
        **{
            name: {
                "ndcg@10": round(score.ndcg, 4),
                "recall@10": round(score.recall, 4),
                "standard_error": round(score.standard_error, 4),
            }
            for name, score in found.scores.items()
        },
        "interval": [round(bound, 4) for bound in found.interval],
    }


def _in_words(found: Evaluation) -> str:
    low, high = found.interval
    return "\n".join(
        [
            f"{found.hidden} adoptions hidden ({'the latest' if found.by_date else 'any'}), "
            f"{found.municipalities} municipalities, {found.repeats} repeats",
            "                ndcg@10  recall@10",
            *(
                f"{name.replace('_', ' '):<14} {score.ndcg:>8.3f} {score.recall:>10.3f}"
                for name, score in found.scores.items()
            ),
            f"ours minus popularity, ndcg@10: {low:+.3f} to {high:+.3f} (95 %)",
        ]
    )
