"""Tables of this app, a module per subject."""

from skaala.catalogue.models.actions import Action, ActionContact, ActionLink
from skaala.catalogue.models.adoptions import Adoption, AdoptionReport, Stage
from skaala.catalogue.models.files import ActionFile, KnownColumns
from skaala.catalogue.models.follow_ups import CatalogueEmail, FollowUp, FollowUpQuestion
from skaala.catalogue.models.interests import Interest
from skaala.catalogue.models.keepers import Keeper, Readiness
from skaala.catalogue.models.suggestions import SpreadForecast, Suggestion

__all__ = [
    "Action",
    "ActionContact",
    "ActionFile",
    "ActionLink",
    "Adoption",
    "AdoptionReport",
    "CatalogueEmail",
    "FollowUp",
    "FollowUpQuestion",
    "Interest",
    "Keeper",
    "KnownColumns",
    "Readiness",
    "SpreadForecast",
    "Stage",
    "Suggestion",
]
