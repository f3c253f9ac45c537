"""All series at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.access import account_of, may_create_series, may_edit_catalogue
from skaala.desk.frame.messages import Task, tasks
from skaala.people.models import Tenant
from skaala.people.queries import permissions_by_tenant, tenants_where
from skaala.people.rules import Permission
from skaala.registration import queries as registration_queries
from skaala.series import queries, rules
from skaala.series.models import Event, Series


@dataclass(frozen=True)
class Row:
    """A series as the list shows it."""

    series: Series
    first: Event | None
    last: Event | None
    event_count: int
    people: int
    next_step: Task | None
    more_tasks: int
    next_event: Event | None
    owner: Any
    partners: list[Tenant]


def home(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    counts = registration_queries.registration_counts()
    account = account_of(request)
    found = queries.series_for(account)
    own = set(permissions_by_tenant(account))
    partners = queries.partners_by_series([series.pk for series in found])
    rows = [
        _row(
            series,
            counts.get(series.pk, 0),
            now=now,
            owner=None if series.tenant_id in own else series.tenant.name,
            partners=partners.get(series.pk, []),
        )
        for series in found
    ]
    return render(
        request,
        "desk/series/home.html",
        {
            "rows": rows,
            "may_create": may_create_series(request),
            "may_edit_catalogue": may_edit_catalogue(request),
            "organisations": list(tenants_where(account, Permission.SEE_MEMBERS)),
            "with_words": list(tenants_where(account, Permission.EDIT_SERIES)),
            "with_faces": list(tenants_where(account, Permission.CHANGE_FACE)),
            "offers": list(queries.offers_to(account)),
        },
    )


def _row(series: Series, people: int, *, now: datetime, owner: Any, partners: list[Tenant]) -> Row:
    events = list(series.events.all())
    is_over = rules.phase(events, now=now) == rules.Phase.PAST
    to_do = tasks(series, queries.missing_pieces(series, now=now))
    if series.status == Series.Status.ARCHIVED:
        to_do = []
    elif is_over and series.status == Series.Status.PUBLISHED:
        to_do = [_publishing_task(series, _over(series))]
    elif not to_do and series.status == Series.Status.DRAFT:
        to_do = [_publishing_task(series, _unpublished(series))]
    return Row(
        series=series,
        first=events[0] if events else None,
        last=events[-1] if events else None,
        event_count=len(events),
        people=people,
        next_step=to_do[0] if to_do else None,
        more_tasks=len(to_do) - 1,
        next_event=next((event for event in events if event.end > now), None),
        owner=owner,
        partners=partners,
    )


def _over(series: Series) -> str:
    if series.is_single:
        return _("The event is over: archive it.")
    return _("All events are over: archive the series.")


def _unpublished(series: Series) -> str:
    return _("Publish the event.") if series.is_single else _("Publish the series.")


def _publishing_task(series: Series, text: str) -> Task:
    return Task(text, reverse("desk:publishing", args=[series.slug]), is_pressing=False)
