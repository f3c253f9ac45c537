"""Links and files for the readers of a series."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from skaala.desk.frame.editing import one_at_a_time
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.sections import series_page
from skaala.desk.news.forms import MaterialForm
from skaala.series import operations
from skaala.series.models import Material, Series


def new_material(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, Material(series=series))


@one_at_a_time
def edit_material(request: HttpRequest, slug: str, material_id: int) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, _find(series, material_id))


def _edit(request: HttpRequest, series: Series, material: Material) -> HttpResponse:
    form = MaterialForm(request.POST or None, request.FILES or None, record=material)
    heading = str(material.title)
    if request.method == "POST" and form.is_valid():
        operations.save_material(material=form.fill_in())
        messages.success(request, _("The material has been saved."))
        return redirect("desk:news", series.slug)
    return series_page(
        request,
        "desk/news/material.html",
        series,
        section="news",
        beneath=[(heading or _("New material"), "")],
        status=422 if form.errors else 200,
        form=form,
        heading=heading,
        material=material,
    )


def remove(request: HttpRequest, slug: str, material_id: int) -> HttpResponse:
    """Ask, and then remove a link or file."""
    series = find_series(slug)
    material = _find(series, material_id)
    if request.method == "POST":
        operations.remove_material(material=material)
        messages.success(request, _("The material has been removed."))
        return redirect("desk:news", slug)
    return series_page(
        request,
        "desk/frame/remove.html",
        series,
        section="news",
        beneath=[(_("Remove"), "")],
        heading=_("Remove the material “%(title)s”?") % {"title": material.title},
        back=reverse("desk:news", args=[slug]),
    )


def _find(series: Series, material_id: int) -> Material:
    for material in series.materials.all():
        if material.pk == material_id:
            return material
    raise Http404
