"""Reading series as the public sees them, and as the desk does."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.text import slugify

from skaala.series import rules
from skaala.series.models import Event, Involvement, Material, Series


def _public(now: datetime) -> Q:
    return Q(status__in=["published", "archived"]) | Q(status="scheduled", publish_at__lte=now)


def _with_all(found: QuerySet[Series]) -> QuerySet[Series]:
    return found.select_related("controller").prefetch_related(
        Prefetch("events", Event.objects.select_related("venue").prefetch_related("programme")),
        Prefetch("involvements", Involvement.objects.select_related("organisation")),
        "updates",
        "materials",
    )


def public_series(*, now: datetime) -> list[Series]:
    """Return all series that readers may see, with their events."""
    return list(_with_all(Series.objects.filter(_public(now))))


def find_public_series(slug: str, *, now: datetime) -> Series | None:
    """Return the series at ``slug`` if readers may see it, with all that its page shows."""
    return _with_all(Series.objects.filter(_public(now), slug=slug)).first()


def next_publication(*, now: datetime) -> datetime | None:
    """Return when the next scheduled series appears by itself."""
    scheduled = Series.objects.filter(status=Series.Status.SCHEDULED, publish_at__gt=now)
    return scheduled.order_by("publish_at").values_list("publish_at", flat=True).first()


def turning_points(series: Series) -> list[datetime]:
    """Return the instants at which the pages of ``series`` (read with all its parts) change by themselves."""
    return [
        *(instant for event in series.events.all() for instant in rules.turning_points(event)),
        *(update.published_at for update in series.updates.all()),
        *(material.visible_from for material in series.materials.all() if material.visible_from),
    ]


def forget_on(series: Series) -> date | None:
    """Return the day on which the personal data of ``series`` are removed; None while it has no event."""
    return rules.forget_on(list(series.events.all()), months=series.retention_months, zone=series.zone)


def find_series(slug: str) -> Series | None:
    """Return the series at ``slug`` whatever its status, with all that its page shows."""
    return _with_all(Series.objects.filter(slug=slug)).first()


def all_series() -> list[Series]:
    """Return every series with its events, the newest first, for the desk and the command line."""
    return list(_with_all(Series.objects.all()))


def is_public(series: Series, *, now: datetime) -> bool:
    """Say whether readers see ``series``."""
    return rules.is_public(series.status, series.publish_at, now=now)


def registration_window(series: Series, event: Event, *, now: datetime) -> rules.Window:
    """Return where the registration for one event of ``series`` stands; an archived series takes nobody any more."""
    found = rules.window(event, series_is_public=is_public(series, now=now), now=now)
    if event.is_cancelled and found != rules.Window.UNPUBLISHED:
        return rules.Window.CANCELLED
    if series.status == Series.Status.ARCHIVED and found in {rules.Window.OPEN, rules.Window.NOT_YET}:
        return rules.Window.CLOSED
    if event.by_invitation and found in {rules.Window.OPEN, rules.Window.NOT_YET}:
        return rules.Window.BY_INVITATION
    return found


def visible_materials(series: Series, *, now: datetime) -> list[Material]:
    """Return the materials of ``series`` that may be shown; uses what :func:`find_public_series` has read."""
    return [
        material
        for material in series.materials.all()
        if material.visible_from is None or material.visible_from <= now
    ]


@dataclass(frozen=True)
class FrontPage:
    """Series by phase: upcoming ones by their next start, past ones by their last end, latest first."""

    upcoming: list[Series]
    ongoing: list[Series]
    past: list[Series]


def front_page(*, now: datetime) -> FrontPage:
    """Return the public series for the front page; archived ones are past."""
    by_phase: dict[rules.Phase, list[Series]] = {phase: [] for phase in rules.Phase}
    for series in public_series(now=now):
        events = list(series.events.all())
        phase = rules.Phase.PAST if series.status == "archived" else rules.phase(events, now=now)
        by_phase[phase].append(series)

    def first_start(series: Series) -> datetime:
        return min((event.start for event in series.events.all()), default=now)

    return FrontPage(
        upcoming=sorted(by_phase[rules.Phase.UPCOMING], key=first_start),
        ongoing=sorted(by_phase[rules.Phase.ONGOING], key=first_start),
        past=sorted(by_phase[rules.Phase.PAST], key=first_start, reverse=True),
    )


def missing_languages(series: Series) -> dict[str, list[str]]:
    """Return, for each text of the series and its events that is written at all, the languages it lacks."""
    found: dict[str, list[str]] = {}
    for name in ("title", "summary", "introduction", "basis", "instructions", "privacy_details"):
        lacks = getattr(series, name).missing()
        if lacks:
            found[name] = lacks
    for event in series.events.all():
        for name in ("title", "audience", "description"):
            lacks = getattr(event, name).missing()
            if lacks:
                found[f"{event.slug}:{name}"] = lacks
    return found


@dataclass(frozen=True)
class MissingPiece:
    """One thing that a series lacks; ``event``, ``text`` and ``languages`` say where."""

    gap: rules.Gap
    event: Event | None = None
    text: str = ""
    languages: tuple[str, ...] = ()


def missing_pieces(series: Series, *, now: datetime) -> list[MissingPiece]:
    """Return what ``series`` still lacks, the most pressing first; of events only those that are not over."""
    events = list(series.events.all())
    to_come = [event for event in events if event.end > now and not event.is_cancelled]
    found = []
    if not series.title:
        found.append(MissingPiece(rules.Gap.NO_TITLE))
    if not events:
        found.append(MissingPiece(rules.Gap.NO_EVENTS))
    if series.controller_id is None:
        found.append(MissingPiece(rules.Gap.NO_CONTROLLER))
    if not (series.contact_email or series.contact_phone):
        found.append(MissingPiece(rules.Gap.NO_CONTACT))
    for event in to_come:
        if event.offers_online and not event.join_url:
            found.append(MissingPiece(rules.Gap.NO_JOIN_LINK, event))
        if event.programme_pending:
            found.append(MissingPiece(rules.Gap.PROGRAMME_PENDING, event))
    by_slug = {event.slug: event for event in events}
    for key, languages in missing_languages(series).items():
        slug, _, text = key.rpartition(":")
        found.append(MissingPiece(rules.Gap.LANGUAGE_MISSING, by_slug.get(slug), text, tuple(languages)))
    return found


def free_series_slug(text: str) -> str:
    """Return an address made of ``text`` that no series has yet."""
    base = slugify(text)[:70].strip("-") or "series"
    found = Series.objects.filter(slug__startswith=base)
    return _first_free(base, set(found.values_list("slug", flat=True)))


def free_event_slug(series: Series, event: Event) -> str:
    """Return an address for ``event`` that is free in ``series``: its kind and number, else its title."""
    kind = event.kind.replace("_", "-")
    title = slugify(event.title.for_reader("fi").text)[:70].strip("-")
    unnumbered = title if event.kind == Event.Kind.OTHER and title else kind
    base = f"{kind}-{event.number}" if event.number else unnumbered
    others = Event.objects.filter(series=series, slug__startswith=base).exclude(pk=event.pk)
    return _first_free(base, set(others.values_list("slug", flat=True)))


def next_number(series: Series, kind: str = Event.Kind.WORKSHOP) -> int:
    """Return the number that follows the highest of its kind in ``series``."""
    return max((event.number or 0 for event in series.events.all() if event.kind == kind), default=0) + 1


def _first_free(base: str, taken: set[str]) -> str:
    names = itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)


def as_json(series: Series) -> dict[str, object]:
    """Return what `skaala series list --json` prints of a series; instants are ISO 8601 in the event's zone."""
    return {
        "slug": series.slug,
        "title": series.title.as_dict(),
        "status": series.status,
        "events": [
            {
                "slug": event.slug,
                "kind": event.kind,
                "number": event.number,
                "title": event.title.as_dict(),
                "start": timezone.localtime(event.start, event.zone).isoformat(),
                "end": timezone.localtime(event.end, event.zone).isoformat(),
                "status": event.status,
                "mode": event.mode,
                "venue": str(event.venue) if event.venue else None,
                "registration_closes": timezone.localtime(rules.closes_at(event), event.zone).isoformat(),
            }
            for event in series.events.all()
        ],
    }
