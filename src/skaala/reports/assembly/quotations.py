"""What findings quote: each statement as it was written, and in the reader's language where somebody translated it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from skaala.reports.contents import Contents, Quote
from skaala.reports.models import Finding
from skaala.ui.languages import LANGUAGES
from skaala.workshops.models import Statement, Translation


@dataclass(frozen=True)
class Quoting:
    """What it takes to quote in one language: where statements are shown, their translations, and addresses."""

    language: str
    places: Mapping[UUID, Sequence[int]]
    translations: Mapping[UUID, Translation]
    events: Mapping[int, str]
    address: Callable[[Finding], str]


def prepare(
    findings: Iterable[Finding],
    language: str,
    *,
    events: Mapping[int, str],
    address: Callable[[Finding], str],
) -> Quoting:
    """Read at once what all quotations of a report in one language need."""
    roots = {
        supporting.statement_id for finding in findings for supporting in finding.supporting_statements.all()
    }
    shown = Statement.objects.filter(root__in=roots, state=Statement.State.SHOWN)
    places: dict[UUID, list[int]] = {}
    for root, event in shown.order_by("board__event__start").values_list("root", "board__event"):
        places.setdefault(root, []).append(event)
    translated = Translation.objects.filter(root__in=roots, language=language)
    return Quoting(language, places, {each.root_id: each for each in translated}, events, address)


def of_finding(finding: Finding, quoting: Quoting) -> Iterable[Quote]:
    """Return the quotations of a finding; what has been hidden since is quoted no more."""
    for supporting in finding.supporting_statements.all():
        statement = supporting.statement
        here = quoting.places.get(statement.pk)
        if not here:
            continue
        address = quoting.address(finding)
        translated = quoting.translations.get(statement.pk)
        is_other = statement.language != quoting.language
        yield Quote(
            text=statement.text,
            language=statement.language,
            where=_where(statement, [quoting.events[event] for event in here]),
            address=f"{address}#statement-{statement.pk.hex}" if address else "",
            note=_note(is_other, translated),
            translation=translated.text if translated and is_other else "",
        )


def _where(statement: Statement, events: Sequence[str]) -> str:
    where = ", ".join(events)
    if statement.source == Statement.Source.RECORDING:
        return _("%(workshop)s, from the recording of the call") % {"workshop": where}
    return where


def _note(is_other: bool, translated: Translation | None) -> str:
    if not is_other:
        return ""
    if translated is None:
        return _("not translated")
    return _("translated by machine") if translated.is_by_machine else ""


@dataclass(frozen=True)
class Untranslated:
    """A quotation that readers of some languages get in another one only."""

    number: str
    text: str
    languages: tuple[str, ...]


def untranslated(contents: Mapping[str, Contents]) -> list[Untranslated]:
    """Return the quotations of a report in all its languages that lack a translation into one of them."""
    found: dict[tuple[str, str], list[str]] = {}
    for language, report in contents.items():
        for section in report.sections:
            for entry in section.entries:
                for quote in entry.quotes:
                    if quote.language in LANGUAGES and quote.language != language and not quote.translation:
                        found.setdefault((entry.number, quote.text), []).append(language)
    return [Untranslated(number, text, tuple(languages)) for (number, text), languages in found.items()]
