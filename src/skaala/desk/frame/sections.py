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

GROUPS: dict[Any, dict[str, Any]] = {
    "": {
        "series": gettext_lazy("Overview"),
    },
    pgettext_lazy("group of pages", "What is announced"): {
        "texts": gettext_lazy("Texts"),
        "details": gettext_lazy("Details and organisers"),
        "events": gettext_lazy("Events"),
        "news": gettext_lazy("News and materials"),
        "publishing": pgettext_lazy("section", "Publish"),
    },
    pgettext_lazy("group of pages", "Participants"): {
        "questions": gettext_lazy("Questions"),
        "registrations": gettext_lazy("Registrations"),
        "missing": gettext_lazy("Missing municipalities"),
        "emails": gettext_lazy("Emails"),
    },
    pgettext_lazy("group of pages", "Results"): {
        "study": gettext_lazy("The study"),
        "report": gettext_lazy("Report"),
    },
    pgettext_lazy("group of pages", "Administration"): {
        "series-roles": gettext_lazy("Roles and links"),
        "data-protection": gettext_lazy("Data protection"),
        "copy": pgettext_lazy("section", "Copy"),
    },
}
"""The pages of a series by subject, as its menu has them."""
SECTIONS = {name: label for pages in GROUPS.values() for name, label in pages.items()}


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
    groups = {
        group: [
            Section(label, reverse(f"desk:{name}", args=[series.slug]), name == section)
            for name, label in pages.items()
            if may(request, name)
        ]
        for group, pages in GROUPS.items()
    }
    frame = {
        "series": series,
        "dated_title": naming.dated_title(series),
        "this_series": gettext("This event") if series.is_single else gettext("This series"),
        "section_label": SECTIONS[section],
        "menu": [(group, pages) for group, pages in groups.items() if pages],
        "crumbs": [*crumbs, *beneath],
    }
    return render(request, template, frame | context, status=status)
