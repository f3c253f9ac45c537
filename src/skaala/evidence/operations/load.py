"""Putting the bottlenecks that come with the program into the table."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from django.db import transaction

from skaala.evidence.models import Bottleneck
from skaala.ui.texts import Texts

FACTS = files("skaala.evidence") / "facts" / "bottlenecks.toml"


@transaction.atomic
def load_bottlenecks() -> int:
    """Add those that are not there yet; what the association renamed, moved or retired stays. Returns how many came."""
    known = set(Bottleneck.objects.values_list("slug", flat=True))
    missing = [
        Bottleneck(slug=slug, place=place, name=Texts(**name), order=order)
        for place, names in tomllib.loads(FACTS.read_text(encoding="utf-8")).items()
        for order, (slug, name) in enumerate(names.items(), 1)
        if slug not in known
    ]
    Bottleneck.objects.bulk_create(missing, ignore_conflicts=True)
    return len(missing)
