"""Reading rows cheaply, where that happens with every registration or email."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection, models
from django.db.models import query

M = TypeVar("M", bound=models.Model)


class Reading(Generic[M]):
    """
    A query that is put together once in a process and asked many times with other values.

    Django puts a query together anew each time, which costs several times as much as asking it. The rows are the same:
    instances of the model, with what ``select_related`` and ``annotate`` bring along. No prefetching.

    :param build: returns the query for the values it is given by name
    :param samples: a value for each of those names, of its type and unlike any other parameter of the query
    """

    def __init__(self, build: Callable[..., models.QuerySet[M]], **samples: object) -> None:
        self._build, self._samples = build, samples
        self._plan: _Plan | None = None

    def __call__(self, **values: object) -> list[M]:
        """Return the rows for these values."""
        if self._plan is None:
            self._plan = _plan(self._build(**self._samples), self._samples)
        found: list[M] = self._plan.ask(values)
        return found


@dataclass(frozen=True)
class _Plan:
    """
    A query put together.

    :ivar parameters: each its value, or the name of the value that stands in its place
    """

    sql: str
    parameters: tuple[tuple[str, object], ...]
    model: type[models.Model]
    names: list[str]
    start: int
    end: int
    related: list[Any]
    annotations: dict[str, int]
    converters: list[tuple[int, list[Callable[..., Any]], object]]

    def ask(self, values: dict[str, object]) -> list[Any]:
        with connection.cursor() as cursor:
            given: list[Any] = [values[name] if name else constant for name, constant in self.parameters]
            cursor.execute(self.sql, given)
            return list(self._instances(cursor.fetchall()))

    def _instances(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[models.Model]:
        for found in rows:
            row = list(found)
            for place, converters, expression in self.converters:
                for convert in converters:
                    row[place] = convert(row[place], expression, connection)
            made = self.model.from_db(connection.alias, self.names, row[self.start : self.end])
            for one in self.related:
                one.populate(row, made)
            for name, place in self.annotations.items():
                setattr(made, name, row[place])
            yield made


def _plan(asked: models.QuerySet[Any], samples: dict[str, object]) -> _Plan:
    populators: Any = query.get_related_populators  # Django's own for select_related
    compiler: Any = asked.query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    holes = [next((name for name, one in samples.items() if one == each), "") for each in parameters]
    if set(holes) - {""} != set(samples):
        raise TypeError(f"not every value is a parameter of its own in: {sql}")
    info, select = compiler.klass_info, compiler.select
    start, end = info["select_fields"][0], info["select_fields"][-1] + 1
    converters = compiler.get_converters([one[0] for one in select[: compiler.col_count]])
    return _Plan(
        sql,
        tuple(zip(holes, parameters, strict=True)),
        info["model"],
        [one[0].target.attname for one in select[start:end]],
        start,
        end,
        populators(info, select, connection.alias),
        compiler.annotation_col_map,
        [(place, found, expression) for place, (found, expression) in converters.items()],
    )
