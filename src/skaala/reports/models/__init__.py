"""The tables of this room, one module per subject; those of claims, themes and commitments are in their packages."""

from skaala.reports.claims.models import ClaimDecision, ClaimSearch
from skaala.reports.commitments.models import Commitment
from skaala.reports.models.assistance import Assistance
from skaala.reports.models.imported import ImportedStep
from skaala.reports.models.reports import Finding, Report, SupportingStatement
from skaala.reports.models.versions import Appendix, Rendering, Version
from skaala.reports.themes.models import Placement, Theme, ThemeDecision, ThemeSearch

__all__ = [
    "Appendix",
    "Assistance",
    "ClaimDecision",
    "ClaimSearch",
    "Commitment",
    "Finding",
    "ImportedStep",
    "Placement",
    "Rendering",
    "Report",
    "SupportingStatement",
    "Theme",
    "ThemeDecision",
    "ThemeSearch",
    "Version",
]
