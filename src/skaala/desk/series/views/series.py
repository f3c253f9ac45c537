"""Making and changing a series."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.frame.access import account_of, may, sees_house
from skaala.desk.frame.editing import one_at_a_time
from skaala.desk.frame.forms import OwnerForm
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.sections import series_page
from skaala.desk.frame.trail import remember_access
from skaala.desk.series.forms.series import (
    DetailsForm,
    NewOrganisationForm,
    NewSeriesForm,
    PartFormSet,
    TextsForm,
)
from skaala.registration.operations import UnableToRemove
from skaala.reports.operations import HasReport, may_be_unpublished, remove_series
from skaala.series import operations, queries
from skaala.series.models import Series, WordList
from skaala.series.models.own_words import words_here
from skaala.series.operations import Part
from skaala.ui.languages import DEFAULT_LANGUAGE
from skaala.ui.offered import offer
from skaala.workshops.operations import BoardInUse

TOP = "#content"
"""Where the message is. A task's link leads to a field, and a browser would go there again after saving."""


def new_series(request: HttpRequest) -> HttpResponse:
    owner = OwnerForm(request)
    offer(owner.languages())
    form = NewSeriesForm(request.POST or None, record=Series(), initial={"languages": owner.languages()})
    if all([form.is_valid(), owner.is_valid()]):
        series = form.fill_in()
        series.tenant = owner.tenant()
        series.slug = series.slug or queries.free_series_slug(series.title.for_reader(DEFAULT_LANGUAGE).text)
        try:
            operations.save_series(series=series)
        except operations.AddressTaken:
            form.add_error("slug", _("Another series has this address. Choose another."))
        else:
            remember_access(request, queries.access_to(series.slug, account_of(request)))
            messages.success(request, _("The series has been saved as a draft. Next, add its events."))
            return redirect("desk:series", series.slug)
    has_errors = form.errors or owner.errors
    return render(
        request,
        "desk/series/new_series.html",
        {"form": form, "owner": owner},
        status=422 if has_errors else 200,
    )


@one_at_a_time
def edit_texts(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    form = TextsForm(request.POST or None, record=series)
    if form.is_valid():
        operations.save_series(series=form.fill_in())
        messages.success(request, _("The texts have been saved."))
        return redirect(f"{reverse('desk:texts', args=[slug])}{TOP}")
    status = 422 if form.errors else 200
    return series_page(request, "desk/series/texts.html", series, section="texts", status=status, form=form)


@one_at_a_time
def edit_details(request: HttpRequest, slug: str) -> HttpResponse:
    series = find_series(slug)
    at_home = sees_house(request)
    known = queries.organisations_for(series, sees_house=at_home)
    earlier = queries.series_to_follow(series, sees_house=at_home)
    form = DetailsForm(request.POST or None, record=series, organisations=known, earlier=earlier)
    in_order = words_here(WordList.ROLES).codes
    involved = sorted(series.involvements.all(), key=lambda part: (in_order.index(part.role), part.order))
    held = [{"organisation": part.organisation, "role": part.role} for part in involved]
    parts = PartFormSet(
        request.POST or None, initial=held, prefix="parts", form_kwargs={"organisations": known}
    )
    form.beside["parts"] = _in_words([Part(part.organisation, part.role) for part in involved])
    new = NewOrganisationForm(request.POST or None, prefix="new")
    is_sent = request.method == "POST" and all([form.is_valid(), parts.is_valid(), new.is_valid()])
    mine = _in_words(parts.parts()) if is_sent else ""
    if is_sent and not form.refuses("parts", mine):
        try:
            saved = operations.save_series(
                series=form.fill_in(),
                parts=None if form.keeps("parts", mine) else parts.parts(),
                new_organisation=new.new_organisation(),
            )
        except operations.AddressTaken:
            form.add_error("slug", _("Another series has this address. Choose another."))
        else:
            messages.success(request, _("The details have been saved."))
            return redirect(f"{reverse('desk:details', args=[saved.slug])}{TOP}")
    has_errors = form.errors or parts.total_error_count() or new.errors
    return series_page(
        request,
        "desk/series/details.html",
        find_series(slug) if has_errors else series,
        section="details",
        status=422 if has_errors else 200,
        form=form,
        parts=parts,
        new=new,
        new_is_open=new.has_changed() or not held,
        may_remove=may(request, "remove-series"),
    )


def _in_words(parts: list[Part]) -> str:
    words = words_here(WordList.ROLES)
    return "; ".join(f"{part.organisation}: {words.label(part.role)}" for part in parts)


def remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask, and then remove a series that nobody has registered for."""
    series = find_series(slug)
    if request.method == "POST":
        try:
            remove_series(series=series, by=account_of(request), now=timezone.now())
        except UnableToRemove:
            messages.error(
                request,
                _("People have registered, so this cannot be removed. Archive it instead."),
            )
            return redirect("desk:series", slug)
        except BoardInUse:
            messages.error(
                request,
                _("A workspace has content, so this cannot be removed. Archive it instead."),
            )
            return redirect("desk:series", slug)
        except HasReport:
            messages.error(
                request,
                _("A report has been published, so this cannot be removed. Archive it instead."),
            )
            return redirect("desk:series", slug)
        messages.success(request, _("The series “%(title)s” has been removed.") % {"title": series.title})
        return redirect("desk:home")
    return series_page(
        request,
        "desk/series/remove.html",
        series,
        section="series",
        beneath=[(_remove_words(series), "")],
        may_be_removed=may_be_unpublished(series),
    )


def _remove_words(series: Series) -> str:
    if series.is_single:
        return pgettext("the whole of it", "Remove the event")
    return _("Remove the series")
