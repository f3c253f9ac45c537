"""The frame of a series' pages: which sections there are, which one is open, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from skaala.desk.frame.access import may
from skaala.desk.frame.messages import event_label
from skaala.series.models import Event, Series
from skaala.series.presenters import naming

SECTIONS = {
    "series": gettext_lazy("Overview"),
    "texts": gettext_lazy("Texts"),
    "details": gettext_lazy("Details and organisers"),
    "events": gettext_lazy("Events"),
    "news": gettext_lazy("News and materials"),
    "study": gettext_lazy("The study"),
    "questions": gettext_lazy("Questions"),
    "registrations": gettext_lazy("Registrations"),
    "missing": gettext_lazy("Missing municipalities"),
    "emails": gettext_lazy("Emails"),
    "report": gettext_lazy("Report"),
    "data-protection": gettext_lazy("Data protection"),
    "series-roles": gettext_lazy("Roles and links"),
    "publishing": pgettext_lazy("section", "Publish"),
    "copy": pgettext_lazy("section", "Copy"),
}


@dataclass(frozen=True)
class Section:
    """One line of the series' menu."""

    label: Any
    href: str
    current: bool


def event_crumb(event: Event) -> tuple[str, str]:
    """Return an event as a step of the way back: its label and the address of its page."""
    return event_label(event), event_address("event", event)


def event_address(page: str, event: Event) -> str:
    """Return the address of a page about an event."""
    return reverse(f"desk:{page}", args=[event.series.slug, event.slug])


def series_page(
    request: HttpRequest,
    template: str,
    series: Series,
    *,
    section: str,
    beneath: Sequence[tuple[Any, str]] = (),
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """
    Answer with a page of ``series``.

    :param section: a key of :data:`SECTIONS`
    :param beneath: what stands in the way back after the section; the last with an empty address
    """
    here = reverse(f"desk:{section}", args=[series.slug])
    crumbs: list[tuple[Any, str]] = [(gettext("Organiser pages"), reverse("desk:home"))]
    if section == "series":
        crumbs.append((series.title, ""))
    else:
        crumbs.append((series.title, reverse("desk:series", args=[series.slug])))
        crumbs.append((SECTIONS[section], here if beneath else ""))
    sections = [
        Section(label, reverse(f"desk:{name}", args=[series.slug]), name == section)
        for name, label in SECTIONS.items()
        if may(request, name)
    ]
    frame = {
        "series": series,
        "dated_title": naming.dated_title(series),
        "this_series": gettext("This event") if series.is_single else gettext("This series"),
        "sections": sections,
        "crumbs": [*crumbs, *beneath],
    }
    return render(request, template, frame | context, status=status)
