"""Long lists come in pages: each answer has the cursor of the next one."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from ninja import Query, Schema
from pydantic import Field

from skaala.api.http.problems import Problem

Row = TypeVar("Row", bound=Model)
LONGEST = 200


class Paging(Schema):
    """Which page of a list."""

    limit: int = Field(50, ge=1, le=LONGEST, description="How many rows at most.")
    cursor: str = Field("", max_length=200, description="`next_cursor` of the page before.")


Page = Annotated[Paging, Query()]


class Paged(Schema):
    """What every page of a list has."""

    next_cursor: str | None = Field(
        description="Send it as `cursor` to get the next page; null on the last one."
    )


def page_of(found: QuerySet[Row], page: Paging) -> tuple[list[Row], str | None]:
    """
    Return the rows of one page and the next page's cursor. Rows that are added or removed meanwhile shift nothing.

    :raises Problem: if the cursor is none of ours
    """
    found = found.order_by("pk")
    if page.cursor:
        try:
            found = found.filter(pk__gt=_read(page.cursor))
        except (ValueError, TypeError, ValidationError, OverflowError):
            raise _unknown() from None
    rows = list(found[: page.limit + 1])
    is_last = len(rows) <= page.limit
    shown = rows[: page.limit]
    return shown, None if is_last else _write(shown[-1].pk)


def _write(key: Any) -> str:
    return base64.urlsafe_b64encode(str(key).encode()).decode().rstrip("=")


def _read(cursor: str) -> str:
    try:
        read = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError) as error:
        raise ValueError(cursor) from error
    if not read.isprintable() or len(read) > 40:
        raise ValueError(cursor)
    # A number larger than any row's would be an error of the database.
    return str(min(int(read), 2**62)) if read.isdecimal() else read


def _unknown() -> Problem:
    return Problem(
        "invalid",
        errors=[{"pointer": "/query/cursor", "detail": _("This is not a cursor that we have given.")}],
    )
