"""The certificate of attendance: what it says, in the language it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone, translation
from django.utils.formats import number_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.people.queries import face_of
from skaala.registration.messages import mode_at
from skaala.registration.models import Attendance, Registration
from skaala.registration.renderers.certificate import render_certificate
from skaala.series.models import Involvement, Series
from skaala.series.presenters import naming
from skaala.ui import dates


def certificate(
    registration: Registration, attended: Sequence[Attendance], *, language: str, now: datetime
) -> bytes:
    """Return the certificate of the events ``attended``, which must be some, in ``language``."""
    with translation.override(language):
        return render_certificate(_words(registration, attended, language, now), now=now)


def file_name(registration: Registration) -> str:
    """Return what the file is called, without its ending."""
    return f"{registration.series.slug}-{slugify(registration.name) or 'certificate'}"


def _words(
    registration: Registration, attended: Sequence[Attendance], language: str, now: datetime
) -> dict[str, Any]:
    series = registration.series
    minutes = sum(_minutes(one) for one in attended)
    organisers = _organisers(series)
    place = registration.municipality or registration.network
    represents = ", ".join(part for part in (str(place) if place else "", registration.organisation) if part)
    return {
        "language": language,
        "title": _("Certificate of attendance"),
        "full_title": f"{_('Certificate of attendance')}: {registration.name}, {series.title}",
        "name": registration.name,
        "represents": represents,
        "has_taken_part": ngettext(
            "has taken part in this event:", "has taken part in these events:", len(attended)
        ),
        "series": str(series.title),
        "heads": [_("Event"), _("When"), _("How"), _("Duration")],
        "rows": [
            [
                naming.heading(one.event),
                dates.when(
                    one.event.start, one.event.end, language, one.event.zone, timezone.get_default_timezone()
                ),
                mode_at(one.event, one.mode),
                _hours(_minutes(one)),
            ]
            for one in attended
        ],
        "total": [_("In all"), _hours(minutes)] if len(attended) > 1 else [],
        "organiser": [_("Organiser"), ", ".join(organisers)] if organisers else [],
        "imprint": str(face_of(series.tenant).imprint).splitlines(),
        "made": _("Made on %(day)s") % {"day": dates.day(now.astimezone(series.zone).date(), language)},
    }


def _minutes(attendance: Attendance) -> int:
    return round((attendance.event.end - attendance.event.start).total_seconds() / 60)


def _hours(minutes: int) -> str:
    """Say how long something took: “45 min”, “2 h”, “1.5 h”."""
    if minutes < 60:
        return _("%(number)s min") % {"number": minutes}
    hours = minutes / 60
    number = (
        number_format(round(hours, 2), use_l10n=True).rstrip("0").rstrip(",.")
        if minutes % 60
        else str(minutes // 60)
    )
    return _("%(number)s h") % {"number": number}


def _organisers(series: Series) -> list[str]:
    parts = series.involvements.filter(role=Involvement.Role.ORGANISER).select_related("organisation")
    found = [str(part.organisation.name) for part in parts]
    return found or ([str(series.controller.name)] if series.controller else [])
