"""Registering, and asking for one's link again."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.people.throttle import knock, network_address
from skaala.registration import operations
from skaala.registration.rules import UnableToRegister
from skaala.site.find import series_or_404
from skaala.site.forms import LinkAgainForm, SignUpForm
from skaala.site.present import SeriesPage, series_page
from skaala.site.same_origin import form_without_session
from skaala.ui.errors import too_many_requests

PER_TEN_MINUTES = timedelta(minutes=10)
LINKS_AN_ADDRESS = 20


@form_without_session
def sign_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form, or register and lead on to the page that says a letter is coming."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    page = series_page(series, now=now)
    data = request.POST if request.method == "POST" else None
    form = SignUpForm(data, page=page, now=now, preselected=request.GET.get("event", ""))
    if data is not None:
        ceiling = settings.REGISTRATIONS_AN_ADDRESS
        wait = ceiling and knock(
            purpose="register",
            caller=network_address(request.META),
            limit=ceiling,
            within=PER_TEN_MINUTES,
            now=now,
        )
        if wait:
            return too_many_requests(request, wait)
        if form.is_valid():
            asked = form.sign_up()
            try:
                operations.register(series=series, request=asked, now=now)
            except UnableToRegister as refusal:
                form.add_refusal(refusal)
            else:
                chosen = [("for", f"{choice.event_id}-{choice.mode}") for choice in asked.choices]
                return HttpResponseRedirect(
                    f"{reverse('site:letter-is-coming', args=[slug])}?{urlencode(chosen)}"
                )
    status = 422 if data is not None else 200
    context = {"series": series, "page_of": page, "form": form, "is_change": False}
    return render(request, "site/register.html", context, status=status)


def letter_is_coming(request: HttpRequest, slug: str) -> HttpResponse:
    """Repeat what was asked for; the letter has the rest. The same for everyone, whoever had registered before."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    page = series_page(series, now=now)
    return render(
        request,
        "site/letter_is_coming.html",
        {"series": series, "page_of": page, "asked_for": _asked_for(request, page)},
    )


def _asked_for(request: HttpRequest, page: SeriesPage) -> list[dict[str, object]]:
    modes = {"online": _("online"), "onsite": _("on site")}
    found = []
    for event in page.events:
        for mode, words in modes.items():
            if f"{event.event.pk}-{mode}" in request.GET.getlist("for"):
                found.append({"page": event, "mode": words})
    return found


@form_without_session
def link_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Send somebody her link again; the answer is the same whether or not she has registered."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    form = LinkAgainForm(request.POST or None, series=series)
    if request.method == "POST" and form.is_valid():
        wait = knock(
            purpose="link",
            caller=network_address(request.META),
            limit=LINKS_AN_ADDRESS,
            within=PER_TEN_MINUTES,
            now=now,
        )
        if wait:
            return too_many_requests(request, wait)
        operations.send_link(series=series, address=form.cleaned_data["email"], now=now)
        return HttpResponseRedirect(f"{reverse('site:link-again', args=[slug])}?sent=1")
    status = 422 if request.method == "POST" else 200
    context = {"series": series, "form": form, "is_sent": "sent" in request.GET}
    return render(request, "site/link_again.html", context, status=status)
