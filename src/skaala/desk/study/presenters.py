"""The frame of the pages about the study: its tabs, the words of its file's columns, and who is named where."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.frame.sections import series_page
from skaala.evidence import queries
from skaala.evidence.messages import countries
from skaala.evidence.models import Bottleneck, Study, SupportMeasure
from skaala.series.models import Series
from skaala.ui.languages import reader_language

TABS = ("study", "measures", "bottlenecks")


def find_study(series: Series, study_id: int) -> Study:
    """Return a study of the series, or answer that there is none."""
    study = queries.find_study(series, study_id)
    if study is None:
        raise Http404
    return study


def not_theirs(request: HttpRequest, page: str, series: Series) -> HttpResponse:
    """Lead back to the list, and say why a word or a support measure is not theirs to change."""
    messages.error(
        request,
        _(
            "Another organisation has added this, or it comes with the program. Only its owner can change it; you can add your own."
        ),
    )
    return redirect(page, series.slug)


def study_page(
    request: HttpRequest,
    template: str,
    series: Series,
    *,
    here: str,
    beneath: Any = "",
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """
    Answer with a page about the study.

    :param here: which tab is open, one of :data:`TABS`
    :param beneath: what stands in the way back after the tab, where the page lies deeper
    """
    labels = {
        "study": _("Studies and findings"),
        "measures": _("Support measures"),
        "bottlenecks": _("Bottlenecks and gaps"),
    }
    tabs = [
        {
            "label": labels[name],
            "href": reverse(f"desk:{name}", args=[series.slug]),
            "current": name == here,
            "count": None,
        }
        for name in TABS
    ]
    crumbs: list[tuple[Any, str]] = []
    if here != "study":
        crumbs.append((labels[here], reverse(f"desk:{here}", args=[series.slug]) if beneath else ""))
    if beneath:
        crumbs.append((beneath, ""))
    return series_page(
        request, template, series, section="study", beneath=crumbs, status=status, tabs=tabs, **context
    )


def country_name(code: str) -> str:
    """Return a country in the reader's language; none means several."""
    return countries.name(code, reader_language()) if code else pgettext("of a country", "Several countries")


def country_choices() -> list[tuple[str, str]]:
    """Return all countries for a list to choose from: several first, then home, then by name."""
    named = countries.names(reader_language())
    abroad = sorted((pair for pair in named.items() if pair[0] != countries.HOME), key=lambda pair: pair[1])
    return [("", country_name("")), (countries.HOME, country_name(countries.HOME)), *abroad]


def grouped_bottlenecks(*, also: Sequence[Bottleneck] = ()) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the bottlenecks by where they arise, for a list to choose from; retired ones only if they are in ``also``."""
    listed = [one for one in queries.bottlenecks(with_retired=True) if not one.is_retired or one in also]
    return [
        (
            str(Bottleneck.Place(place).label).capitalize(),
            [(one.slug, str(one.name)) for one in listed if one.place == place],
        )
        for place in Bottleneck.Place.values
    ]


@dataclass(frozen=True)
class Bubble:
    """One field of the picture: how many measures of a kind answer bottlenecks at a place, and how large that looks."""

    count: int
    radius: str


@dataclass(frozen=True)
class KindRow:
    """One line of the picture."""

    label: str
    bubbles: list[Bubble]
    anywhere: int


def picture(measures: Sequence[SupportMeasure]) -> list[KindRow]:
    """Return the kinds of measures crossed with the places of bottlenecks; the largest number is the largest bubble."""
    crossings = queries.kinds_by_place(measures)
    largest = max((count for crossing in crossings for count in crossing.at.values()), default=0)
    return [
        KindRow(
            str(SupportMeasure.Kind(crossing.kind).label),
            [
                Bubble(count, f"{18 * math.sqrt(count / largest):.1f}" if count else "0")
                for count in crossing.at.values()
            ],
            crossing.anywhere,
        )
        for crossing in crossings
    ]
