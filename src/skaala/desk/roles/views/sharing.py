"""Sharing a series with a partner organisation: the owner's side offers it, the partner's side answers, and either ends it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.frame.access import account_of, may
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import say_email_sent
from skaala.desk.frame.sections import series_page
from skaala.desk.frame.trail import remember_details
from skaala.desk.roles.forms import AcceptForm, ShareForm
from skaala.people.messages import ROLES
from skaala.people.models import Tenant
from skaala.people.rules import Role
from skaala.series import operations, queries
from skaala.series.messages import owner_in_notice, who_answers
from skaala.series.models import SeriesPartner
from skaala.series.rules.partners import AS_PARTNER


def share(request: HttpRequest, slug: str) -> HttpResponse:
    """Offer the series to another organisation."""
    series = find_series(slug)
    form = ShareForm(request.POST or None, series=series)
    if form.is_valid():
        partner: Tenant = form.cleaned_data["organisation"]
        try:
            operations.offer_series(
                series=series,
                partner=partner,
                roles=[Role(role) for role in form.cleaned_data["roles"]],
                duties=form.duties(),
                by=account_of(request),
                now=timezone.now(),
            )
        except operations.UnableToShare:
            form.add_error(
                "organisation", _("It is shared with this organisation already, or was offered to it.")
            )
        else:
            remember_details(request, offered_to=partner.slug)
            say_email_sent(request, _("The offer has been sent to the owners of the other organisation."))
            return redirect("desk:series-roles", slug)
    return series_page(
        request,
        "desk/roles/share.html",
        series,
        section="series-roles",
        beneath=[(_("Share with another organisation"), "")],
        status=422 if form.errors else 200,
        form=form,
    )


@require_POST
def end(request: HttpRequest, slug: str, sharing_id: int) -> HttpResponse:
    """End the sharing from the owner's side, or withdraw an offer."""
    found = get_object_or_404(SeriesPartner, series__slug=slug, pk=sharing_id)
    _end(request, found)
    return redirect("desk:series-roles", slug)


def shared(request: HttpRequest, organisation: str) -> HttpResponse:
    """List what others offer to share, and share, with the organisation."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    found = list(queries.shared_with(tenant))
    context = {
        "tenant": tenant,
        "offers": [one for one in found if one.accepted_at is None],
        "shared": [one for one in found if one.accepted_at is not None],
        "may_answer": may(request, "shared-offer", "POST"),
    }
    return render(request, "desk/roles/shared.html", context)


def offer(request: HttpRequest, organisation: str, sharing_id: int) -> HttpResponse:
    """Show what is offered or shared; a press with what the privacy notice needs accepts it."""
    found = _of_partner(organisation, sharing_id)
    form = None if found.accepted_at else AcceptForm(request.POST or None)
    if form is not None and form.is_valid():
        try:
            operations.accept_series(
                offer=found,
                named=operations.InNotice(**form.cleaned_data),
                by=account_of(request),
                now=timezone.now(),
            )
        except operations.SharingEnded:
            messages.error(request, _("The offer has been answered or withdrawn meanwhile."))
        else:
            messages.success(request, _("The series is now shared. It is in the list of series."))
        return redirect("desk:shared", organisation)
    context: dict[str, Any] = {
        "tenant": found.tenant,
        "offer": found,
        "roles": [(ROLES[there], ROLES[here]) for there, here in AS_PARTNER.items() if there in found.roles],
        "duties": who_answers(found, owner=owner_in_notice(found)),
        "form": form,
    }
    return render(request, "desk/roles/offer.html", context, status=422 if form and form.errors else 200)


@require_POST
def end_shared(request: HttpRequest, organisation: str, sharing_id: int) -> HttpResponse:
    """End the sharing from the partner's side, or decline an offer."""
    _end(request, _of_partner(organisation, sharing_id))
    return redirect("desk:shared", organisation)


def _end(request: HttpRequest, sharing: SeriesPartner) -> None:
    try:
        ended = operations.end_sharing(sharing=sharing, by=account_of(request), now=timezone.now())
    except operations.SharingEnded:
        return  # somebody else has ended it meanwhile
    if ended.accepted_at is None:
        messages.success(request, _("The offer has been withdrawn or declined. Nothing was shared."))
    else:
        messages.success(request, _("It is no longer shared. Members of the partner no longer see it."))


def _of_partner(organisation: str, sharing_id: int) -> SeriesPartner:
    return get_object_or_404(
        SeriesPartner.objects.select_related("series__tenant", "series__controller", "tenant"),
        tenant__slug=organisation,
        pk=sharing_id,
        ended_at=None,
    )
