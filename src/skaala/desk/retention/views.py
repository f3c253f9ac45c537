"""Texts that name somebody, before people are forgotten."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import series_page
from skaala.desk.retention.messages import KINDS
from skaala.series import queries
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.workshops.operations.mask_mentions import choose_what_stays
from skaala.workshops.queries.mentions import Mention
from skaala.workshops.queries.mentions import mentions as mentions_in


def mentions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the texts that will be masked with what they name, and take which of them stay."""
    series = find_series(slug)
    if request.method == "POST":
        choose_what_stays(series=series, stays=request.POST.getlist("stays"))
        messages.success(request, _("Your choice has been saved."))
        return redirect("desk:mentions", slug)
    day = queries.forget_on(series)
    return series_page(
        request,
        "desk/retention/mentions.html",
        series,
        section="series",
        beneath=[(_("Texts that name people"), "")],
        rows=[
            {"mention": each, "kind": KINDS[each.kind], "events": _events(each)}
            for each in mentions_in(series)
        ],
        forget_on=dates.day(day, reader_language()) if day else "",
    )


def _events(mention: Mention) -> list[str]:
    return list(dict.fromkeys(event_label(where.event) for where in mention.where if where.event))
