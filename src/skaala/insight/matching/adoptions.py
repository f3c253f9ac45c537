"""The adoption matrix: which municipality runs which action, since when; sparse, in one fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse

from skaala.insight.votes import Flags, Floats, Whole

# Uptake in recent years can be counted where most adoptions have a date and the dates lie in several years.
ENOUGH_DATED = 0.8
ENOUGH_YEARS = 3


@dataclass(frozen=True, slots=True)
class Adoption:
    """
    One municipality's adoption of one action.

    Attributes
    ----------
    municipality, action
        Ids, any text.
    when
        The year as a number, 2023.25 for the beginning of April; nothing where it is not known.
    """

    municipality: str
    action: str
    when: float | None = None


@dataclass(frozen=True)
class AdoptionMatrix:
    """
    Adoptions as a matrix of municipalities (rows) and actions (columns).

    Rows, columns and cells are sorted, whatever the order of the adoptions, so that the same adoptions give the
    same ranking to the last bit.

    Attributes
    ----------
    municipalities, actions
        The ids, n and m of them, sorted.
    rows, columns
        For each adoption its municipality and action, sorted by row, then column.
    when
        For each adoption its year, NaN where not known.
    """

    municipalities: tuple[str, ...]
    actions: tuple[str, ...]
    rows: Whole
    columns: Whole
    when: Floats

    @classmethod
    def of(
        cls, adoptions: Iterable[Adoption], *, municipalities: Iterable[str] = (), actions: Iterable[str] = ()
    ) -> AdoptionMatrix:
        """
        Build the matrix. An adoption reported twice counts once, from the earliest date.

        Parameters
        ----------
        adoptions
            In any order.
        municipalities, actions
            Those that shall have a row or a column though nobody has adopted anything there yet.

        Examples
        --------
        >>> seen = [Adoption("Utajärvi", "heat pumps"), Adoption("Raahe", "car sharing", 2021.0)]
        >>> found = AdoptionMatrix.of(seen)
        >>> found.municipalities, found.actions, found.when.tolist()
        (('Raahe', 'Utajärvi'), ('car sharing', 'heat pumps'), [2021.0, nan])
        """
        earliest: dict[tuple[str, str], float] = {}
        for one in adoptions:
            when = np.nan if one.when is None else one.when
            cell = (one.municipality, one.action)
            earliest[cell] = np.fmin(earliest.get(cell, np.nan), when)
        towns = tuple(sorted({*municipalities, *(town for town, _ in earliest)}))
        things = tuple(sorted({*actions, *(action for _, action in earliest)}))
        row_of = {town: number for number, town in enumerate(towns)}
        column_of = {action: number for number, action in enumerate(things)}
        rows = np.array([row_of[town] for town, _ in earliest], dtype=np.int64)
        columns = np.array([column_of[action] for _, action in earliest], dtype=np.int64)
        when_known = np.array(list(earliest.values()), dtype=np.float64)
        order = np.lexsort((columns, rows))
        return cls(towns, things, rows[order], columns[order], when_known[order])

    @property
    def shape(self) -> tuple[int, int]:
        """Return n and m."""
        return len(self.municipalities), len(self.actions)

    @cached_property
    def is_dated(self) -> bool:
        """Say whether enough is known of when, so that recent uptake can be counted."""
        known = self.when[~np.isnan(self.when)]
        enough = len(known) >= ENOUGH_DATED * len(self.when)
        return enough and len(np.unique(np.floor(known))) >= ENOUGH_YEARS

    @cached_property
    def taken(self) -> scipy.sparse.csr_array:
        """Return the matrix of ones, n × m, sparse."""
        return self.filled(np.ones(len(self.rows)))

    @cached_property
    def adopters(self) -> Floats:
        """Return for each action how many municipalities run it."""
        return np.bincount(self.columns, minlength=len(self.actions)).astype(np.float64)

    def filled(self, values: Floats) -> scipy.sparse.csr_array:
        """Return a sparse matrix, n × m, with one of the values in the cell of each adoption."""
        return scipy.sparse.csr_array((values, (self.rows, self.columns)), shape=self.shape)

    def only(self, kept: Flags) -> AdoptionMatrix:
        """Return the matrix of the adoptions marked; all municipalities and actions keep their place."""
        return AdoptionMatrix(
            self.municipalities, self.actions, self.rows[kept], self.columns[kept], self.when[kept]
        )
