"""Dated news under a series, and the list of its materials."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.editing import one_at_a_time
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import series_page
from skaala.desk.news.forms import UpdateForm
from skaala.series import operations
from skaala.series.models import Series, Update


def news(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    labels = {event.pk: event_label(event) for event in series.events.all()}
    return series_page(
        request,
        "desk/news/news.html",
        series,
        section="news",
        updates=list(series.updates.all()),
        materials=[(labels.get(material.event_id or 0, ""), material) for material in series.materials.all()],
        now=timezone.now(),
    )


def new_update(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    now = timezone.now().replace(second=0, microsecond=0)
    return _edit(request, series, Update(series=series, published_at=now))


@one_at_a_time
def edit_update(request: HttpRequest, slug: str, update_id: int) -> HttpResponse:
    series = find_series(slug)
    return _edit(request, series, _find(series, update_id))


def _edit(request: HttpRequest, series: Series, update: Update) -> HttpResponse:
    form = UpdateForm(request.POST or None, record=update)
    heading = str(update.title)
    if request.method == "POST" and form.is_valid():
        operations.save_update(update=form.fill_in())
        messages.success(request, _("The news has been saved."))
        return redirect("desk:news", series.slug)
    return series_page(
        request,
        "desk/news/update.html",
        series,
        section="news",
        beneath=[(heading or _("New piece of news"), "")],
        status=422 if form.errors else 200,
        form=form,
        heading=heading,
        update=update,
    )


def remove(request: HttpRequest, slug: str, update_id: int) -> HttpResponse:
    """Ask, and then remove a piece of news."""
    series = find_series(slug)
    update = _find(series, update_id)
    if request.method == "POST":
        operations.remove_update(update=update)
        messages.success(request, _("The news has been removed."))
        return redirect("desk:news", slug)
    return series_page(
        request,
        "desk/frame/remove.html",
        series,
        section="news",
        beneath=[(_("Remove"), "")],
        heading=_("Remove the news “%(title)s”?") % {"title": update.title},
        back=reverse("desk:news", args=[slug]),
    )


def _find(series: Series, update_id: int) -> Update:
    for update in series.updates.all():
        if update.pk == update_id:
            return update
    raise Http404
