"""Reading the catalogue, a module per subject."""

from skaala.catalogue.queries.actions import (
    SORTS,
    ActionFilter,
    actions_of,
    all_actions,
    find_action,
    find_actions,
    find_any_action,
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
    actions_from_findings,
    actions_from_series,
    actions_from_statements,
)

__all__ = [
    "SORTS",
    "ActionFilter",
    "actions_alike",
    "actions_from_findings",
    "actions_from_series",
    "actions_from_statements",
    "actions_of",
    "adoptions_among",
    "adoptions_in",
    "adoptions_of",
    "all_actions",
    "find_action",
    "find_actions",
    "find_any_action",
    "find_report",
    "overcame",
    "published_actions",
    "stopped_by",
    "stops_by_bottleneck",
    "theme_counts",
    "waiting_actions",
    "waiting_reports",
]
