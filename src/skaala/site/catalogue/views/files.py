"""The catalogue as files and as a feed, for people with a spreadsheet and for other catalogues."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from skaala.catalogue import queries
from skaala.catalogue.presenters import exchange
from skaala.catalogue.presenters.dates import inexact
from skaala.catalogue.queries.adoptions import adoptions, newest_reports
from skaala.site.catalogue.forms.filters import ActionFilterForm
from skaala.site.catalogue.views.actions import FOR_GOOD
from skaala.site.http.page_cache import cache_until, public_cacheable
from skaala.tables.characters import tidy
from skaala.tables.writing import CSV_TYPE, XLSX_TYPE, Sheet, csv_for_excel, workbook

NEWEST = 50


def download(request: HttpRequest, ending: str) -> HttpResponse:
    """Give the actions that match as JSON, CSV or XLSX."""
    actions = list(queries.find_actions(ActionFilterForm(request.GET).wanted()).prefetch_related("links"))
    if ending == "json":
        found = adoptions().filter(action__in=[action.pk for action in actions])
        # Without indentation, which Python's fast encoder does not do.
        content = json.dumps(exchange.as_json(actions, found), ensure_ascii=False).encode()
        return _file(content, "application/json; charset=utf-8", ending)
    rows = [exchange.heads(), *exchange.rows(actions)]
    if ending == "csv":
        return _file(csv_for_excel(rows), CSV_TYPE, ending)
    if ending == "xlsx":
        return _file(
            workbook([Sheet(_("Actions"), rows, frozen_columns=1, column_width=24)]), XLSX_TYPE, ending
        )
    raise Http404


def _file(content: bytes, content_type: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="actions.{ending}"'
    return response


@public_cacheable
def feed(request: HttpRequest) -> HttpResponse:
    """List the newest actions and the latest adoptions as an Atom feed, the newest first."""
    made = Atom1Feed(
        title=_("Actions of municipalities"),
        link=settings.BASE_URL + reverse("site:actions"),
        description="",
        language=get_language(),
        feed_url=settings.BASE_URL + request.path,
    )
    items = [*_new_actions(), *_new_adoptions()]
    for item in sorted(items, key=lambda item: item["pubdate"], reverse=True):
        made.add_item(**item)
    response = HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    return cache_until(response, FOR_GOOD)


# A control character from before forms were tidied, or from a workshop, would break the whole feed.
def _new_actions() -> Iterator[dict[str, Any]]:
    for action in queries.published_actions().order_by("-published_at", "-pk")[:NEWEST]:
        url = settings.BASE_URL + reverse("site:action", args=[action.slug])
        yield {
            "title": tidy(str(action.name)),
            "link": url,
            "description": tidy(str(action.summary)),
            "pubdate": action.published_at,
            "updateddate": action.updated_at,
            "unique_id": url,
            "author_name": tidy(action.owner_name),
        }


def _new_adoptions() -> Iterator[dict[str, Any]]:
    for report in newest_reports(NEWEST):
        action, place = report.adoption.action, str(report.adoption.municipality)
        url = settings.BASE_URL + reverse("site:action", args=[action.slug])
        stage = f"{report.get_stage_display()} {inexact(report.on, report.precision)}"
        if report.adoption.is_simulated:
            stage = _("%(stage)s (invented)") % {"stage": stage}
        yield {
            "title": tidy(f"{place}: {action.name}"),
            "link": f"{url}#spread",
            "description": tidy(stage),
            "pubdate": report.looked_at,
            "updateddate": report.looked_at,
            "unique_id": f"{url}#report-{report.pk}",
            "author_name": place,
        }
