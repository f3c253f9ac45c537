"""Reading series and their events, a module per subject."""

from skaala.series.queries.addresses import free_event_slug, free_series_slug, next_number
from skaala.series.queries.choices import organisations_for, venues_for
from skaala.series.queries.gaps import MissingPiece, missing_languages, missing_pieces, written_languages
from skaala.series.queries.partners import (
    Span,
    former_partners_of,
    offers_and_partners_of,
    offers_to,
    partners_by_series,
    partners_of,
    roles_brought,
    shared_with,
    spans_of,
)
from skaala.series.queries.password_words import words_around
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
    is_former,
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
    "Span",
    "access_to",
    "accounts_who_may",
    "all_series",
    "ended_roles_in",
    "find_public_series",
    "find_series",
    "forget_on",
    "former_partners_of",
    "free_event_slug",
    "free_series_slug",
    "front_page",
    "is_former",
    "is_public",
    "missing_languages",
    "missing_pieces",
    "next_number",
    "next_publication",
    "offers_and_partners_of",
    "offers_to",
    "open_role_invitations",
    "organisations_for",
    "partners_by_series",
    "partners_of",
    "public_series",
    "registration_window",
    "roles_brought",
    "roles_in",
    "series_for",
    "series_of",
    "shared_with",
    "spans_of",
    "turning_points",
    "venues_for",
    "visible_materials",
    "words_around",
    "works_elsewhere",
    "written_languages",
]
