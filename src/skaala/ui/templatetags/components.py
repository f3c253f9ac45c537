"""The components as template tags: `{% load components %}`. Each draws `ui/components/<name>/<name>.html`.

The signature is the promise: an unknown parameter stops the template. Texts may be strings or :class:`Texts`.
Tags with an end (`{% notice %}…{% endnotice %}`) wrap what stands between.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import Any

from django import template
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseForm, BaseFormSet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.ui import charts, dates
from skaala.ui.languages import reader_language

register = template.Library()

# What a status is called, and how it looks: quiet, calm, warm (look here), strong (the accent) or alarm.
STATUSES: dict[str, tuple[Any, str]] = {
    "draft": (pgettext_lazy("status", "Draft"), "quiet"),
    "scheduled": (pgettext_lazy("status", "Scheduled"), "calm"),
    "published": (pgettext_lazy("status", "Published"), "strong"),
    "archived": (pgettext_lazy("status", "Archived"), "quiet"),
    "not_open": (pgettext_lazy("status", "Registration not open yet"), "quiet"),
    "open": (pgettext_lazy("status", "Registration open"), "strong"),
    "closing_soon": (pgettext_lazy("status", "Closing soon"), "warm"),
    "full": (pgettext_lazy("status", "Full"), "warm"),
    "closed": (pgettext_lazy("status", "Registration closed"), "quiet"),
    "by_invitation": (pgettext_lazy("status", "By invitation"), "quiet"),
    "ongoing": (pgettext_lazy("status", "Going on now"), "strong"),
    "past": (pgettext_lazy("status", "Past"), "quiet"),
    "cancelled": (pgettext_lazy("status", "Cancelled"), "alarm"),
    "simulated": (pgettext_lazy("status", "Simulated"), "warm"),
    "confirmed": (pgettext_lazy("status", "Confirmed"), "calm"),
    "waiting": (pgettext_lazy("status", "On the waiting list"), "warm"),
    "attended": (pgettext_lazy("status", "Attended"), "calm"),
    "missed": (pgettext_lazy("status", "Did not attend"), "quiet"),
    "unanswered": (pgettext_lazy("status", "Not answered"), "warm"),
    "queued": (pgettext_lazy("status", "Waiting to be sent"), "quiet"),
    "sent": (pgettext_lazy("status", "Sent"), "calm"),
    "retrying": (pgettext_lazy("status", "Trying again"), "warm"),
    "failed": (pgettext_lazy("status", "Failed"), "alarm"),
    "bounced": (pgettext_lazy("status", "Bounced"), "alarm"),
    "superseded": (pgettext_lazy("status", "Not sent: no longer true"), "quiet"),
    "not_sent": (pgettext_lazy("status", "Not sent: no mail server set"), "warm"),
}


def component(name: str) -> str:
    """Return the template of a component."""
    return f"ui/components/{name}/{name}.html"


def draw(name: str, **context: Any) -> SafeString:
    """Draw a component outside templates, for tags that wrap content."""
    return render_to_string(component(name), context)


def _zone(zone: str | tzinfo | None) -> tzinfo:
    return dates.zone_of(zone) if zone else timezone.get_default_timezone()


def _reader() -> str:
    return reader_language()


# --- Doing something ---------------------------------------------------------------------------------------


@register.inclusion_tag(component("button"))
def button(
    label: Any,
    href: str = "",
    kind: str = "primary",
    name: str = "",
    value: str = "",
    about: Any = "",
    small: bool = False,
    form: str = "",
    formaction: str = "",
    formtarget: str = "",
) -> dict[str, Any]:
    return locals()


@register.inclusion_tag(component("arrow_link"))
def arrow_link(label: Any, href: str, back: bool = False, about: Any = "") -> dict[str, Any]:
    return locals()


# --- Saying how things stand -------------------------------------------------------------------------------


@register.inclusion_tag(component("tag"))
def tag(status: str = "", label: Any = "") -> dict[str, Any]:
    known_label, look = STATUSES.get(status, (status, "quiet"))
    return {"status": status, "label": label or known_label, "look": look}


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: Any = "", level: int = 0, role: str = "") -> SafeString:
    return draw("notice", content=content, kind=kind, title=title, level=level, role=role)


@register.simple_tag
def sends_email() -> bool:
    """Say whether emails go out, for pages that say that one has been sent."""
    return bool(settings.EMAIL_URL)


@register.inclusion_tag("ui/no_email.html")
def no_email_notice(of_a_series: bool = True) -> dict[str, Any]:
    """
    Say that no email goes out, where none does; used wherever a page promises one.

    :param of_a_series: whether the email is about a series, whose organisers have a page of its emails
    """
    return {"sends_email": bool(settings.EMAIL_URL), "is_demo": settings.DEMO and of_a_series}


@register.inclusion_tag(component("error_summary"))
def error_summary(
    *forms: BaseForm | BaseFormSet[Any] | list[BaseForm], level: int = 2, focus: bool = True
) -> dict[str, Any]:
    return {
        "problems": [problem for form in forms for problem in _problems(form)],
        "level": level,
        "focus": focus,
    }


def _problems(form: BaseForm | BaseFormSet[Any] | list[BaseForm]) -> Iterable[dict[str, Any]]:
    if isinstance(form, list):
        for each in form:
            yield from _problems(each)
        return
    if isinstance(form, BaseFormSet):
        if form.is_bound:
            yield from ({"text": text, "target": ""} for text in form.non_form_errors())
        for each in form.forms:
            yield from _problems(each)
        return
    if not form.is_bound:
        return
    for error in form.errors.as_data().get(NON_FIELD_ERRORS, []):
        # An error about a part of the page that is no field of the form may name it in an attribute of its own.
        yield from ({"text": text, "target": getattr(error, "target", "")} for text in error.messages)
    for field in form:
        target = field.id_for_label or f"{field.auto_id}_0"
        yield from (
            {"text": text, "target": target, "label": str(field.label).rstrip(".")} for text in field.errors
        )


@register.simple_tag
def script_texts(element_id: str, **texts: str) -> SafeString:
    """Write the sentences that a script shows as one block of JSON; the script reads it by its id."""
    return json_script(texts, element_id)


@register.inclusion_tag(component("empty_state"))
def empty_state(
    title: Any, text: Any = "", href: str = "", label: Any = "", level: int = 2
) -> dict[str, Any]:
    return locals()


@register.inclusion_tag(component("live_state"))
def live_state(label: Any, state: str = "live", since: datetime | None = None) -> dict[str, Any]:
    return locals()


@register.inclusion_tag(component("progress"))
def progress(label: Any, value: float, maximum: float, note: Any = "") -> dict[str, Any]:
    percent = 0 if maximum <= 0 else round(100 * min(value, maximum) / maximum)
    return {"label": label, "value": value, "maximum": maximum, "percent": percent, "note": note}


@register.inclusion_tag(component("waiting"))
def waiting(shown: bool = False) -> dict[str, Any]:
    return {"shown": shown}


@register.inclusion_tag(component("simulated_banner"))
def simulated_banner(text: Any = "") -> dict[str, Any]:
    return {"text": text}


@register.inclusion_tag(component("steps"))
def steps(items: Sequence[dict[str, Any]], label: Any) -> dict[str, Any]:
    return locals()


# --- Events ------------------------------------------------------------------------------------------------


@register.inclusion_tag(component("date_block"))
def date_block(
    start: datetime, zone: str | tzinfo | None = None, end: datetime | None = None
) -> dict[str, Any]:
    local = start.astimezone(_zone(zone))
    last = end.astimezone(_zone(zone)) if end else local
    return {
        "weekday": dates.weekday(local, _reader()),
        "day": f"{local.day}–{last.day}"
        if last.date() > local.date() and last.month == local.month
        else local.day,
        "month": dates.month(local, _reader()),
        "year": local.year,
    }


@register.inclusion_tag(component("event_card"))
def event_card(
    title: Any,
    start: datetime,
    end: datetime | None = None,
    zone: str | tzinfo | None = None,
    href: str = "",
    label: Any = "",
    status: str = "",
    mode: Any = "",
    place: Any = "",
    perspective: Any = "",
    audience: Any = "",
    closes: datetime | None = None,
    closed: bool = False,
    register_href: str = "",
    register_label: Any = "",
    note: Any = "",
    level: int = 3,
    id: str = "",  # noqa: A002 — the HTML attribute's name
) -> dict[str, Any]:
    return locals()


@register.inclusion_tag(component("choice_card"))
def choice_card(
    name: str,
    value: Any,
    title: Any,
    start: datetime | None = None,
    end: datetime | None = None,
    zone: str | tzinfo | None = None,
    checked: bool = False,
    disabled: bool = False,
    reason: Any = "",
    closes: datetime | None = None,
    label: Any = "",
    place: Any = "",
    modes: Sequence[dict[str, Any]] = (),
    mode_name: str = "",
    mode_legend: Any = "",
    note: Any = "",
    error: Any = "",
    id: str = "",  # noqa: A002
) -> dict[str, Any]:
    context = locals()
    context["id"] = id or f"{name}-{value}"
    return context


@register.inclusion_tag(component("timeline"))
def timeline(
    items: Sequence[dict[str, Any]], level: int = 3, zone: str | tzinfo | None = None
) -> dict[str, Any]:
    return locals()


# --- Facts and figures -------------------------------------------------------------------------------------


@register.inclusion_tag(component("facts"))
def facts(rows: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    return {"rows": list(rows)}


@register.simple_block_tag
def scroll_region(content: str, label: Any) -> SafeString:
    return draw("scroll_region", content=content, label=label)


@register.inclusion_tag(component("sort_header"))
def sort_header(label: Any, href: str, direction: str = "", numeric: bool = False) -> dict[str, Any]:
    return locals()


@register.inclusion_tag(component("data_table"))
def data_table(
    caption: Any, columns: Sequence[Any], rows: Iterable[Sequence[Any]], hide_caption: bool = False
) -> dict[str, Any]:
    heads = [column if isinstance(column, dict) else {"label": column} for column in columns]
    numeric = [bool(head.get("numeric")) for head in heads]
    return {
        "caption": caption,
        "hide_caption": hide_caption,
        "heads": heads,
        "is_sorted_by_heads": any(head.get("href") for head in heads),
        "rows": [
            [
                {"value": cell, "numeric": is_number, "label": head["label"]}
                for cell, is_number, head in zip(row, numeric, heads, strict=True)
            ]
            for row in rows
        ],
    }


@register.inclusion_tag(component("stat"))
def stat(label: Any, value: Any, note: Any = "", href: str = "") -> dict[str, Any]:
    return locals()


@register.inclusion_tag(component("bar_chart"))
def bar_chart(
    title: Any,
    rows: Iterable[Sequence[Any]],
    label: Any,
    series: Any,
    second: Any = "",
    note: Any = "",
    level: int = 3,
    id: str = "bars",  # noqa: A002
) -> dict[str, Any]:
    return {
        "chart": charts.bars(list(rows)),
        "title": title,
        "label": label,
        "series": series,
        "second": second,
        "note": note,
        "level": level,
        "id": id,
    }


@register.inclusion_tag(component("share_chart"))
def share_chart(
    title: Any,
    figures: Iterable[Any],
    share: Any,
    alternative: Any = "",
    level: int = 3,
    id: str = "shares",  # noqa: A002
) -> dict[str, Any]:
    return {
        "bars": list(figures),
        "title": title,
        "share": share,
        "alternative": alternative,
        "level": level,
        "id": id,
    }


@register.inclusion_tag(component("line_chart"))
def line_chart(
    title: Any,
    points: Iterable[tuple[Any, float]],
    label: Any,
    series: Any,
    note: Any = "",
    level: int = 3,
    id: str = "line",  # noqa: A002
) -> dict[str, Any]:
    return {
        "chart": charts.line(list(points), _reader()),
        "title": title,
        "label": label,
        "series": series,
        "note": note,
        "level": level,
        "id": id,
    }


# --- Finding one's way -------------------------------------------------------------------------------------


@register.simple_block_tag
def hero(content: str, title: Any, eyebrow: Any = "", lead: Any = "") -> SafeString:
    return draw("hero", content=content, title=title, eyebrow=eyebrow, lead=lead)


@register.inclusion_tag(component("breadcrumb"))
def breadcrumb(items: Sequence[tuple[Any, str]]) -> dict[str, Any]:
    return {"items": items}


@register.inclusion_tag(component("tabs"))
def tabs(items: Sequence[dict[str, Any]], label: Any) -> dict[str, Any]:
    return locals()


@register.inclusion_tag(component("pagination"))
def pagination(page: Any, query: str = "", label: Any = "", form: str = "") -> dict[str, Any]:
    numbers = [
        number if isinstance(number, int) else 0
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1)
    ]
    return {
        "page": page,
        "numbers": numbers,
        "query": f"{query}&" if query else "",
        "label": label or _("Pages of the list"),
        "form": form,
    }


@register.simple_block_tag
def toolbar(content: str, label: Any, action: str = "", submit: Any = "", reset: str = "") -> SafeString:
    return draw(
        "toolbar", content=content, label=label, action=action, submit=submit or _("Show"), reset=reset
    )


@register.simple_block_tag
def card(content: str, title: Any = "", level: int = 3, href: str = "", kind: str = "") -> SafeString:
    return draw("card", content=content, title=title, level=level, href=href, kind=kind)


@register.simple_block_tag
def fieldset(content: str, legend: Any, hint: Any = "", kind: str = "", heading: int = 0) -> SafeString:
    return draw("fieldset", content=content, legend=legend, hint=hint, kind=kind, heading=heading)


@register.simple_block_tag
def disclosure(content: str, summary: Any, open: bool = False) -> SafeString:  # noqa: A002
    return draw("disclosure", content=content, summary=summary, open=open)


# --- Emails and links -------------------------------------------------------------------------------------


@register.inclusion_tag(component("personal_link"))
def personal_link(url: str, label: Any = "", hint: Any = "", id: str = "personal-link") -> dict[str, Any]:  # noqa: A002
    return locals()


@register.simple_block_tag
def email(
    content: str,
    subject: Any,
    sender: Any = "",
    recipient: Any = "",
    status: str = "",
    at: datetime | None = None,
    attachments: Sequence[Any] = (),
    language: str = "",
    level: int = 3,
) -> SafeString:
    return draw("email", **locals())
