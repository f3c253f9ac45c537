"""Reading series and their events, a module per subject."""

from skaala.series.queries.addresses import free_event_slug, free_series_slug, next_number
from skaala.series.queries.choices import organisations_for, venues_for
from skaala.series.queries.gaps import MissingPiece, missing_languages, missing_pieces
from skaala.series.queries.registration import (
    forget_on,
    is_public,
    registration_window,
    turning_points,
    visible_materials,
)
from skaala.series.queries.roles import (
    SeriesAccess,
    access_to,
    accounts_who_may,
    ended_roles_in,
    open_role_invitations,
    roles_in,
    series_of,
    works_elsewhere,
)
from skaala.series.queries.series import (
    FrontPage,
    all_series,
    find_public_series,
    find_series,
    front_page,
    next_publication,
    public_series,
    series_for,
)

__all__ = [
    "FrontPage",
    "MissingPiece",
    "SeriesAccess",
    "access_to",
    "accounts_who_may",
    "all_series",
    "ended_roles_in",
    "find_public_series",
    "find_series",
    "forget_on",
    "free_event_slug",
    "free_series_slug",
    "front_page",
    "is_public",
    "missing_languages",
    "missing_pieces",
    "next_number",
    "next_publication",
    "open_role_invitations",
    "organisations_for",
    "public_series",
    "registration_window",
    "roles_in",
    "series_for",
    "series_of",
    "turning_points",
    "venues_for",
    "visible_materials",
    "works_elsewhere",
]
