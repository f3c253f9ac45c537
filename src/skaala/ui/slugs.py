"""The last part of an address, made of a name."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet
from django.utils.text import slugify


def made_of(text: str, *, otherwise: str, longest: int) -> str:
    """Return the part of an address that ``text`` makes, or ``otherwise`` where nothing of it can stand in one."""
    return slugify(text)[:longest].strip("-") or otherwise


def free_slug(base: str, others: QuerySet[Any], *, reserved: Collection[str] = ()) -> str:
    """Return ``base``, or the first of its numbered followers, that none of ``others`` has in its ``slug``."""
    taken = {*others.filter(slug__startswith=base).values_list("slug", flat=True), *reserved}
    names = itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)
