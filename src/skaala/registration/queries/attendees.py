"""Looking through a table of people before it is imported: who can be registered, and what is wrong with the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from skaala.places.models import Municipality, Network
from skaala.places.queries import municipalities as places
from skaala.registration.models import Registration
from skaala.registration.rules import Lack, Represented, holds_link, kind_of, lack_of, normalise_address
from skaala.series.models import Series
from skaala.ui.languages import code_of_language

LONGEST_NAME = 200
LONGEST_ADDRESS = 254


class Problem(StrEnum):
    """Why a row is left out."""

    NO_NAME = "no_name"
    LINK_IN_NAME = "link_in_name"
    NO_ADDRESS = "no_address"
    BAD_ADDRESS = "bad_address"
    TWICE = "twice"
    UNKNOWN_MUNICIPALITY = "unknown_municipality"
    NO_ORGANISATION = "no_organisation"
    UNKNOWN_LANGUAGE = "unknown_language"
    TOO_LONG = "too_long"
    REGISTERED = "registered"
    # Found only while importing.
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True)
class BadRow:
    """
    A row that is left out.

    :ivar number: as a spreadsheet counts, from 1
    :ivar column: the place of the column that is wrong; -1 where no column is chosen for what is missing
    :ivar value: what stands there
    :ivar other: of an address that stands twice, the row that has it first
    """

    number: int
    problem: Problem
    column: int = -1
    value: str = ""
    other: int = 0


@dataclass(frozen=True)
class GoodRow:
    """A person who can be registered."""

    number: int
    name: str
    email: str
    language: str
    role: str = ""
    organisation: str = ""
    municipality: Municipality | None = None
    network: Network | None = None

    @property
    def organisation_kind(self) -> str:
        return kind_of(has_municipality=self.municipality is not None, has_network=self.network is not None)


@dataclass
class Found:
    """What a table holds."""

    good: list[GoodRow] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)

    @property
    def by_problem(self) -> list[tuple[Problem, int]]:
        """How many rows have which problem, the most frequent first."""
        return Counter(row.problem for row in self.bad).most_common()


def look_through(
    series: Series, rows: Sequence[Sequence[str]], columns: Mapping[str, int], *, language: str, year: int
) -> Found:
    """
    Say of each row of a table whether it can be registered to ``series``. A row that is empty is none.

    :param columns: which column holds what, and under ``start`` where people begin
    :param language: of emails, for those of whom the table does not say
    """
    reader = _Reader(columns, language, year)
    found = Found()
    first_with: dict[str, int] = {}
    known = set(
        Registration.objects.filter(series=series, cancelled_at=None).values_list(
            "email_normalised", flat=True
        )
    )
    for place, row in enumerate(rows[columns["start"] :], columns["start"]):
        if not any(row):
            continue
        number = place + 1
        read = reader.read(number, row)
        if isinstance(read, BadRow):
            found.bad.append(read)
            continue
        address = normalise_address(read.email)
        column = columns["email"]
        if address in first_with:
            found.bad.append(BadRow(number, Problem.TWICE, column, read.email, first_with[address]))
        elif address in known:
            found.bad.append(BadRow(number, Problem.REGISTERED, column, read.email))
        else:
            found.good.append(read)
        first_with.setdefault(address, number)
    return found


class _Reader:
    """Reads row after row of one table."""

    def __init__(self, columns: Mapping[str, int], language: str, year: int) -> None:
        self.columns, self.language, self.year = columns, language, year
        self.networks = {
            name.casefold(): network
            for network in places.networks()
            for name in network.name.as_dict().values()
        }

    def read(self, number: int, row: Sequence[str]) -> GoodRow | BadRow:
        def cell(name: str) -> str:
            column = self.columns.get(name, -1)
            return row[column] if 0 <= column < len(row) else ""

        def bad(problem: Problem, name: str) -> BadRow:
            return BadRow(number, problem, self.columns.get(name, -1), cell(name))

        name = cell("name") or " ".join(filter(None, [cell("first_name"), cell("last_name")]))
        email = cell("email").removeprefix("mailto:").strip("<>;, ")
        if not email:
            return bad(Problem.NO_ADDRESS, "email")
        if not _is_address(email):
            return bad(Problem.BAD_ADDRESS, "email")
        if not name:
            return bad(Problem.NO_NAME, "name")
        if holds_link(name):
            return bad(Problem.LINK_IN_NAME, "name")
        for each, text in [("name", name), ("role", cell("role")), ("organisation", cell("organisation"))]:
            if len(text) > LONGEST_NAME:
                return bad(Problem.TOO_LONG, each)
        language = code_of_language(cell("language")) if cell("language") else self.language
        if language is None:
            return bad(Problem.UNKNOWN_LANGUAGE, "language")
        typed, organisation = cell("municipality"), cell("organisation")
        municipality = places.find_municipality(typed, year=self.year) if typed else None
        network = None
        if municipality is None and organisation and not typed:
            # The table may have one column for whom people come for.
            network = self.networks.get(organisation.casefold())
            municipality = places.find_municipality(organisation, year=self.year)
            organisation = "" if network or municipality else organisation
        has_place, has_network = municipality is not None, network is not None
        kind = kind_of(has_municipality=has_place, has_network=has_network)
        lack = lack_of(Represented(kind, typed, has_place, has_network, organisation))
        if lack == Lack.MUNICIPALITY_UNKNOWN:
            return bad(Problem.UNKNOWN_MUNICIPALITY, "municipality")
        if lack is not None:
            return bad(
                Problem.NO_ORGANISATION, "municipality" if "municipality" in self.columns else "organisation"
            )
        return GoodRow(number, name, email, language, cell("role"), organisation, municipality, network)


def _is_address(text: str) -> bool:
    if len(text) > LONGEST_ADDRESS:
        return False
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
