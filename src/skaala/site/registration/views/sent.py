"""The answer to a form for the browser that has sent it: where the email went, and a way to correct a mistyped address."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import mark_safe

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

_HOLE = "<!-- sent to -->"
MOST_FRAMES = 100
_frames: dict[tuple[int, str, str, str], tuple[SeriesPage, str]] = {}
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
    part = {"series": series, "sent": kept, "form": form, "is_corrected": "corrected" in request.GET}
    sent_to = render_to_string("site/registration/sent_to.html", part, request)
    html = _frame(request, series_page_at_hand(series, now=now)).replace(_HOLE, sent_to, 1)
    answer = HttpResponse(html, status=422 if form.errors else 200)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _frame(request: HttpRequest, page: SeriesPage) -> str:
    """Return the answer with a hole in it: made once for a series as it is now, what was chosen, and a language."""
    context = received_context(request, page)
    query = urlencode(received_query(context))
    key = (page.series.pk, getattr(request, "page_base_url", ""), request.path, query)
    known = _frames.get(key)
    if known is not None and known[0] is page:
        return known[1]
    html = render_to_string("site/registration/received.html", {**context, "sent": mark_safe(_HOLE)}, request)  # noqa: S308
    if query == request.GET.urlencode():
        if len(_frames) >= MOST_FRAMES:
            _frames.clear()
        _frames[key] = (page, html)
    return html


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
