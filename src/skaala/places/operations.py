"""Putting the facts that the project holds into the tables."""

from __future__ import annotations

import tomllib

from django.db import transaction

from skaala.places.models import Membership, Municipality, Network, Region
from skaala.places.rules.facts import FACTS, facts
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts

CLASSES = {"u": "urban", "s": "semi-urban", "r": "rural"}
HELD_SINCE = 2023  # the year whose municipalities the table describes
POPULATION_YEAR = 2022


@transaction.atomic
def load_facts() -> int:
    """Bring regions, municipalities and networks in line with the project's own table; returns the municipalities."""
    Region.objects.bulk_create(
        [
            Region(code=row["code"], name=Texts(**{code: row.get(code, "") for code in LANGUAGES}))
            for row in facts("regions.tsv")
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name"],
    )
    # Successors first, so that the key of a municipality that is gone has something to point at.
    rows = sorted(facts("municipalities.tsv"), key=lambda row: bool(row["into"]))
    Municipality.objects.bulk_create(
        [_municipality(row) for row in rows],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=[field.name for field in Municipality._meta.concrete_fields if not field.primary_key],
    )
    _load_networks()
    return len(rows)


def _municipality(row: dict[str, str]) -> Municipality:
    return Municipality(
        code=row["code"],
        name=_municipality_name(row),
        region_id=row["region"],
        population=int(row["residents"]),
        population_year=POPULATION_YEAR,
        land_km2=float(row["land"]),
        language=row["language"],
        urban_rural=CLASSES[row["class"]],
        centre_lat=float(row["lat"]),
        centre_lon=float(row["lon"]),
        valid_from=HELD_SINCE,
        valid_until=int(row["until"]) if row["until"] else None,
        successor_id=row["into"] or None,
    )


def _municipality_name(row: dict[str, str]) -> Texts:
    """Return the name in its two official forms; other languages use that of the majority there."""
    swedish = row["sv"] or row["fi"]
    local = swedish if row["language"].startswith("sv") else row["fi"]
    return Texts(**{**dict.fromkeys(LANGUAGES, local), "fi": row["fi"], "sv": swedish})


def _load_networks() -> None:
    for slug, known in tomllib.loads((FACTS / "networks.toml").read_text(encoding="utf-8")).items():
        network, _ = Network.objects.update_or_create(
            slug=slug,
            defaults={
                "name": Texts(**known["name"]),
                "url": known["url"],
                "members_known": known["members_known"],
            },
        )
        for code, year in known.get("members", {}).items():
            Membership.objects.get_or_create(network=network, municipality_id=code, joined_year=year or None)
