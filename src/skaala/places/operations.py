"""Putting the facts that the project holds into the tables."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from django.db import transaction

from skaala.places.models import Membership, Municipality, Network, Region
from skaala.ui.texts import Texts

FACTS = files("skaala.places") / "facts"
CLASSES = {"u": "urban", "s": "semi-urban", "r": "rural"}
HELD_SINCE = 2023  # the year whose municipalities the table describes
POPULATION_YEAR = 2022


@transaction.atomic
def load_facts() -> int:
    """Bring regions, municipalities and networks in line with the project's own table; returns the municipalities."""
    Region.objects.bulk_create(
        [
            Region(code=row["code"], name=Texts(fi=row["fi"], sv=row["sv"], en=row["en"]))
            for row in _rows("regions.tsv")
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name"],
    )
    # Successors first, so that the key of a municipality that is gone has something to point at.
    rows = sorted(_rows("municipalities.tsv"), key=lambda row: bool(row["into"]))
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
        name=Texts(
            fi=row["fi"],
            sv=row["sv"] or row["fi"],
            en=row["sv"] if row["language"].startswith("sv") and row["sv"] else row["fi"],
        ),
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


def _load_networks() -> None:
    for slug, facts in tomllib.loads((FACTS / "networks.toml").read_text(encoding="utf-8")).items():
        network, _ = Network.objects.update_or_create(
            slug=slug,
            defaults={
                "name": Texts(**facts["name"]),
                "url": facts["url"],
                "members_known": facts["members_known"],
            },
        )
        for code, year in facts.get("members", {}).items():
            Membership.objects.get_or_create(network=network, municipality_id=code, joined_year=year or None)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
