"""Writing one new row cheaply, where that happens with every registration."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection, models

Statement = tuple[str, tuple["models.Field[Any, Any]", ...], "models.Field[Any, Any] | None"]


def insert(row: models.Model) -> None:
    """
    Write ``row``, which is new, and give it the number that the database made, if it makes one.

    It does what ``save(force_insert=True)`` does and costs less, since the statement is put together once for each model
    instead of each time. No signals are sent.

    :raises TypeError: for a model with parents, or with fields that the database fills in
    """
    sql, fields, made = _statement(type(row))
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        if made is not None:
            setattr(row, made.attname, cursor.fetchone()[0])
    row._state.adding, row._state.db = False, connection.alias


@cache
def _statement(model: type[models.Model]) -> Statement:
    of_model = model._meta
    made = of_model.pk if isinstance(of_model.pk, models.AutoField) else None
    fields = tuple(field for field in of_model.local_concrete_fields if field is not made)
    if of_model.parents or any(field.has_db_default() or field.generated for field in fields):
        raise TypeError(f"{of_model.label} is to be saved as Django does it")
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(str(field.column)) for field in fields)
    values = ", ".join("%b" if isinstance(field, models.BinaryField) else "%s" for field in fields)
    sql = f"INSERT INTO {quoted(of_model.db_table)} ({names}) VALUES ({values})"  # noqa: S608
    return (f"{sql} RETURNING {quoted(str(made.column))}" if made is not None else sql), fields, made
