"""Tables of this app, a module per subject."""

from skaala.catalogue.models.actions import Action, ActionContact, ActionLink
from skaala.catalogue.models.adoptions import Adoption, AdoptionReport, Stage
from skaala.catalogue.models.follow_ups import CatalogueEmail, FollowUp, FollowUpQuestion

__all__ = [
    "Action",
    "ActionContact",
    "ActionLink",
    "Adoption",
    "AdoptionReport",
    "CatalogueEmail",
    "FollowUp",
    "FollowUpQuestion",
    "Stage",
]
