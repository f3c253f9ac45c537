"""What cells of other people's tables mean: missing values, odd capitals, statuses, themes and the like, in three languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NOTHING_KNOWN = (
    "-|–|—|.|?|n/a|na|n.a.|n.a|nan|null|none|nil|tbd|tbc|t.b.d.|to be determined|to be defined|to be confirmed|unknown|"
    "not known|not available|not applicable|not yet clarified|not yet estimated|not estimated|not yet known|not yet assessed|"
    "being assessed|under assessment|difficult to assess|missing|no data|no information|"
    "ei tietoa|ei tiedossa|ei saatavilla|tuntematon|puuttuu|ei arvioitu|arvioidaan|selvitetään|selvityksessä|ei sovellettavissa|"
    "uppgift saknas|saknas|okänd|okänt|ej känt|ej tillgänglig|inte känt|inte tillämpligt|ej tillämpligt|utreds|bedöms"
)  # fmt: skip
_MISSING = frozenset(_NOTHING_KNOWN.split("|"))
_STATUS = {
    "planned": "suunnitteilla|suunniteltu|suunnitelma|suunnittelu|valmistelussa|planerad|planeras|planering|planning|plan|"
    "under development|development|feasibility|feasibility study|concept development|early stage|proposed|future|not started",
    "piloting": "pilotti|pilotoidaan|pilotointi|kokeilu|kokeillaan|kokeilussa|pilot|försök|prövas|pilotering|testas|trial|being tried|"
    "testing",
    "running": "käytössä|käynnissä|toteutuksessa|toteutetaan|menossa|valmis|toteutettu|i bruk|pågår|pågående|genomförs|genomförd|klar|"
    "ongoing|on-going|on going|in use|in progress|work in progress|active|implemented|implementation|under implementation|done|"
    "completed|complete|operational",
    "stopped": "lopetettu|päättynyt|keskeytetty|avslutad|avslutat|avbruten|stoppad|ended|discontinued|cancelled|terminated",
    "failed": "epäonnistui|epäonnistunut|misslyckades|misslyckad|unsuccessful",
}  # fmt: skip
_SCALING = {
    "strengthening": "vahvistaminen|vahvistava|förstärkning|stärkande|strengthen",
    "spreading": "levittäminen|leviäminen|spridning|spread",
    "mainstreaming": "valtavirtaistaminen|integrering|mainstream",
}
_THEMES = {
    "energy": "energ|heat|lämp|värme|electric|sähkö|electricity|solar|aurinko|ccs",
    "buildings": "building|built env|build env|construction|rakennus|rakentami|byggn|fastighet|kiinteistö|housing|homes",
    "mobility": "mobilit|transport|liiken|liikku|trafik|mobilitet|traffic|cycling|navigation|pyörä",
    "circular": "circular|waste|kierto|jäte|jätteet|cirkul|avfall|recycl",
    "nature": "nature|green infra|biodiv|carbon sink|afolu|forest|luonto|luonnon|metsä|hiilinielu|natur|skog|kolsänk|agricult",
    "water": "water|stormwater|vesi|vede|hulevesi|vatten|adaptation|sopeutu|anpassning",
    "food": "food|ruoka|mat och|livsmedel|agricult",
    "land_use": "land use|land-use|spatial|zoning|kaava|maankäyt|markanvänd|planläggning|urban planning",
    "procurement": "procure|hankin|upphandl",
    "governance": "governance|management|cross cutting|cross-cutting|cross sectoral|organisation|johtami|hallinto|ledning|styrning|data",
    "participation": "participation|citizen|resident|school|osallis|asukas|asukka|koulu|delaktig|invånar|skol|collaboration|low carbon consumption",
    "business": "business|industr|compan|ippu|yrity|elinkeino|teollisuu|företag|näringsliv|enterprise",
}  # fmt: skip
_FINLAND = frozenset({"fi", "fin", "finland", "suomi"})
_YES = frozenset({"1", "yes", "true", "x", "kyllä", "ja"})
_ANSWERS = {"yes": "kyllä|ja|1|true", "partly": "osittain|delvis|partially", "no": "ei|nej|0|false"}


def is_missing(text: str) -> bool:
    """
    Say whether a cell says in words that nothing is known.

    >>> is_missing("N/A"), is_missing("Early: TBD"), is_missing("ei tiedossa."), is_missing("0,5 MSEK")
    (True, False, True, False)
    """
    plain = " ".join(text.casefold().split())
    return plain in _MISSING or plain.strip(".*() ") in {"", *_MISSING}


def settle_capitals(name: str) -> str:
    """
    Return a place's name with the capitals of names, where it has none or nothing else.

    >>> settle_capitals("helsingborg"), settle_capitals("UPPLANDS VÄSBY"), settle_capitals("Mariehamn")
    ('Helsingborg', 'Upplands Väsby', 'Mariehamn')
    """
    return name.title() if name.islower() or (name.isupper() and len(name) > 3) else name


def read_status(text: str) -> str | None:
    """
    Return the status that is meant; None if none is.

    >>> read_status("On going"), read_status("Suunnitteilla"), read_status("who knows")
    ('running', 'planned', None)
    """
    return _read(text, _STATUS)


def read_scaling(text: str) -> str | None:
    """Return the kind of scaling that is meant; None if none is."""
    return _read(text, _SCALING)


def read_answer(text: str) -> str | None:
    """Return the answer of a profile that is meant; None if none is."""
    return _read(text, _ANSWERS | {"unknown": "do not know|en tiedä|vet inte"})


def read_themes(text: str) -> list[str]:
    """
    Return the themes that are named: by their keys, or by words of a field of work.

    >>> read_themes("energy circular"), read_themes("Transport & mobility"), read_themes("All")
    (['energy', 'circular'], ['mobility'], [])
    """
    keys = re.split(r"[\s,;|]+", text.strip())
    if all(key in _THEMES for key in keys):
        return list(dict.fromkeys(keys))
    # Of a long cell only the beginning names the field; what follows has run together with it.
    plain = re.split(r"\s(?:systemic lever|\|)\s", " ".join(text.casefold().split()))[0]
    return [theme for theme, words in _THEMES.items() if any(word in plain for word in words.split("|"))]


def read_goals(text: str) -> list[int] | None:
    """
    Return the numbers of the goals that are named; None if one of them is none.

    >>> read_goals("SDG 7, 13"), read_goals("18")
    ([7, 13], None)
    """
    numbers = sorted({int(number) for number in re.findall(r"\d+", text)[:20] if len(number) < 4})
    return numbers if numbers and all(1 <= number <= 17 for number in numbers) else None


def is_finland(country: str) -> bool:
    """Say whether a cell of a country means Finland."""
    return country.strip().casefold() in _FINLAND


def is_yes(text: str) -> bool:
    return text.strip().casefold() in _YES


def _read(text: str, known: Mapping[str, str]) -> str | None:
    plain = " ".join(text.casefold().split()).strip(". ")
    if plain in known:
        return plain
    return next((key for key, words in known.items() if plain in words.split("|")), None)
