"""Showing a draft to somebody without an account: the links that work, a new one, and the end of one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.access import account_of
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.sections import series_page
from skaala.desk.series.forms.previews import SharePreviewForm
from skaala.series import links, operations, queries
from skaala.series.models import Series
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.ui.offered import offered_one


def previews(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    series = find_series(slug)
    is_public = queries.is_public(series, now=now)
    if request.method == "POST" and "end" in request.POST:
        return _end(request, series)
    shares = request.method == "POST" and not is_public
    form = SharePreviewForm(request.POST if shares else None, today=now.astimezone(series.zone).date())
    if shares and form.is_valid():
        operations.share_preview(
            series=series, last_day=form.cleaned_data["last_day"], shared_by=account_of(request), now=now
        )
        messages.success(request, _("The link is ready. Copy it below and send it to whom you choose."))
        return redirect("desk:previews", slug)
    language = offered_one(reader_language(), series.languages)
    return series_page(
        request,
        "desk/series/previews.html",
        series,
        section="publishing",
        beneath=[(_("Share the preview"), "")],
        status=422 if form.errors else 200,
        form=form,
        is_public=is_public,
        previews=[
            {
                "preview": one,
                "url": links.preview_url(series, links.make_shared_preview_key(one), language),
                "until": dates.day_or_moment(one.ends_at, reader_language(), series.zone),
            }
            for one in queries.shared_previews(series, now=now)
        ],
    )


def _end(request: HttpRequest, series: Series) -> HttpResponse:
    try:
        found = series.shared_previews.filter(pk=UUID(request.POST["end"])).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    operations.end_preview(preview=found, now=timezone.now())
    messages.success(request, _("The link no longer works."))
    return redirect("desk:previews", series.slug)
