"""What the rows of a file of actions would become, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from skaala.catalogue.models import Action, ActionFile
from skaala.catalogue.rules import action_values as values
from skaala.catalogue.rules.action_rows import ActionRow, Fault, Note, RowFault, read_row
from skaala.places.models import Municipality
from skaala.places.queries.municipalities import find_municipality, similar_municipalities
from skaala.ui.languages import LANGUAGES


@dataclass
class FoundRow:
    """
    A row with its owner.

    :ivar candidates: actions of the catalogue that may be the same, the likeliest first
    :ivar twice: the number of an earlier row that may be the same
    """

    read: ActionRow
    owner: Municipality | None = None
    owner_elsewhere: str = ""
    candidates: list[Action] = field(default_factory=list)
    twice: int = 0

    @property
    def number(self) -> int:
        return self.read.number

    @property
    def is_good(self) -> bool:
        return not self.read.faults

    @property
    def owner_name(self) -> str:
        return str(self.owner.name) if self.owner else self.owner_elsewhere


def find_file(file_id: UUID) -> ActionFile | None:
    return ActionFile.objects.filter(pk=file_id).first()


def waiting_files() -> QuerySet[ActionFile]:
    """Return the files that have not been imported, without their rows."""
    return ActionFile.objects.filter(state=ActionFile.State.UPLOADED).defer("rows", "alike")


def look_through(file: ActionFile, *, today: date) -> list[FoundRow]:
    """Return what each row of a file says, with what is wrong, and which actions may be the same."""
    found = []
    for number, cells in file.rows:
        read = read_row(
            number, cells, file.columns, file.heads, language=file.language, languages=LANGUAGES, today=today
        )
        found.append(FoundRow(read))
    codes = {row.read.values["owner_code"] for row in found if row.read.values.get("owner_code")}
    by_code = Municipality.objects.in_bulk(codes)
    for row in found:
        _find_owner(row, by_code, year=today.year)
    _find_doubles(found)
    _add_candidates(found, file)
    return found


def _find_owner(row: FoundRow, by_code: Mapping[str, Municipality], *, year: int) -> None:
    said, code = row.read.values.get("owner", ""), row.read.values.get("owner_code", "")
    country = row.read.values.get("country", "")
    if code:
        row.owner = by_code.get(code)
        if row.owner is None:
            row.read.faults.append(RowFault(Fault.UNKNOWN_MUNICIPALITY, "owner_code", code))
        return
    if not said:
        return
    if not country or values.is_finland(country):
        row.owner = find_municipality(said, year=year)
        if row.owner is not None:
            return
        if country:
            row.read.faults.append(RowFault(Fault.UNKNOWN_MUNICIPALITY, "owner", said))
            return
        # A slip of the pen is said as one; a person decides what was meant.
        row.read.notes.append((Note.NEAR_NAME if _is_near(said, year) else Note.OWNER_ELSEWHERE, said))
    name = values.settle_capitals(said)
    is_abroad = country and not values.is_finland(country)
    row.owner_elsewhere = (
        f"{name} ({country.upper() if len(country) < 4 else country})" if is_abroad else name
    )[:200]


@lru_cache(maxsize=4096)
def _is_near(name: str, year: int) -> bool:
    """Say whether a municipality is spelled nearly like it; kept, since a file repeats its owners."""
    return bool(similar_municipalities(name, year=year))


def _find_doubles(found: Iterable[FoundRow]) -> None:
    """Point out what is literally the same: an earlier row, or an action in the catalogue, of the same owner and name."""
    known = {
        key
        for one in Action.objects.exclude(state=Action.State.WITHDRAWN).only(
            "name", "owner", "owner_elsewhere"
        )
        for key in _keys(one.owner_id or one.owner_elsewhere, one.name.as_dict().values())
    }
    seen: dict[tuple[str, str], FoundRow] = {}
    for row in found:
        owner = row.owner.pk if row.owner else row.owner_elsewhere
        keys = list(_keys(owner, row.read.texts.get("name", {}).values()))
        before = next((seen[key] for key in keys if key in seen), None)
        if any(key in known for key in keys):
            row.read.faults.append(RowFault(Fault.IN_CATALOGUE, "name", row.read.name))
        elif before is not None and _says_the_same(before.read, row.read):
            row.read.faults.append(RowFault(Fault.SAME_ROW, "name", str(before.number)))
        elif before is not None:
            row.twice = before.number
        for key in keys:
            seen.setdefault(key, row)


def _keys(owner: str, names: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((owner.casefold(), " ".join(name.casefold().split())) for name in names)


def _says_the_same(one: ActionRow, other: ActionRow) -> bool:
    return one.texts == other.texts and _beside_owner(one) == _beside_owner(other)


def _beside_owner(row: ActionRow) -> dict[str, object]:
    return {
        name: value for name, value in row.values.items() if name not in {"owner", "owner_code", "country"}
    }


def _add_candidates(found: Iterable[FoundRow], file: ActionFile) -> None:
    wanted = {key for some in file.alike.values() for key, _score in some}
    actions = Action.objects.filter(pk__in=wanted).select_related("owner").defer("search").in_bulk()
    for row in found:
        alike = file.alike.get(str(row.number), [])
        row.candidates = [actions[key] for key, _score in alike if key in actions]
        row.twice = row.twice or file.twice.get(str(row.number), 0)
        if row.twice:
            row.read.notes.append((Note.TWICE, str(row.twice)))
