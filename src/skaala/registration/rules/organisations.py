"""What must be said of whom somebody represents: one rule for both forms, imported tables and the database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MUNICIPALITY, NETWORK, OTHER = "municipality", "network", "other"
"""The kinds that a rule speaks of; of all others the organisation is named."""


class Lack(StrEnum):
    """What is not said, or not known; the first word is the field it is about."""

    MUNICIPALITY_MISSING = "municipality_missing"
    MUNICIPALITY_UNKNOWN = "municipality_unknown"
    NETWORK_MISSING = "network_missing"
    ORGANISATION_MISSING = "organisation_missing"

    @property
    def field(self) -> str:
        return self.value.partition("_")[0]


@dataclass(frozen=True)
class Represented:
    """
    Whom somebody says they represent.

    :ivar typed: a municipality as it was written; empty where none was
    :ivar is_known: whether that is a municipality of the time
    """

    kind: str
    typed: str = ""
    is_known: bool = False
    has_network: bool = False
    organisation: str = ""


def kind_of(*, has_municipality: bool, has_network: bool) -> str:
    """Return the kind of organisation where it was not asked for but follows from what is named."""
    if has_municipality:
        return MUNICIPALITY
    return NETWORK if has_network else OTHER


def lack_of(said: Represented) -> Lack | None:
    """Return what must be said besides; None if all is there."""
    if said.typed and not said.is_known:
        return Lack.MUNICIPALITY_UNKNOWN
    if said.kind == MUNICIPALITY:
        return None if said.is_known else Lack.MUNICIPALITY_MISSING
    if said.kind == NETWORK:
        return None if said.has_network or said.organisation else Lack.NETWORK_MISSING
    return None if said.organisation else Lack.ORGANISATION_MISSING
