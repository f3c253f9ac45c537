"""Writing one row cheaply, where that happens with every registration or email."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection, models

Fields = tuple["models.Field[Any, Any]", ...]
Statement = tuple[str, list[Fields], "models.Field[Any, Any] | None"]


def insert(*rows: models.Model) -> None:
    """
    Write ``rows``, which are new, in one statement, and give the last the number that the database made, if it makes one.

    It does what ``save(force_insert=True)`` does and costs less, since the statement is put together once for each model
    instead of each time. No signals are sent.

    :param rows: those before the last have keys of their own; references among them are looked at when the transaction ends
    :raises TypeError: for a model with parents, or with fields that the database fills in
    """
    sql, models_fields, made = _statement(tuple(type(row) for row in rows))
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection)
        for row, fields in zip(rows, models_fields, strict=True)
        for field in fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        if made is not None:
            setattr(rows[-1], made.attname, cursor.fetchone()[0])
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def overwrite(row: models.Model, names: tuple[str, ...]) -> None:
    """
    Write these fields of ``row``, which is there and locked by the caller.

    It does what ``save(update_fields=names)`` does and costs less. No signals are sent.
    """
    sql, fields = _overwriting(type(row), names)
    values = [field.get_db_prep_save(field.pre_save(row, add=False), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, row.pk])


@cache
def _overwriting(
    model: type[models.Model], names: tuple[str, ...]
) -> tuple[str, tuple[models.Field[Any, Any], ...]]:
    of_model, quoted = model._meta, connection.ops.quote_name
    fields = tuple(field for field in of_model.local_concrete_fields if field.name in names)
    values = ", ".join(f"{quoted(str(field.column))} = {_place(field)}" for field in fields)
    key = quoted(str(of_model.pk.column))
    return f"UPDATE {quoted(of_model.db_table)} SET {values} WHERE {key} = %s", fields  # noqa: S608


def _place(field: models.Field[Any, Any]) -> str:
    return "%b" if isinstance(field, models.BinaryField) else "%s"


@cache
def _statement(of_rows: tuple[type[models.Model], ...]) -> Statement:
    parts = [_one(model) for model in of_rows]
    if any(made is not None for _sql, _fields, made in parts[:-1]):
        raise TypeError("only the last row's number can be given back")
    sql, _fields, made = parts[-1]
    before = ", ".join(f"row_{number} AS ({one})" for number, (one, _, _) in enumerate(parts[:-1]))
    whole = f"WITH {before} {sql}" if before else sql
    return whole, [fields for _sql, fields, _made in parts], made


def _one(model: type[models.Model]) -> tuple[str, Fields, models.Field[Any, Any] | None]:
    of_model = model._meta
    made = of_model.pk if isinstance(of_model.pk, models.AutoField) else None
    fields = tuple(field for field in of_model.local_concrete_fields if field is not made)
    if of_model.parents or any(field.has_db_default() or field.generated for field in fields):
        raise TypeError(f"{of_model.label} is to be saved as Django does it")
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(str(field.column)) for field in fields)
    sql = f"INSERT INTO {quoted(of_model.db_table)} ({names}) VALUES ({', '.join(map(_place, fields))})"  # noqa: S608
    return (f"{sql} RETURNING {quoted(str(made.column))}" if made is not None else sql), fields, made
