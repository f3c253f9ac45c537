"""The answer to a form for the browser that has sent it: where the email went, and a way to correct a mistyped address."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.http import urlencode

from skaala.people.operations.rate_limit import hit, network_address
from skaala.registration import operations
from skaala.registration.models import Registration
from skaala.registration.rules import UnableToRegister
from skaala.series.models import Series
from skaala.site.announcement.presenters.pages import SeriesPage, series_page_at_hand
from skaala.site.http.lookups import series_or_404
from skaala.site.registration.forms.correct_address import CorrectAddressForm
from skaala.site.registration.forms.sent_form import KEPT_FOR, SentForm, remember, sent_in
from skaala.site.registration.forms.sign_up import SignUpForm
from skaala.site.registration.views.received import received_context, received_query
from skaala.ui.errors import too_many_requests
from skaala.ui.same_origin import form_without_session

_ADDRESS = "this-is-where-the-address-stands@skaala.invalid"
MOST_AT_HAND = 100
_at_hand: dict[tuple[int, str, str, str], tuple[SeriesPage, str]] = {}
CORRECTED_AT_MOST = 3
AN_ADDRESS = 20


@form_without_session
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    """Show where the email went, and let a wrong address be corrected; the same whether that address had registered before."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    kept = sent_in(request, series, now=now)
    if kept is None:
        where = reverse("site:registration-received", args=[slug])
        return HttpResponseRedirect(f"{where}?{request.GET.urlencode()}" if request.GET else where)
    form = CorrectAddressForm(request.POST if request.method == "POST" else None, before=kept.address)
    if request.method == "POST" and form.is_valid():
        wait = _has_to_wait(request, kept, now)
        if wait:
            return too_many_requests(request, wait)
        if form.cleaned_data["address"] != kept.address:
            corrected = _correct(series, kept, form.cleaned_data["address"], now)
            if corrected is not None:
                query = request.GET.copy()
                query["corrected"] = "1"
                back = HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
                remember(back, corrected, series)
                return back
            form.refuse()
    page = series_page_at_hand(series, now=now)
    html = _with_form(request, page, kept, form) if form.is_bound else _at_first(request, page, kept)
    answer = HttpResponse(html, status=422 if form.errors else 200)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _at_first(request: HttpRequest, page: SeriesPage, kept: SentForm) -> str:
    """Return the answer as it is first shown: made once for a series as it is now, what was chosen, and a language."""
    query = urlencode(received_query(received_context(request, page)))
    key = (page.series.pk, getattr(request, "page_base_url", ""), request.path, query)
    known = _at_hand.get(key)
    if known is not None and known[0] is page and query == request.GET.urlencode():
        html = known[1]
    else:
        anybody = replace(kept, address=_ADDRESS)
        html = _with_form(request, page, anybody, CorrectAddressForm(None, before=_ADDRESS))
        if (
            query == request.GET.urlencode()
        ):  # else it has been corrected, or the address is none of our own links
            if len(_at_hand) >= MOST_AT_HAND:
                _at_hand.clear()
            _at_hand[key] = (page, html)
    return html.replace(_ADDRESS, escape(kept.address))


def _with_form(request: HttpRequest, page: SeriesPage, kept: SentForm, form: CorrectAddressForm) -> str:
    part = {
        "series": page.series,
        "sent": kept,
        "form": form,
        "is_corrected": "corrected" in request.GET,
    }
    sent_to = render_to_string("site/registration/sent_to.html", part, request)
    return render_to_string(
        "site/registration/received.html", {**received_context(request, page), "sent": sent_to}, request
    )


def _correct(series: Series, kept: SentForm, address: str, now: datetime) -> SentForm | None:
    """Return what was sent with the right address; None if that cannot be done any more."""
    page = series_page_at_hand(series, now=now)
    form = SignUpForm(kept.form, page=page, now=now)
    made = Registration.objects.filter(pk=kept.made, series=series).first() if kept.made else None
    is_gone = kept.made is not None and made is None  # removed since: what was forgotten is not made anew
    if is_gone or not form.is_valid():
        return None
    try:
        registration = operations.correct_sent_address(
            series=series, made=made, request=form.sign_up(), address=address, now=now
        )
    except UnableToRegister:
        return None
    return replace(kept, address=address, made=registration.pk if registration else None)


def _has_to_wait(request: HttpRequest, kept: SentForm, now: datetime) -> int:
    """Return how many seconds one who corrects again and again has to wait."""
    sending = f"{kept.sent_at.timestamp()}"
    return max(
        hit(purpose="correct-sent", caller=sending, limit=CORRECTED_AT_MOST, within=KEPT_FOR, now=now),
        hit(
            purpose="correct-from",
            caller=network_address(request.META),
            limit=AN_ADDRESS,
            within=timedelta(minutes=10),
            now=now,
        ),
    )
