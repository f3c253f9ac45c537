"""What the templates of the catalogue are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from skaala.catalogue.models import Action, ActionContact, ActionLink
from skaala.catalogue.presenters.actions import ActionCard, ProfileLine
from skaala.catalogue.presenters.adoptions import Spread
from skaala.catalogue.presenters.fit import FitWords
from skaala.catalogue.presenters.forecasts import ForecastWords
from skaala.catalogue.presenters.suggestions import SuggestionLine
from skaala.catalogue.queries import Origin

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class ActionPage(TypedDict):
    """What `site/catalogue/action.html` is given."""

    action: Action
    card: ActionCard
    glance: list[tuple[StrOrPromise, StrOrPromise]]
    """What is asked first: whose it is, what it costs and brings."""
    facts: list[tuple[StrOrPromise, StrOrPromise]]
    has_facts: bool
    texts: list[tuple[StrOrPromise, StrOrPromise]]
    themes: list[tuple[str, StrOrPromise]]
    goals: list[tuple[int, StrOrPromise]]
    profile: list[ProfileLine]
    has_profile: bool
    links: list[ActionLink]
    contact: ActionContact | None
    origin: Origin
    """Only what is public of it."""
    spread: Spread
    counted: StrOrPromise
    """What its numbers mean."""
    forecast: ForecastWords | None
    wanted_by: list[SuggestionLine]
    fit: FitWords | None
    """Whether it suits the reader's municipality."""
    for_place: str
    """The query that takes the reader's municipality along."""
    address: str
