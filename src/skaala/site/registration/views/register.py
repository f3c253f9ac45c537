"""Registering, and asking for one's link again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from skaala.people.operations.rate_limit import hit, network_address
from skaala.registration import operations
from skaala.registration.rules import UnableToRegister
from skaala.series.models import Series
from skaala.site.announcement.presenters.pages import (
    SeriesPage,
    holds_until,
    series_page,
    series_page_at_hand,
)
from skaala.site.http.lookups import series_or_404
from skaala.site.http.page_cache import cache_until, public_cacheable
from skaala.site.http.preview import NothingIsSaved, preview_of
from skaala.site.registration.forms.companions import Companions, forget_errors
from skaala.site.registration.forms.sent_form import SentForm, remember
from skaala.site.registration.forms.sign_up import LinkAgainForm, SignUpForm
from skaala.site.registration.presenters import Invited, open_to_try
from skaala.site.registration.views.received import query_of, received_context, received_query
from skaala.ui.errors import too_many_requests
from skaala.ui.same_origin import form_without_session

PER_TEN_MINUTES = timedelta(minutes=10)
LINKS_AN_ADDRESS = 20


@form_without_session
@public_cacheable
def sign_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form, or register and lead on to the page that says an email is coming."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now, tries_form=True)
    if preview_of(request):
        return show_or_register(request, open_to_try(series_page(series, now=now)), now=now)
    page = series_page_at_hand(series, now=now)
    response = show_or_register(request, page, now=now)
    if request.method == "POST":
        return response
    return cache_until(response, _form_holds_until(series, now), query=_preselection(request, page))


def show_or_register(
    request: HttpRequest, page: SeriesPage, *, now: datetime, invited: Invited | None = None
) -> HttpResponse:
    """
    Show the form for the series on ``page``, or register who is named in it.

    :param invited: by which link they came, if by one
    """
    series = page.series
    data = request.POST if request.method == "POST" else None
    preselected = request.GET.get("event", "")
    if invited is not None and len(invited.opened) == 1:
        preselected = invited.opened[0].event.slug
    form = SignUpForm(data, page=page, now=now, preselected=preselected)
    others = Companions(data)
    context = {"series": series, "page_of": page, "form": form, "others": others, "invited": invited}
    if data is None:
        return render(request, "site/registration/register.html", context)
    if others.is_shown_anew:
        forget_errors(form)
        return render(request, "site/registration/register.html", context)
    is_tried = preview_of(request) is not None
    if not is_tried and (wait := _has_to_wait(request, 1 + others.count, now)):
        return too_many_requests(request, wait)
    if all([form.is_valid(), others.are_valid(form.cleaned_data.get("email", ""))]):
        asked = form.sign_up()
        people = others.people()
        if is_tried:
            raise NothingIsSaved(series)
        try:
            made = operations.register_group(
                series=series,
                request=asked,
                companions=people,
                now=now,
                source=invited.source if invited else None,
            )
        except UnableToRegister as refusal:
            form.add_refusal(refusal)
        else:
            query = urlencode(query_of(page, asked.choices, 1 + len(people)))
            response = HttpResponseRedirect(
                f"{reverse('site:registration-sent', args=[series.slug])}?{query}"
            )
            if invited is None and remember(
                response, SentForm(now, asked.details.email, made.pk if made else None, request.POST), series
            ):
                return response
            return HttpResponseRedirect(
                f"{reverse('site:registration-received', args=[series.slug])}?{query}"
            )
    return render(request, "site/registration/register.html", context, status=422)


def _has_to_wait(request: HttpRequest, people: int, now: datetime) -> int:
    """Return how many seconds a flood has to wait; each person counts."""
    ceiling = settings.REGISTRATIONS_AN_ADDRESS
    if not ceiling:
        return 0
    caller = network_address(request.META)
    return max(
        hit(purpose="register", caller=caller, limit=ceiling, within=PER_TEN_MINUTES, now=now)
        for _person in range(people)
    )


def _form_holds_until(series: Series, now: datetime) -> datetime:
    """The form lists the municipalities of the year, too."""
    return holds_until(series, now=now, also=datetime(now.year + 1, 1, 1, tzinfo=UTC))


def _preselection(request: HttpRequest, page: SeriesPage) -> str:
    """The query string as our own links write it, if it names one of the events; else none."""
    event = request.GET.get("event")
    return urlencode({"event": event}) if event in {item.event.slug for item in page.events} else ""


@public_cacheable
def registration_received(request: HttpRequest, slug: str) -> HttpResponse:
    """Repeat what was asked for; the email has the rest. The same for everyone, whoever had registered before."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    context = received_context(request, series_page_at_hand(series, now=now))
    query = urlencode(received_query(context))
    return cache_until(
        render(request, "site/registration/received.html", context), holds_until(series, now=now), query=query
    )


@form_without_session
def link_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Send somebody their link again; the answer is the same whether or not they have registered."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    form = LinkAgainForm(request.POST or None, series=series)
    if request.method == "POST" and form.is_valid():
        wait = hit(
            purpose="link",
            caller=network_address(request.META),
            limit=LINKS_AN_ADDRESS,
            within=PER_TEN_MINUTES,
            now=now,
        )
        if wait:
            return too_many_requests(request, wait)
        operations.ask_for_link(series=series, address=form.cleaned_data["email"])
        return HttpResponseRedirect(f"{reverse('site:link-again', args=[slug])}?sent=1")
    status = 422 if request.method == "POST" else 200
    context = {"series": series, "form": form, "is_sent": "sent" in request.GET}
    return render(request, "site/registration/link_again.html", context, status=status)
