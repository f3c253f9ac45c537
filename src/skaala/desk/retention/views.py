"""The data protection report of a series, and texts that name somebody before people are forgotten."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.access import may
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import series_page
from skaala.desk.retention import presenters
from skaala.desk.retention.messages import KINDS
from skaala.series import queries
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.workshops.operations.mask_mentions import choose_what_stays
from skaala.workshops.queries.mentions import Mention
from skaala.workshops.queries.mentions import mentions as mentions_in


def data_protection(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is kept of people in the series, why, who sees it and when it goes."""
    series = find_series(slug)
    now = timezone.now()
    language = reader_language()
    day = queries.forget_on(series)
    return series_page(
        request,
        "desk/retention/data_protection.html",
        series,
        section="data-protection",
        today=dates.day(now.astimezone(series.zone).date(), language),
        forget_on=dates.day(day, language) if day else "",
        lacks=presenters.lacks(series),
        partners=presenters.controllers(series),
        former_partners=queries.former_partners_of(series),
        may_edit=may(request, "details", "POST"),
        may_see_people=may(request, "mentions"),
        operator=settings.OPERATOR_NAME,
        operator_processors=settings.OPERATOR_PROCESSORS,
        translator=settings.STATEMENT_TRANSLATOR,
        assistant=urlsplit(settings.ASSISTANT_URL).hostname,
        numbers=presenters.numbers(series),
        publishes_rows=presenters.publishes_rows(series),
        access=presenters.who_has_access(series),
        when=presenters.when_what_goes(series),
        log_days=settings.LOG_DAYS,
        backup_days=settings.BACKUP_DAYS,
        kept=presenters.kept(),
    )


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
        section="data-protection",
        beneath=[(_("Texts that name people"), "")],
        rows=[
            {"mention": each, "kind": KINDS[each.kind], "events": _events(each)}
            for each in mentions_in(series)
        ],
        forget_on=dates.day(day, reader_language()) if day else "",
    )


def _events(mention: Mention) -> list[str]:
    return list(dict.fromkeys(event_label(where.event) for where in mention.where if where.event))
