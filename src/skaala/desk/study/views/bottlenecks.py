"""The vocabulary of bottlenecks: what answers each, where nothing does, and adding, renaming and retiring them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import capitalised
from skaala.desk.study import presenters
from skaala.desk.study.forms import BottleneckForm
from skaala.desk.study.presenters import not_theirs, study_page
from skaala.evidence import operations, queries, rules
from skaala.evidence.models import Bottleneck
from skaala.series.models import Series


def bottlenecks(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    rows = queries.answered(queries.met_in_studies(series))
    listed = list(queries.measures())
    places = []
    for place, label in capitalised(Bottleneck.Place.choices):
        here = [row for row in rows if row.bottleneck.place == place]
        places.append({"label": label, "rows": here, "gaps": sum(row.is_gap for row in here)})
    return study_page(
        request,
        "desk/study/bottlenecks.html",
        series,
        here="bottlenecks",
        places=places,
        gaps=rules.gaps(rows),
        picture=presenters.picture(listed),
        measure_count=len(listed),
        retired=list(queries.bottlenecks(with_retired=True).filter(is_retired=True)),
        has_illustrative=any(measure.is_illustrative for measure in listed),
    )


def new_bottleneck(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, Bottleneck(tenant=series.tenant))


def edit_bottleneck(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    series, bottleneck = find_series(slug), _find(name)
    if not queries.may_edit(bottleneck, tenant=series.tenant):
        return not_theirs(request, "desk:bottlenecks", series)
    return _edit(request, series, bottleneck)


def _edit(request: HttpRequest, series: Series, bottleneck: Bottleneck) -> HttpResponse:
    form = BottleneckForm(request.POST or None, record=bottleneck)
    heading = str(bottleneck.name) or _("New bottleneck")
    if request.method == "POST" and form.is_valid():
        try:
            operations.save_bottleneck(bottleneck=form.fill_in())
        except operations.NameTaken as taken:
            form.add_error(
                "name",
                _("There is a bottleneck of this name already, perhaps a retired one: “%(name)s”.")
                % {"name": taken.other.name},
            )
        else:
            messages.success(request, _("The bottleneck has been saved."))
            return redirect("desk:bottlenecks", series.slug)
    return study_page(
        request,
        "desk/study/bottleneck.html",
        series,
        here="bottlenecks",
        beneath=heading,
        status=422 if form.errors else 200,
        form=form,
        heading=heading,
        bottleneck=bottleneck,
        measures=list(queries.measures_answering(bottleneck)) if bottleneck.pk else [],
        back=reverse("desk:bottlenecks", args=[series.slug]),
    )


@require_POST
def retire(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Retire a bottleneck, bring it back, or remove one that nothing names."""
    series, bottleneck = find_series(slug), _find(name)
    if not queries.may_edit(bottleneck, tenant=series.tenant):
        return not_theirs(request, "desk:bottlenecks", series)
    action = request.POST.get("action")
    if action == "remove":
        try:
            operations.remove_bottleneck(bottleneck=bottleneck)
        except operations.StillUsed:
            messages.error(request, _("Something names this bottleneck, so it stays. You can retire it."))
            return redirect("desk:bottleneck", slug, name)
        messages.success(request, _("The bottleneck has been removed."))
    elif action in {"retire", "bring_back"}:
        operations.set_retired(bottleneck=bottleneck, is_retired=action == "retire")
        words = (
            _("The bottleneck is retired: it is no longer offered.")
            if action == "retire"
            else _("The bottleneck is offered again.")
        )
        messages.success(request, words)
    return redirect("desk:bottlenecks", slug)


def _find(name: str) -> Bottleneck:
    bottleneck = queries.find_bottleneck(name)
    if bottleneck is None:
        raise Http404
    return bottleneck
