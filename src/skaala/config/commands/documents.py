"""`skaala documents`: draw the documents that follow from the code."""

from __future__ import annotations

from pathlib import Path

import click

from skaala.config import documents


@click.command("documents")
@click.option("--folder", default=".", show_default=True, type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Write README's picture, the map of the rooms, the states and the index of decisions (for those who work on Skaala)."""
    for name, content in documents.all_documents().items():
        (folder / name).write_text(content, encoding="utf-8")
        click.echo(f"{folder / name} is drawn.")
