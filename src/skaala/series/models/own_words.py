"""
What an organisation calls perspectives, kinds of event and the like: the one home of these words.

Events, questions, participants and stored results keep codes. Their names are those of the organisation that the series
belongs to; where it has no row for a code, the program's. House tests refuse code that reads the program's names elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models

from skaala.people.models import Tenant
from skaala.series.models.word_lists import PROGRAM
from skaala.ui.texts import Texts, TextsField, in_every_language

OWN = "own-"
"""Codes of an organisation's own words begin so; the rest is random, so that a code is never used twice."""


class OwnWord(models.Model):
    """An organisation's name for a code, its place in the list, and whether it is offered. Without a name: the program's."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="own_words")
    which = models.CharField(max_length=12)  # a WordList
    code = models.CharField(max_length=60)
    name = TextsField()
    place = models.PositiveSmallIntegerField(default=0)
    is_offered = models.BooleanField(default=True)

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "which", "code"], name="one_own_word_per_tenant_list_and_code"
            ),
            models.CheckConstraint(
                condition=~models.Q(code__startswith=OWN, name={}), name="an_own_word_has_a_name"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name) or self.code


class Vocabulary:
    """The words of one list as one organisation has them."""

    def __init__(self, which: str, rows: Iterable[OwnWord] = ()) -> None:
        self._program = PROGRAM[which]
        self._rows = {row.code: row for row in rows if row.which == which}
        usual = list(self._program.values)
        places = {code: number for number, code in enumerate(usual)}
        places |= {row.code: row.place for row in self._rows.values()}
        self.codes: tuple[str, ...] = tuple(
            sorted([*usual, *(self._rows.keys() - usual)], key=places.__getitem__)
        )
        """All codes in their order, those too that are not offered."""

    def __contains__(self, code: str) -> bool:
        return code in self.codes

    def label(self, code: str) -> str:
        """Return the name of ``code`` in the active language; a code that is nobody's is its own name."""
        row = self._rows.get(code)
        if row is not None and row.name:
            return str(row.name)
        return str(self._program(code).label) if self.is_of_program(code) else code

    def texts(self, code: str) -> Texts:
        """Return the name of ``code`` in each language."""
        row = self._rows.get(code)
        return row.name if row is not None and row.name else in_every_language(self._program(code).label)

    def is_of_program(self, code: str) -> bool:
        return code in self._program.values

    def is_renamed(self, code: str) -> bool:
        """Say whether the organisation has a name of its own for ``code``."""
        row = self._rows.get(code)
        return row is not None and bool(row.name)

    def is_offered(self, code: str) -> bool:
        row = self._rows.get(code)
        return row.is_offered if row is not None else code in self.codes

    def choices(self, *, keep: str = "") -> list[tuple[str, str]]:
        """Return what is offered, in order, each with its name; ``keep`` too, which is in use already."""
        return [(code, self.label(code)) for code in self.codes if self.is_offered(code) or code == keep]


_kept: ContextVar[dict[tuple[str, int], list[OwnWord]] | None] = ContextVar("own_words_kept", default=None)
_whose: ContextVar[int | None] = ContextVar("whose_words", default=None)


def words_of(tenant: int, which: str) -> Vocabulary:
    """Return the words of a list as the organisation ``tenant`` (its id) has them."""
    return Vocabulary(which, _rows("tenant", tenant))


def rows_for(record: models.Model) -> list[OwnWord]:
    """Return the rows of the organisation that owns the series of ``record``; the series itself is not read for it."""
    if record._meta.get_field("series").is_cached(record):  # type: ignore[union-attr]  # a foreign key
        return _rows("tenant", record.series.tenant_id)  # type: ignore[attr-defined]
    return _rows("tenant__series", record.series_id)  # type: ignore[attr-defined]


def _rows(of: str, key: int) -> list[OwnWord]:
    kept = _kept.get()
    if kept is None:
        return list(OwnWord.objects.filter(**{of: key}))
    if (of, key) not in kept:
        kept[of, key] = list(OwnWord.objects.filter(**{of: key}))
    return kept[of, key]


def words_here(which: str) -> Vocabulary:
    """Return the words of the organisation whose page or report is being made; the program's where that is nobody's."""
    tenant = _whose.get()
    return Vocabulary(which) if tenant is None else words_of(tenant, which)


def words_of_all(which: str) -> Vocabulary | None:
    """Return the words that hold where it is not known yet whose page it is; None if organisations have different ones."""
    tenants = list(Tenant.objects.order_by("pk").values_list("pk", flat=True)[:2])
    if len(tenants) == 1:
        return words_of(tenants[0], which)
    return None if OwnWord.objects.filter(which=which).exists() else Vocabulary(which)


def speak_for(tenant: int) -> None:
    """Have :func:`words_here` give the words of ``tenant`` until the end of the request."""
    _whose.set(tenant)


@contextmanager
def speaking_for(tenant: int | None) -> Iterator[None]:
    """Have :func:`words_here` give the words of ``tenant`` within the block, and read them from the database once."""
    whose, kept = _whose.set(tenant), _kept.set({})
    try:
        yield
    finally:
        _kept.reset(kept)
        _whose.reset(whose)
