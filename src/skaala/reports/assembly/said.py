"""Statements as a report's own texts quote them: in the reader's language where somebody translated them, with a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from skaala.reports.assembly.wording import quoted
from skaala.reports.claims.queries import translations
from skaala.reports.figures.statement_lists import Tally
from skaala.workshops.models import Statement


@dataclass(frozen=True)
class Sayings:
    """The statements of a report by their id, and how they are quoted in one language."""

    language: str
    statements: Mapping[str, Statement]
    translated: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, language: str, statements: Mapping[str, Statement]) -> Sayings:
        return cls(language, statements, translations(statements))

    def text(self, what: str) -> str:
        """Return a statement in the reader's language if there is a translation, else as it was written."""
        statement = self.statements.get(what)
        if statement is None:
            return ""
        if statement.language == self.language:
            return statement.text
        return self.translated.get(what, {}).get(self.language) or statement.text

    def quote(self, row: Tally) -> str:
        """Return a statement in quotation marks with its number."""
        return f"{quoted(self.text(row.statement))} [{row.number}]"

    @property
    def in_other_languages(self) -> tuple[tuple[str, str], ...]:
        """The texts that are shown in another language than the reader's, with that language."""
        return tuple(
            (statement.text, statement.language)
            for what, statement in self.statements.items()
            if statement.language != self.language and self.text(what) == statement.text
        )
