"""The columns in which actions come and go as a table, and which of them a column of somebody else's file may be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from skaala.catalogue.rules.documentation import COUNTED, PROFILE, TEXTS

PLAIN = ("slug", "url", "owner", "owner_code", "responsible", "status", "scaling", "themes", "goals", "needs", "began", "ended",
    "adopters", "documented", "is_simulated", "source_url", "links", "updated")  # fmt: skip
"""The columns of our own table before the texts."""
ALL_TEXTS = (*TEXTS, "source")
PROFILE_COLUMNS = tuple(f"profile_{question}" for question in PROFILE if question != COUNTED)
COUNTED_HERE = ("adopters", "documented", "updated")
"""What follows from the rest, and is not read."""
VALUES = (*(name for name in PLAIN if name not in COUNTED_HERE), "country", "language")
"""What a column can be beside a text: each of them one column alone."""

_HEADS = {
    "name": "nimi|toimenpide|toimi|teko|namn|åtgärd|title|action|action name|measure|project",
    "summary": "kuvaus|tiivistelmä|beskrivning|sammanfattning|description|abstract",
    "owner": "kunta|kaupunki|omistaja|kommun|stad|ägare|city|municipality|town|provider",
    "country": "maa|land|country code",
    "responsible": "vastuutaho|toteuttaja|ansvarig|genomförare|responsible body|department",
    "status": "tila|vaihe|status|läge|state",
    "themes": "teema|teemat|aihe|tema|teman|theme|field|field of action|sector|topic",
    "goals": "kestävän kehityksen tavoitteet|globala mål|sdg|sdgs|sustainable_development_goals|sustainable development goals",
    "steps": "toteutus|genomförande|implementation|type|lever",
    "effects": "vaikutus|vaikutukset|tulokset|effekt|effekter|resultat|effect|outcome|outcomes|impact|ghg|ghg reduction|co2",
    "cost": "kustannus|kustannukset|kostnad|kostnader|costs|budget",
    "saving": "säästö|besparing|savings|payback",
    "conditions": "edellytykset|förutsättningar|requirements|scale|stakeholders|comments",
    "lessons": "opit|lärdomar|lessons learned|lessons learnt",
    "began": "alkoi|aloitus|aloitettu|aloitusvuosi|alkuvuosi|alkamisvuosi|käynnistyi|käynnistysvuosi|vuosi|inleddes|begynnelseår|startdatum|år|började|startår|start|start year|begin|startdate|year",
    "ended": "päättyi|päättymisvuosi|päätösvuosi|loppui|loppuvuosi|avslutades|slutår|end|end year|enddate",
    "source": "lähde|källa",
    "source_url": "lähteen osoite|isbasedon",
    "url": "osoite|linkki|länk|adress|link|address|sameas",
    "slug": "identifier|tunniste",
    "language": "kieli|språk|inlanguage",
}  # fmt: skip
_SHORTEST_BEGINNING = 6
"""Letters that a compound has to begin with, so that it is taken for what it begins with: “kustannusarvio” for “kustannus”."""
_FIELD_OF = {head: field for field, heads in _HEADS.items() for head in (field, *heads.split("|"))}


def heads(languages: Iterable[str]) -> list[str]:
    """Return the heads of our own table: plain columns, the texts in each language, the profile."""
    return [*PLAIN, *(f"{name}_{code}" for name in ALL_TEXTS for code in languages), *PROFILE_COLUMNS]


def fields(languages: Iterable[str]) -> list[str]:
    """Return all that a column can be: values, texts in the language of the file or in a certain one, the profile, adoptions."""
    in_languages = (f"{name}_{code}" for name in ALL_TEXTS for code in languages)
    return [*ALL_TEXTS, *VALUES, *in_languages, *PROFILE_COLUMNS, "adoptions"]


def guess_columns(named: Sequence[str], languages: Iterable[str]) -> dict[str, str]:
    """
    Return what each column is, by its place, as far as its head says it; several may be parts of one text.

    >>> guess_columns(["Aloitusvuosi", "Kustannusarvio", "Project manager"], ["fi"])
    {'0': 'began', '1': 'cost'}
    >>> guess_columns(["City", "Name", "ghg", "outcome", "name_sv", "weather"], ["fi", "sv"])
    {'0': 'owner', '1': 'name', '2': 'effects', '3': 'effects', '4': 'name_sv'}
    """
    known = set(fields(languages))
    found: dict[str, str] = {}
    for place, head in enumerate(named):
        plain = " ".join(head.casefold().rstrip(":* ").split())
        field = plain if plain in known else _FIELD_OF.get(plain, "") or _of_compound(plain)
        if field and not (field in found.values() and takes_one_column(field)):
            found[str(place)] = field
    return found


def _of_compound(head: str) -> str:
    """Return what the beginning of one long word says; a head of several words is left to a person."""
    if " " in head:
        return ""
    begins = [one for one in _FIELD_OF if len(one) >= _SHORTEST_BEGINNING and head.startswith(one)]
    return _FIELD_OF[max(begins, key=len)] if begins else ""


def takes_one_column(field: str) -> bool:
    """Say whether a field is filled by one column alone; a text may be put together from several."""
    return field in {*VALUES, *PROFILE_COLUMNS, "adoptions", "name"} or field.startswith("name_")


def heads_key(named: Sequence[str]) -> str:
    """Return by what a file with the same heads is recognised, whatever their capitals."""
    plain = "\n".join(" ".join(head.casefold().split()) for head in named)
    return hashlib.sha256(plain.encode()).hexdigest()
