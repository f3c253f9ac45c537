"""Who is missing: which municipalities take part, on a map and in figures, and which do not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.downloads import table_download
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import SIZE_CLASSES
from skaala.desk.frame.sections import series_page
from skaala.desk.missing.forms import PARTS, MissingForm
from skaala.desk.missing.tables import municipalities_table
from skaala.places.queries import municipalities as place_queries
from skaala.places.queries import shapes
from skaala.registration.queries import people_forgotten
from skaala.registration.queries.missing import Coverage, Part, Town, coverage, towns
from skaala.series.models import Series


def missing(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    if people_forgotten(series):
        return series_page(request, "desk/missing/forgotten.html", series, section="missing")
    form = MissingForm(request.GET, series=series)
    found = _towns(series, form)
    listed = [town for town in found if form.is_listed(town)]
    scope = [town for town in found if form.is_in_scope(town)]
    regions = place_queries.region_names()
    return series_page(
        request,
        "desk/missing/missing.html",
        series,
        section="missing",
        form=form,
        query=request.GET.urlencode(),
        total=coverage("", scope),
        listed=listed,
        part_label=PARTS.get(Part(form.read("part") or Part.MISSING), "")
        if form.read("part") != "all"
        else "",
        shows_people=form.read("part") not in {"", Part.MISSING},
        layers=_layers(found, scope),
        map_width=shapes.WIDTH,
        map_height=shapes.HEIGHT,
        tables=[
            {"title": _("Regions"), "label": _("Region"), "rows": _by_region(scope, regions)},
            {"title": _("Size of municipality"), "label": _("Size"), "rows": _by_size(scope)},
            {
                "title": _("Networks"),
                "label": _("Network"),
                "rows": [
                    coverage(str(network.name), (one for one in scope if network.slug in one.networks))
                    for network in form.networks
                ],
            },
        ],
        unknown_networks=[one for one in place_queries.networks() if not one.members_known],
    )


def export(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the municipalities of the list as a file."""
    series = find_series(slug)
    if people_forgotten(series):
        return redirect("desk:missing", slug)
    form = MissingForm(request.GET, series=series)
    listed = [town for town in _towns(series, form) if form.is_listed(town)]
    return table_download(request, municipalities_table(listed), prefix=f"{series.slug}-")


def _towns(series: Series, form: MissingForm) -> list[Town]:
    """Return the municipalities of the year in which the series ends, in the reader's alphabet."""
    last = max((event.end for event in form.events), default=timezone.now())
    order = {code: number for number, (code, _label) in enumerate(_choices(last.year))}
    found = towns(series, form.chosen_events(), year=last.year)
    return sorted(found, key=lambda town: order.get(town.place.pk, len(order)))


def _choices(year: int) -> list[tuple[str, str]]:
    return place_queries.municipality_choices(year=year)


def _layers(found: Iterable[Town], scope: Iterable[Town]) -> list[dict[str, Any]]:
    """Return the shapes of the map, those alike together; what is out of scope is only an outline."""
    drawn = shapes.shapes()
    within = {town.place.pk for town in scope}
    layers: dict[str, list[tuple[str, Town]]] = {"out": [], "missing": [], "registered": [], "came": []}
    for town in found:
        shape = drawn.get(town.place.pk)
        if shape:
            layers[town.part.value if town.place.pk in within else "out"].append((shape, town))
    return [{"name": name, "shapes": rows} for name, rows in layers.items() if rows]


def _by_region(scope: list[Town], names: dict[str, Any]) -> list[Coverage]:
    codes = sorted({town.place.region_id for town in scope}, key=lambda code: str(names[code]))
    return [
        coverage(str(names[code]), (town for town in scope if town.place.region_id == code)) for code in codes
    ]


def _by_size(scope: list[Town]) -> list[Coverage]:
    return [
        coverage(str(label), (town for town in scope if town.place.size_class == size))
        for size, label in SIZE_CLASSES.items()
    ]
