"""One row while it is read: gives cells by column and gathers what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from skaala.evidence.messages import countries
from skaala.evidence.messages.columns import choice_of, fold
from skaala.evidence.models import Bottleneck
from skaala.evidence.queries.reading.results import Problem
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts

LONGEST_TEXT = 5_000
YES = {"x", "1", "yes", "y", "true", "kyllä", "k", "on", "tosi", "ja", "j", "sant"}
NO = {"", "0", "no", "n", "false", "ei", "epätosi", "nej", "falskt"}

_is_web_address = URLValidator(schemes=["http", "https"])


class Row:
    """One row while it is read: gives cells by column and gathers what is wrong with them."""

    def __init__(self, number: int, cells: Sequence[str], at: dict[str, int], heads: dict[str, str]) -> None:
        self.number, self._cells, self._at, self._heads = number, cells, at, heads
        self.problems: list[Problem] = []

    def has(self, key: str) -> bool:
        return key in self._at

    def cell(self, key: str) -> str:
        place = self._at.get(key)
        return self._cells[place] if place is not None and place < len(self._cells) else ""

    def refuse(self, key: str, text: str) -> None:
        self.problems.append(Problem(self.number, self._heads[key], text))

    def words(self, key: str, longest: int) -> str:
        written = self.cell(key)
        if len(written) > longest:
            self.refuse(key, _("Shorten the text to at most %(number)s characters.") % {"number": longest})
        return written

    def texts(self, name: str, longest: int) -> Texts:
        return Texts(**{language: self.words(f"{name}_{language}", longest) for language in LANGUAGES})

    def has_texts(self, name: str) -> bool:
        return any(self.has(f"{name}_{language}") for language in LANGUAGES)

    def column_of(self, name: str) -> str:
        """Return the column in which a text is written, in the first language that has it; else one where it could be."""
        columns = [f"{name}_{language}" for language in LANGUAGES if self.has(f"{name}_{language}")]
        return next((column for column in columns if self.cell(column)), columns[0])

    def choice(self, key: str, choices: Sequence[tuple[str, Any]]) -> str:
        written = self.cell(key)
        chosen = choice_of(written, choices) if written else None
        if chosen is None:
            offered = ", ".join(str(label) for _value, label in choices)
            self.refuse(
                key,
                _("“%(written)s” is not one of these: %(offered)s. Write one of them.")
                % {"written": _short(written), "offered": offered}
                if written
                else _("The cell is empty. Write one of these: %(offered)s.") % {"offered": offered},
            )
        return chosen or ""

    def address(self, key: str) -> str:
        written = self.words(key, 500)
        if written:
            try:
                _is_web_address(written)
            except ValidationError:
                self.refuse(
                    key,
                    _("“%(written)s” is not a web address. Write it whole, beginning with https://.")
                    % {"written": _short(written)},
                )
        return written


def needed_texts(row: Row, name: str, longest: int) -> Texts:
    """Return a text in the languages written; one of them at least is needed."""
    texts = row.texts(name, longest)
    if not texts:
        row.refuse(row.column_of(name), _("Write this in at least one language."))
    return texts


def named_bottlenecks(row: Row, key: str, vocabulary: dict[str, Bottleneck]) -> list[Bottleneck]:
    """Return the bottlenecks that a cell names, several with | between them."""
    found = []
    for part in re.split(r"[|;\n]", row.cell(key)):
        name = fold(part)
        if not name:
            continue
        if name in vocabulary:
            found.append(vocabulary[name])
        else:
            row.refuse(
                key,
                _(
                    "There is no bottleneck “%(written)s”. Write it as in the list of bottlenecks, several with | "
                    "between them, or add it to the list first."
                )
                % {"written": _short(part)},
            )
    return sorted(set(found), key=lambda one: one.pk)


def country(row: Row) -> str:
    """Return the letters of the country a row names; empty for several."""
    written = row.cell("country")
    code = countries.code_of(written) if written else ""
    if code is None:
        row.refuse(
            "country",
            _(
                "“%(written)s” is not a country that we know. Write its name, or its two letters such as SE; "
                "leave the cell empty for several countries."
            )
            % {"written": _short(written)},
        )
    return code or ""


def yes_or_no(row: Row, key: str) -> bool:
    """Say whether a cell says yes."""
    written = row.cell(key).casefold()
    if written not in YES | NO:
        row.refuse(
            key,
            _("“%(written)s” is neither yes nor no. Write yes, or leave the cell empty.")
            % {"written": _short(written)},
        )
    return written in YES


def _short(written: str) -> str:
    line = " ".join(written.split())
    return line if len(line) <= 60 else f"{line[:57]}…"
