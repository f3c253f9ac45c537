"""`skaala themes`: the themes of the statements in a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skaala.config import environment

if TYPE_CHECKING:
    from skaala.insight.thematic.results import Statement, Themes

LARGEST_FILE, MOST_ROWS = 50_000_000, 100_000
COLUMNS = ("id", "language", "text")


@click.command("themes")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--number", type=click.IntRange(min=1), help="How many themes.  [default: chosen]")
@click.option(
    "--names", help="Assign to themes of these names, separated by commas, instead of finding some."
)
@click.option("--no-vectors", is_flag=True, help="Use the glossary alone.")
def command(file: Path, as_json: bool, number: int | None, names: str | None, no_vectors: bool) -> None:
    """
    Find the themes of the statements in FILE, a table with the columns id, language and text.

    Sentence vectors are kept in the data folder, so that the same texts are quick the next time. Without the
    encoder, or with SKAALA_TEXT_VECTORS=off, the glossary of municipal work is used alone; the answer says which.
    """
    statements = _read(file)
    given = (
        [name for each in names.split(",") if (name := " ".join(each.split()))] if names is not None else []
    )
    if names is not None and not given:
        raise click.ClickException("--names holds no name.")
    themes, model = _find(statements, number, given, no_vectors=no_vectors)
    if as_json:
        click.echo(json.dumps(_as_data(themes, model), ensure_ascii=False, indent=2))
        return
    said = {each.id: each.text for each in statements}
    click.echo("\n".join(_lines(themes, said)))
    click.echo(f"\nFound with: {themes.method}{f', model {model}' if model else ''}")


def _find(
    statements: list[Statement], number: int | None, names: list[str], *, no_vectors: bool
) -> tuple[Themes, str]:
    """Return the themes and the hash of the model, empty where none was used."""
    from skaala.insight.thematic.assigning import assign_to_names
    from skaala.insight.thematic.semantics import texts_to_encode
    from skaala.insight.thematic.themes import find_themes
    from skaala.vectors.encoder import NoVectors, encode, model_hash

    vectors, model = None, ""
    if not no_vectors and statements:
        folder = environment.data_dir() / "vectors"
        try:
            vectors = encode(texts_to_encode(statements, names), folder, progress=_say_progress)
            model = model_hash()
        except NoVectors as reason:
            click.echo(f"Without sentence vectors: {reason}.", err=True)
    if names:
        return assign_to_names(statements, names, vectors=vectors), model
    return find_themes(statements, number=number, vectors=vectors), model


def _say_progress(done: int, total: int) -> None:
    click.echo(f"Sentence vectors: {done} of {total}", err=True)


def _read(file: Path) -> list[Statement]:
    from skaala.insight.thematic.results import Statement
    from skaala.tables.reading import Limits, UnreadableTable, read_rows

    try:
        rows = read_rows(file.read_bytes(), Limits(LARGEST_FILE, MOST_ROWS, columns=100))
    except UnreadableTable as failure:
        raise click.ClickException(f"{file} cannot be read as a table: {failure.reason}.") from failure
    heads = [cell.strip().casefold() for cell in rows[0][1]]
    if missing := [column for column in COLUMNS if column not in heads]:
        raise click.ClickException(f"{file} has no column {' and no column '.join(missing)}.")
    places = [heads.index(column) for column in COLUMNS]
    found = []
    for _number, cells in rows[1:]:
        id_, language, text = ((cells[place] if place < len(cells) else "").strip() for place in places)
        if id_ and text:
            found.append(Statement(id_, text, language.casefold()))
    if len({each.id for each in found}) < len(found):
        raise click.ClickException(f"{file} has the same id twice.")
    return found


def _as_data(themes: Themes, model: str) -> dict[str, Any]:
    from skaala.insight.thematic.headings import name_of

    return {
        "themes": [
            {"name": name_of(theme), "members": [member.id for member in theme.members]}
            for theme in themes.themes
        ],
        "outliers": list(themes.outliers),
        "method": themes.method,
        "model": model or None,
    }


def _lines(themes: Themes, said: dict[str, str]) -> Iterator[str]:
    from skaala.insight.thematic.headings import name_of

    for theme in themes.themes:
        yield f"\n{' | '.join(dict.fromkeys(name_of(theme).values()))} ({len(theme.members)})"
        yield from (f"  {member.id}  {said[member.id]}" for member in theme.members)
    if themes.outliers:
        yield f"\nIn no theme ({len(themes.outliers)})"
        yield from (f"  {each}  {said[each]}" for each in themes.outliers)
