"""Reading the catalogue, a module per subject."""

from skaala.catalogue.queries.action_files import find_file, look_through, waiting_files
from skaala.catalogue.queries.actions import (
    SORTS,
    ActionFilter,
    actions_near,
    actions_of,
    all_actions,
    find_action,
    find_actions,
    find_any_action,
    for_cards,
    published_actions,
    theme_counts,
    waiting_actions,
)
from skaala.catalogue.queries.adoptions import (
    adoptions_among,
    adoptions_in,
    adoptions_of,
    find_report,
    overcame,
    stopped_by,
    stops_by_bottleneck,
    waiting_reports,
)
from skaala.catalogue.queries.alike import actions_alike
from skaala.catalogue.queries.origins import (
    Origin,
    actions_from_series,
    is_public_statement,
    public_origin,
    published_finding,
)
from skaala.catalogue.queries.suggestions import forecast_of, suggested_for, suggested_to

__all__ = [
    "SORTS",
    "ActionFilter",
    "Origin",
    "actions_alike",
    "actions_from_series",
    "actions_near",
    "actions_of",
    "adoptions_among",
    "adoptions_in",
    "adoptions_of",
    "all_actions",
    "find_action",
    "find_actions",
    "find_any_action",
    "find_file",
    "find_report",
    "for_cards",
    "forecast_of",
    "is_public_statement",
    "look_through",
    "overcame",
    "public_origin",
    "published_actions",
    "published_finding",
    "stopped_by",
    "stops_by_bottleneck",
    "suggested_for",
    "suggested_to",
    "theme_counts",
    "waiting_actions",
    "waiting_files",
    "waiting_reports",
]
