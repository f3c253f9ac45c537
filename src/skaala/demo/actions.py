"""
The demo's catalogue: actions that five cities name in their own contracts, and invented ones that say so.

What is real is marked as real and has its source; nothing is added to what the contracts say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files

from skaala.catalogue import operations
from skaala.catalogue.models import Action, ActionContact
from skaala.catalogue.rules import contacts
from skaala.demo.actions_in_detail import DETAILS
from skaala.places.models import Municipality
from skaala.ui.texts import Texts

CONTRACTS = (
    "https://www.lappeenranta.fi/en/news/european-commission-recognises-five-finnish-cities-climate-work-"
    "espoo-lahti-lappeenranta-tampere-and-turku-set-example-for-european-cities"
)
"""The cities' own news of their contracts."""


@dataclass(frozen=True)
class Described:
    """One action of a file: the cells of its first line, and its name and sentence in each language."""

    cells: list[str]
    name: Texts
    summary: Texts


def load_actions(*, now: datetime) -> None:
    """Put the actions into the catalogue that are not there yet."""
    if Action.objects.exists():
        return
    owners = {place.pk: place for place in Municipality.objects.all()}
    for described in read_file("actions_of_five_cities.txt"):
        _save(_real(described, owners), now)
    for described in read_file("invented_actions.txt"):
        action = _save(_invented(described, owners), now)
        if action.pk % 2:
            _add_contact(action, now.date())


def read_file(name: str) -> Iterator[Described]:
    """Yield the actions of a file: a line of cells, then a line each in Finnish, Swedish and English."""
    text = (files("skaala.demo") / "facts" / name).read_text(encoding="utf-8")
    lines = [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    for start in range(0, len(lines), 4):
        cells, *words = lines[start : start + 4]
        names, sentences = zip(*(line.split("|", 1) for line in words), strict=True)
        languages = ("fi", "sv", "en")
        yield Described(
            [cell.strip() for cell in cells.split("|")],
            Texts(**dict(zip(languages, names, strict=True))),
            Texts(**dict(zip(languages, sentences, strict=True))),
        )


def _real(described: Described, owners: dict[str, Municipality]) -> Action:
    code, themes, goals, status, tonnes, euros, responsible, needs = described.cells
    owner = owners[code]
    return Action(
        owner=owner,
        name=described.name,
        summary=described.summary,
        themes=themes.split(","),
        goals=[int(goal) for goal in goals.split(",")],
        status=status,
        responsible=responsible,
        needs=_listed(needs),
        effects=_tonnes(tonnes) if tonnes else Texts(),
        cost=_millions(euros) if euros else Texts(),
        source=Texts(
            fi=f"Kaupungin ilmastosopimus (EU:n kaupunkimissio, hyväksytty 3/2024): {owner.name.get('fi')}",
            sv=f"Stadens klimatkontrakt (EU:s stadsmission, godkänt 3/2024): {owner.name.get('sv')}",
            en=f"The city’s Climate City Contract (EU Mission, approved in March 2024): {owner.name.get('en')}",
        ),
        source_url=CONTRACTS,
    )


def _listed(cell: str) -> list[str]:
    return [one for one in cell.split(",") if one]


def _tonnes(tonnes: str) -> Texts:
    written = " ".join(
        _thousands(part) if part.isdigit() else part for part in tonnes.replace("–", " – ").split()
    )
    written = written.replace(" – ", "–")
    return Texts(
        fi=f"Kaupungin oma arvio: päästöt vähenevät {written} t CO₂e vuodessa.",
        sv=f"Stadens egen bedömning: utsläppen minskar med {written} t CO₂e per år.",
        en=f"The city’s own estimate: emissions fall by {written} t CO₂e a year.",
    )


def _thousands(number: str) -> str:
    return f"{int(number):,}".replace(",", "\N{NO-BREAK SPACE}")


def _millions(euros: str) -> Texts:
    comma = euros.replace(".", ",")
    return Texts(
        fi=f"Kaupungin oma arvio: {comma} miljoonaa euroa.",
        sv=f"Stadens egen bedömning: {comma} miljoner euro.",
        en=f"The city’s own estimate: {euros} million euros.",
    )


def _invented(described: Described, owners: dict[str, Municipality]) -> Action:
    code, themes, goals, scaling, status, began, euros, hours, _stop, needs = described.cells
    action = Action(
        owner=owners[code],
        name=described.name,
        summary=described.summary,
        themes=themes.split(","),
        goals=[int(goal) for goal in goals.split(",")],
        scaling=scaling,
        status=status,
        began_on=date(int(began), 1, 1),
        began_precision="year",
        cost=_to_begin(int(euros)),
        staff_time=_hours(int(hours)),
        needs=_listed(needs),
        is_simulated=True,
    )
    for field, value in DETAILS.get(code, {}).items():
        setattr(action, field, value)
    return action


def _to_begin(euros: int) -> Texts:
    if not euros:
        return Texts(fi="Ei hankintoja.", sv="Inga inköp.", en="No purchases.")
    amount = _thousands(str(euros))
    return Texts(
        fi=f"Alkuun {amount} euroa.", sv=f"{amount} euro i början.", en=f"{amount} euros to begin with."
    )


def _hours(hours: int) -> Texts:
    return Texts(
        fi=f"Noin {hours} työtuntia ensimmäisenä vuonna.",
        sv=f"Ungefär {hours} arbetstimmar det första året.",
        en=f"About {hours} hours of work in the first year.",
    )


def _save(action: Action, now: datetime) -> Action:
    operations.save_action(action=action, now=now)
    return operations.publish_action(action=action, account=None, now=now)


def _add_contact(action: Action, today: date) -> None:
    ActionContact.objects.create(
        action=action,
        name="Esimerkki Henkilö",
        email="yhteys@example.org",
        job_title="",
        language="fi",
        is_simulated=True,
        consented_on=today,
        keep_until=contacts.keep_until(today),
        ask_on=contacts.ask_next(today),
    )
