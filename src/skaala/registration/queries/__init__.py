"""Reading registrations, a module per subject."""

from skaala.registration.queries.arrivals import presences
from skaala.registration.queries.cancelled import (
    attendances_to_restore,
    cancelled_registrations,
    why_not_restored,
)
from skaala.registration.queries.emails import emails_about, emails_by_state, is_confirmed
from skaala.registration.queries.invitations import invitations, open_invitations, source_of
from skaala.registration.queries.offers import offer, offers, offers_to
from skaala.registration.queries.personal_data import (
    kept_counts,
    needs_that_have_served,
    people_forgotten,
    personal_data_held,
)
from skaala.registration.queries.questions import unanswered_by, without_answers
from skaala.registration.queries.registrations import (
    SORTABLE,
    active_registrations,
    events_with_registrations,
    find_people,
    find_registration,
    find_registrations,
    has_simulated,
    loaded_attendances,
    named_like,
    registration_counts,
    registrations_of_same_person,
)
from skaala.registration.queries.seats import (
    EventCount,
    ModeCount,
    active_attendances,
    counts_by_event,
    dropped_attendances,
    events_at_hand,
    events_with_forgotten_seats,
    full_modes,
    revisions_before,
    waiting_list,
    waiting_list_position,
)
from skaala.registration.queries.statistics import (
    SIZE_CLASSES,
    municipality_count,
    registrations_by_day,
    registrations_by_region,
    registrations_by_size_class,
    registrations_so_far,
)

__all__ = [
    "SIZE_CLASSES",
    "SORTABLE",
    "EventCount",
    "ModeCount",
    "active_attendances",
    "active_registrations",
    "attendances_to_restore",
    "cancelled_registrations",
    "counts_by_event",
    "dropped_attendances",
    "emails_about",
    "emails_by_state",
    "events_at_hand",
    "events_with_forgotten_seats",
    "events_with_registrations",
    "find_people",
    "find_registration",
    "find_registrations",
    "full_modes",
    "has_simulated",
    "invitations",
    "is_confirmed",
    "kept_counts",
    "loaded_attendances",
    "municipality_count",
    "named_like",
    "needs_that_have_served",
    "offer",
    "offers",
    "offers_to",
    "open_invitations",
    "people_forgotten",
    "personal_data_held",
    "presences",
    "registration_counts",
    "registrations_by_day",
    "registrations_by_region",
    "registrations_by_size_class",
    "registrations_of_same_person",
    "registrations_so_far",
    "revisions_before",
    "source_of",
    "unanswered_by",
    "waiting_list",
    "waiting_list_position",
    "why_not_restored",
    "without_answers",
]
