"""A table of people: its rows as people see them numbered, and which column holds what."""

from __future__ import annotations

from collections.abc import Sequence

from skaala.tables.reading import Limits, read_rows

LIMITS = Limits(bytes=5_000_000, rows=10_000, columns=60)
LONGEST_CELL = 1_000
ROWS_ABOVE_HEADS = 10
"""In so many rows may a title and the like stand above the names of the columns."""

FIELDS = ("name", "first_name", "last_name", "email", "municipality", "organisation", "role", "language")
_HEADS = {
    "name": "nimi|osallistuja|osallistujan nimi|etu- ja sukunimi|namn|deltagare|för- och efternamn|name|full name|participant|attendee",
    "first_name": "etunimi|etunimet|förnamn|first name|given name|forename",
    "last_name": "sukunimi|efternamn|last name|surname|family name",
    "email": "sähköposti|sähköpostiosoite|s-posti|sposti|email-osoite|e-post|epost|e-postadress|epostadress|mejl|email|e-mail|"
    "e-mail address|email address|mail",
    "municipality": "kunta|kaupunki|paikkakunta|kotikunta|kommun|stad|hemkommun|municipality|town|city",
    "organisation": "organisaatio|organisaatio tai yksikkö|yksikkö|työpaikka|taho|yritys|organisation|organisation eller enhet|"
    "enhet|arbetsplats|företag|organization|organisation or unit|company|unit|employer|affiliation",
    "role": "tehtävä|rooli|titteli|nimike|tehtävänimike|ammattinimike|roll|titel|uppgift|befattning|role|title|job title|position",
    "language": "kieli|asiointikieli|kirjeiden kieli|språk|brevspråk|language|language of letters",
}
_FIELD_OF = {head: field for field, heads in _HEADS.items() for head in heads.split("|")}


def read_people(content: bytes) -> list[list[str]]:
    """
    Return the cells of a file, each on one line, row by row as it has them, empty rows too: a row's number is the one people see.

    :raises UnreadableTable: if it is empty, too large, broken, or no table
    """
    rows: list[list[str]] = []
    for number, cells in read_rows(content, LIMITS):
        rows += [[] for _ in range(number - 1 - len(rows))]
        rows.append([" ".join(cell.split())[:LONGEST_CELL] for cell in cells])
    return rows


def guess_columns(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """
    Return which column holds what, as far as heads in Finnish, Swedish or English tell, or addresses alone.

    Under ``start`` stands the place of the first row with a person.
    """
    first = _row_of_heads(rows)
    found: dict[str, int] = {}
    for column, head in enumerate(rows[first]):
        field = _field_of(head)
        if field and field not in found:
            found[field] = column
    has_heads = bool(found) or not any("@" in cell for cell in rows[first])
    found["start"] = first + 1 if has_heads else first
    if "email" not in found:
        counts: dict[int, int] = {}
        for row in rows[found["start"] :]:
            for column, cell in enumerate(row):
                counts[column] = counts.get(column, 0) + ("@" in cell)
        best = max(counts, key=lambda column: counts[column], default=-1)
        if counts.get(best):
            found["email"] = best
    return found


def _field_of(head: str) -> str | None:
    return _FIELD_OF.get(head.casefold().rstrip(":*. "))


def _row_of_heads(rows: Sequence[Sequence[str]]) -> int:
    """Return the place of the row that names the columns: below a title, where two names or more stand there; else the first."""
    first = next((place for place, row in enumerate(rows) if any(row)), 0)
    for place, row in enumerate(rows[first : first + ROWS_ABOVE_HEADS], first):
        if len({_field_of(cell) for cell in row} - {None}) > 1:
            return place
        if any("@" in cell for cell in row):
            break
    return first
