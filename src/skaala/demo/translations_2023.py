"""Translations of what is said on the boards of 2023, as facilitators would enter them before the report is published."""

from __future__ import annotations

from importlib.resources import files

from skaala.reports.themes.queries import shown_statements_of
from skaala.series.models import Series
from skaala.workshops.models import Translation


def load_translations(series: Series) -> None:
    """Translate what is shown on the boards of ``series`` where nobody has."""
    known = _read()
    for statement in shown_statements_of(series):
        for language, text in known.get((statement.language, statement.text), {}).items():
            Translation.objects.get_or_create(
                root_id=statement.pk, language=language, defaults={"text": text}
            )


def _read() -> dict[tuple[str, str], dict[str, str]]:
    """Return by language and text its translations; in the file the first line of a block is what was written."""
    text = (files("skaala.demo") / "facts" / "translations_2023.txt").read_text(encoding="utf-8")
    found: dict[tuple[str, str], dict[str, str]] = {}
    for block in text.split("\n\n"):
        lines = [line.split(": ", 1) for line in block.splitlines() if not line.startswith("#")]
        if lines:
            (language, written), *others = lines
            found[language, written] = dict(others)
    return found
