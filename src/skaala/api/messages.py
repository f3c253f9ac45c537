"""What each operation does, for the guide and the OpenAPI document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from skaala.people.rules import Scope


@dataclass(frozen=True)
class Operation:
    """
    One thing that a program can ask for.

    :ivar scope: without which it is refused; None where anybody may read what is public
    :ivar is_once: whether a request with the same Idempotency-Key is done once
    :ivar is_of_what_was_seen: whether If-Match must name what is changed
    """

    summary: Any
    scope: Scope | None = None
    is_once: bool = False
    is_of_what_was_seen: bool = False


OPERATIONS: Mapping[str, Operation] = {
    "list_series": Operation(_("List the series")),
    "get_series": Operation(_("Read one series")),
    "list_events": Operation(_("List the events of a series, with their programmes")),
    "get_event": Operation(_("Read one event")),
    "get_places": Operation(_("Ask whether people can register for an event, and what is full")),
    "create_series": Operation(_("Create a series, as a draft"), Scope.SERIES_WRITE, is_once=True),
    "change_series": Operation(
        _("Change the texts of a series"), Scope.SERIES_WRITE, is_of_what_was_seen=True
    ),
    "publish_series": Operation(_("Publish a series, now or later"), Scope.SERIES_PUBLISH),
    "create_event": Operation(_("Add an event to a series"), Scope.SERIES_WRITE, is_once=True),
    "change_event": Operation(
        _("Change an event, and tell those who come"), Scope.SERIES_WRITE, is_of_what_was_seen=True
    ),
    "get_counts": Operation(_("Count who has registered for the events of a series"), Scope.SERIES_READ),
    "list_registrations": Operation(
        _("List the people who have registered for a series"), Scope.REGISTRATIONS_READ
    ),
    "get_registration": Operation(_("Read one registration"), Scope.REGISTRATIONS_READ),
    "note_arrival": Operation(_("Note that somebody has come, or take it back"), Scope.CHECK_IN_WRITE),
    "get_results": Operation(_("Read the published results of a workspace")),
    "get_report": Operation(_("Read the published report of a series")),
    "list_findings": Operation(_("List the findings of the published report")),
    "list_report_versions": Operation(_("List the versions of the report")),
    "list_actions": Operation(_("List the published actions")),
    "get_action": Operation(_("Read one action")),
    "list_adoptions_of_action": Operation(_("List who has adopted an action")),
    "list_adoptions": Operation(_("List who has adopted which actions")),
    "list_bottlenecks": Operation(_("List the bottlenecks")),
    "list_measures": Operation(_("List the support measures")),
    "list_municipalities": Operation(_("List the municipalities")),
    "list_networks": Operation(_("List the networks of municipalities")),
}

SUBJECTS: Mapping[str, Any] = {
    "series": _("Series and events"),
    "registrations": _("Registrations"),
    "results": _("Results"),
    "reports": _("Reports"),
    "catalogue": _("Actions and what stops them"),
    "places": _("Municipalities and networks"),
}
