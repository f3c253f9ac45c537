"""Who asks, and what they may see of a series."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.api.http.problems import Problem
from skaala.people.messages import SCOPES
from skaala.people.models import Tenant
from skaala.people.rules import Scope
from skaala.series import operations, queries
from skaala.series.models import ApiKey, Event, Series


@dataclass
class Caller:
    """
    A program, with its key if it has sent one.

    :ivar opened: what of a series was opened with a scope, for the audit trail
    :ivar person: whose data, if it was one person's
    """

    key: ApiKey | None
    now: datetime
    opened: list[tuple[Series, Scope]] = field(default_factory=list)
    person: UUID | None = None

    def note(self, series: Series, scope: Scope) -> None:
        """Note that something of a series is opened with a scope."""
        if (series.pk, scope) not in {(known.pk, used) for known, used in self.opened}:
            self.opened.append((series, scope))


def find_caller(request: HttpRequest) -> Caller:
    """
    Return who sends a request.

    :raises Problem: if the key that was sent opens nothing
    """
    now = timezone.now()
    sent = request.headers.get("Authorization", "")
    kind, _space, secret = sent.partition(" ")
    if not sent:
        return Caller(None, now)
    key = operations.use_api_key(secret=secret.strip(), now=now) if kind.lower() == "bearer" else None
    if key is None:
        raise Problem("key-invalid")
    return Caller(key, now)


def caller_of(request: HttpRequest) -> Caller:
    """Return who asks, whom the door has found."""
    found: Caller = request.api_caller  # type: ignore[attr-defined]
    return found


def readable(request: HttpRequest) -> QuerySet[Series]:
    """Return the series that whoever asks may read."""
    caller = caller_of(request)
    return queries.readable_series(caller.key, now=caller.now)


def series_or_problem(request: HttpRequest, slug: str, scope: Scope | None = None) -> Series:
    """
    Return a series that whoever asks may read, or work on if a ``scope`` is named.

    :raises Problem: that there is none, for what is not public and another's; or which scope the key lacks
    """
    caller = caller_of(request)
    if scope is None:
        found = readable(request).filter(slug=slug).first()
        if found is not None:
            return found
    needed = scope or Scope.SERIES_READ
    if caller.key is None:
        raise Problem("key-needed" if scope else "not-found")
    series = queries.find_series(slug)
    if series is None or not queries.is_for(caller.key, series):
        raise Problem("not-found")
    _check_scope(caller.key, needed)
    caller.note(series, needed)
    return series


def event_or_problem(request: HttpRequest, slug: str, event_slug: str, scope: Scope | None = None) -> Event:
    """Return an event of such a series."""
    series = series_or_problem(request, slug, scope)
    found = next((event for event in series.events.all() if event.slug == event_slug), None)
    if found is None:
        raise Problem("not-found")
    found.series = series
    return found


def tenant_or_problem(request: HttpRequest, scope: Scope) -> Tenant:
    """Return the organisation for which a program makes something that is of no series yet."""
    caller = caller_of(request)
    if caller.key is None:
        raise Problem("key-needed")
    _check_scope(caller.key, scope)
    if caller.key.series_id:
        raise Problem("scope-missing", _("The key is of one series and makes no others."))
    return caller.key.tenant


def _check_scope(key: ApiKey, needed: Scope) -> None:
    if needed not in key.scopes:
        raise Problem(
            "scope-missing",
            _("The key lacks the scope %(scope)s: %(what)s.")
            % {"scope": needed.value, "what": SCOPES[needed]},
        )
