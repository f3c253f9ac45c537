"""`skaala bench report`: a report of 60 findings in three languages and four formats, beside the least that each library does."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from typing import Any

import click

from benchmarks.stage import surroundings
from skaala.config import catalogues

FINDINGS = 60


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option(
    "--findings", type=click.IntRange(1, 500), default=FINDINGS, show_default=True, help="How many findings."
)
def command(as_json: bool, findings: int) -> None:
    """Measures how long the files of a whole report take, beside an empty document of each format in the same run."""
    outcome = measure(findings=findings, bar=not as_json)
    click.echo(json.dumps(outcome, indent=2, ensure_ascii=False) if as_json else _report(outcome))


def measure(*, findings: int, bar: bool = False) -> dict[str, Any]:
    """Return the figures."""
    _words_alone()
    from benchmarks.report_sample import LANGUAGES, sample_report
    from skaala.reports.renderers import RENDERERS, Step, render_all

    outcome: dict[str, Any] = surroundings() | {"findings": findings, "languages": list(LANGUAGES)}
    reports = [sample_report(language, findings) for language in LANGUAGES]
    outcome["charts"] = sum(len(e.charts) for report in reports for s in report.sections for e in s.entries)
    bare = {name: _seconds(make, len(LANGUAGES)) for name, make in BARE.items()}
    seconds = dict.fromkeys(RENDERERS, 0.0)
    last = time.perf_counter()

    def ready(step: Step) -> None:
        nonlocal last
        now = time.perf_counter()
        seconds[step.format] += now - last
        last = now
        if bar:
            click.echo(f"\r{step.done}/{step.total} {step.language} {step.format}   ", nl=False, err=True)

    files = render_all(reports, RENDERERS, ready)
    if bar:
        click.echo(err=True)
    outcome["formats"] = {
        name: {
            "seconds": round(seconds[name], 2),
            "bare_seconds": round(bare[name], 3),
            "bytes": sum(len(made) for (_language, each), made in files.items() if each == name),
            "pages": sum(_pages(name, made) for (_language, each), made in files.items() if each == name)
            or None,
        }
        for name in RENDERERS
    }
    outcome["total_seconds"] = round(sum(seconds.values()), 2)
    return outcome


def _words_alone() -> None:
    """Let Django translate and nothing else: rendering needs no database, no key and no hosts."""
    import django
    from django.conf import settings

    catalogues.compile_stale()
    if not settings.configured:
        words = [catalogues.PACKAGE / "reports" / "locale"]
        settings.configure(LANGUAGE_CODE="en", LOCALE_PATHS=words, USE_I18N=True)
        django.setup()


def _seconds(make: Callable[[], object], times: int) -> float:
    # Imports and fonts are paid by whoever comes first; that is not what is measured on either side.
    make()
    start = time.perf_counter()
    for _ in range(times):
        make()
    return time.perf_counter() - start


def _bare_pdf() -> object:
    import typst

    return typst.compile(b'#set document(title: "One line")\nOne line.', format="pdf", pdf_standards=["ua-1"])


def _bare_pptx() -> object:
    from pptx import Presentation

    presentation: Any = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = "One line"
    made = io.BytesIO()
    presentation.save(made)
    return made


def _bare_xlsx() -> object:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "One line"
    made = io.BytesIO()
    book.save(made)
    return made


BARE: dict[str, Callable[[], object]] = {
    "pdf": _bare_pdf,
    "pptx": _bare_pptx,
    "xlsx": _bare_xlsx,
    "json": lambda: json.dumps({"line": "One line"}),
}
"""Format → the making of a document of one line."""


def _pages(name: str, made: bytes) -> int:
    if name == "pdf":
        import pypdf

        return len(pypdf.PdfReader(io.BytesIO(made)).pages)
    if name == "pptx":
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            return sum(each.startswith("ppt/slides/slide") for each in package.namelist())
    return 0


def _report(outcome: dict[str, Any]) -> str:
    lines = [
        f"{outcome['findings']} findings × {len(outcome['languages'])} languages, {outcome['charts']} charts",
        "format    seconds  bare seconds      bytes   pages",
    ]
    lines.extend(
        f"{name:8}  {one['seconds']:7}  {one['bare_seconds']:12}  {one['bytes']:9}  {one['pages'] or '–':>6}"
        for name, one in outcome["formats"].items()
    )
    lines.append(f"total     {outcome['total_seconds']:7}")
    lines.append(f"load of the machine before: {outcome['load_average_before']}")
    return "\n".join(lines)
