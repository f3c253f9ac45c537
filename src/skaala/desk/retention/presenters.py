"""A series' data protection report: made of what the program keeps, of the roles and of the series' dates, and of nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.frame.messages import KINDS, event_label
from skaala.people.messages import PERMISSIONS, ROLES
from skaala.people.queries import members
from skaala.people.rules import Permission, Role, permissions_of_guests, personal_fields
from skaala.people.rules.roles import WHO_MAY
from skaala.registration.models import Consent, HelperLink
from skaala.registration.rules import NEEDS_KEPT
from skaala.series import queries
from skaala.series.messages import owner_in_notice, who_answers
from skaala.series.models import Series, SeriesPartner
from skaala.series.operations import personal_data
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.workshops.models import Board, Invitation, Participant

ABOUT_PEOPLE = (
    Permission.SEE_PEOPLE,
    Permission.CHANGE_PEOPLE,
    Permission.CHECK_IN,
    Permission.SEND_EMAILS,
    Permission.SEE_FEEDBACK,
    Permission.SEE_BOARDS,
    Permission.SEE_AUDIT,
)
"""What a role may do that shows personal data, or texts that may have some."""


@dataclass
class Kept:
    """What is kept of the same people for the same reason: the words for it, and the fields of tables."""

    whose: str
    why: str
    until: str
    seen_by: str
    fields: list[str] = field(default_factory=list)


def kept() -> list[Kept]:
    """Return what the program keeps of the people of a series, from the list that a test compares with the tables."""
    tables = personal_fields.read(Path(settings.PERSONAL_FIELDS).read_text(encoding="utf-8"))
    found: dict[tuple[str, ...], Kept] = {}
    for row in personal_fields.about_series(tables.values()):
        whose, why, until, seen_by = (pgettext(personal_fields.CONTEXT, text) for text in row.words)
        one = found.setdefault(row.words, Kept(whose, why, until, seen_by))
        one.fields.append(f"{row.table}: {', '.join(row.fields)}")
    return list(found.values())


def numbers(series: Series) -> list[tuple[Any, int]]:
    """Return how much there is now of what goes on the series' day, and of whom something stays."""
    held: Counter[str] = Counter()
    for room in personal_data.rooms():
        held.update(room.count(series))
    found: list[tuple[Any, int]] = [(KINDS.get(kind, kind), held[kind]) for kind in held if held[kind]]
    active = Consent.objects.filter(registration__series=series, withdrawn_at=None)
    by_purpose = Counter(active.values_list("purpose", flat=True))
    found += [
        (_("consents: %(purpose)s") % {"purpose": label}, by_purpose[value])
        for value, label in Consent.Purpose.choices
        if by_purpose[value]
    ]
    people = Participant.objects.filter(series=series).count()
    return [*found, (_("participants of workspaces, without names"), people)] if people else found


@dataclass(frozen=True)
class Access:
    """Who can see personal data of a series, how many they are, and what they may do."""

    who: Any
    people: int
    may: list[Any]


def who_has_access(series: Series) -> list[Access]:
    """Return the roles that somebody has, and the links that open something; who they are is on the members' page."""
    held = Counter(member.role for member in members(series.tenant))
    held.update(queries.roles_in(series).values_list("role", flat=True))
    found = []
    for role in Role:
        may = [PERMISSIONS[each] for each in ABOUT_PEOPLE if role in WHO_MAY[each]]
        if held[role] and may:
            found.append(Access(ROLES[role], held[role], may))
    for sharing in queries.partners_of(series):
        for role, people in queries.roles_brought(sharing).items():
            may = [PERMISSIONS[each] for each in ABOUT_PEOPLE if each in permissions_of_guests([role])]
            if may:
                found.append(Access(f"{ROLES[role]} ({sharing.tenant.name})", people, may))
    helpers = HelperLink.objects.filter(event__series=series, revoked_at=None).count()
    if helpers:
        found.append(
            Access(_("Links for helpers at the entrance"), helpers, [PERMISSIONS[Permission.CHECK_IN]])
        )
    leading = Invitation.objects.filter(board__event__series=series).count()
    if leading:
        found.append(Access(_("Links for co-facilitators"), leading, [PERMISSIONS[Permission.LEAD_BOARDS]]))
    return found


def when_what_goes(series: Series) -> list[tuple[str, str]]:
    """Return what is removed or masked on which day, the earliest first."""
    language = reader_language()
    days = [
        (
            event.end.astimezone(series.zone).date() + NEEDS_KEPT,
            _("Dietary and access needs of people whose last event on site is: %(event)s")
            % {"event": event_label(event)},
        )
        for event in series.events.all()
        if event.offers_onsite
    ]
    day = queries.forget_on(series)
    if day:
        days.append(
            (
                day,
                _("Registrations, emails, answers and keys; names in statements, notes and news are masked"),
            )
        )
        days.append((day, _("Counts, statements and votes without any key that leads to a person stay")))
    return [(dates.day(each, language), words) for each, words in sorted(days, key=lambda one: one[0])]


def lacks(series: Series) -> list[str]:
    """Return what the privacy notice should name and does not."""
    there = {
        _("the controller"): series.controller,
        _("the controller's address"): series.controller_address,
        _("the data protection officer, if there is one"): series.data_protection_officer,
        _("a contact person"): series.contact_email or series.contact_phone,
    }
    return [words for words, is_there in there.items() if not is_there]


def controllers(series: Series) -> list[tuple[SeriesPartner, list[tuple[Any, Any]]]]:
    """Return the joint controllers beside the series' own, each with who answers for what."""
    return [(one, who_answers(one, owner=owner_in_notice(one))) for one in queries.partners_of(series)]


def publishes_rows(series: Series) -> bool:
    """Say whether the results of any workspace have a row a person."""
    return Board.objects.filter(event__series=series, publication__has_rows=True).exists()
