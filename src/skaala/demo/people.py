"""Made-up people from real municipalities. Their addresses end in example.org, which nobody can own (RFC 2606)."""

from __future__ import annotations

import random
from collections.abc import Iterator

from skaala.places.models import Municipality, Network
from skaala.registration.operations import Details, SignUp
from skaala.registration.rules import Choice, normalise_address
from skaala.series.models import Event, Series

FIRST_NAMES = [
    "Aino",
    "Eeva",
    "Helmi",
    "Ilona",
    "Johanna",
    "Kaisa",
    "Leena",
    "Maija",
    "Noora",
    "Outi",
    "Päivi",
    "Riikka",
    "Sanna",
    "Tiina",
    "Ulla",
    "Veera",
    "Antti",
    "Eero",
    "Heikki",
    "Ilkka",
    "Jari",
    "Kari",
    "Lauri",
    "Mika",
    "Niko",
    "Olli",
    "Pekka",
    "Risto",
    "Sami",
    "Timo",
    "Ville",
    "Anna",
    "Birgitta",
    "Carola",
    "Disa",
    "Emma",
    "Fredrika",
    "Anders",
    "Bo",
    "Christian",
    "Erik",
    "Henrik",
    "Johan",
    "Kaj",
    "Lars",
]
LAST_NAMES = [
    "Aalto",
    "Ahonen",
    "Anttila",
    "Eskola",
    "Haapala",
    "Heikkilä",
    "Hiltunen",
    "Järvelä",
    "Kallio",
    "Kankaanpää",
    "Karjalainen",
    "Kivelä",
    "Koskinen",
    "Laaksonen",
    "Lahtinen",
    "Lampinen",
    "Lehtinen",
    "Mattila",
    "Moilanen",
    "Mustonen",
    "Niemi",
    "Nurmi",
    "Ojala",
    "Peltola",
    "Rantanen",
    "Ruuskanen",
    "Saarela",
    "Salminen",
    "Sipilä",
    "Suominen",
    "Tuominen",
    "Vainio",
    "Virtanen",
    "Väisänen",
    "Backman",
    "Björklund",
    "Enqvist",
    "Forsström",
    "Granholm",
    "Lindroos",
    "Nyberg",
    "Sandström",
    "Södergård",
    "Westerlund",
]
ROLES = {
    "fi": [
        "Ympäristöpäällikkö",
        "Kehittämispäällikkö",
        "Ilmastoasiantuntija",
        "Tekninen johtaja",
        "Kaavoittaja",
    ],
    "sv": ["Miljöchef", "Utvecklingschef", "Klimatsakkunnig", "Teknisk direktör", "Planläggare"],
}


def simulated_sign_ups(series: Series, count: int, chance: random.Random) -> Iterator[SignUp]:
    """Yield ``count`` filled-in forms, each with an address of its own; the same seed gives the same people."""
    towns = list(Municipality.objects.filter(valid_until=None).order_by("code"))
    # Larger towns send more people, but not in proportion to their size.
    weights = [town.population**0.45 for town in towns]
    networks = list(Network.objects.order_by("slug"))
    events = list(series.events.all())
    used: set[str] = set()
    while len(used) < count:
        first, last = chance.choice(FIRST_NAMES), chance.choice(LAST_NAMES)
        address = normalise_address(f"{first}.{last}{len(used) + 1}@example.org")
        if address in used:
            continue
        used.add(address)
        town = chance.choices(towns, weights)[0]
        yield _sign_up(f"{first} {last}", address, town, networks, events, chance)


def _sign_up(
    name: str,
    address: str,
    town: Municipality,
    networks: list[Network],
    events: list[Event],
    chance: random.Random,
) -> SignUp:
    language = "sv" if town.language.startswith("sv") else "fi"
    kind = chance.choices(["municipality", "network", "state_body", "company"], [82, 8, 6, 4])[0]
    perspective = {
        "municipality": "receiver" if town.population < 50_000 else "pioneer",
        "network": "network",
    }.get(kind, "everyone")
    choices = []
    for event in events:
        likely = (
            0.75 if event.perspective == perspective else (0.6 if event.perspective == "everyone" else 0.12)
        )
        if chance.random() < likely:
            choices.append(_choice(event, chance))
    if not choices:
        choices.append(_choice(events[-1], chance))
    comes = any(choice.mode == "onsite" for choice in choices)
    diet = chance.choice(["Kasvis", "Gluteeniton", "Laktoositon"]) if comes and chance.random() < 0.3 else ""
    details = Details(
        name=name,
        email=address,
        organisation_kind=kind,
        language=language,
        municipality=town if kind == "municipality" else None,
        network=chance.choice(networks) if kind == "network" else None,
        organisation={"state_body": "Esimerkkivirasto", "company": "Esimerkki Oy"}.get(kind, ""),
        role=chance.choice(ROLES[language]),
        diet=diet,
        consents_to_diet=bool(diet),
    )
    return SignUp(details, tuple(choices))


def _choice(event: Event, chance: random.Random) -> Choice:
    if event.offers_online and event.offers_onsite:
        return Choice(event.pk, "onsite" if chance.random() < 0.4 else "online")
    return Choice(event.pk, "online" if event.offers_online else "onsite")
