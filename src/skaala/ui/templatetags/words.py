"""Tags for words that people wrote in several languages, and for dates. Builtins of every template."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, linebreaks, urlize
from django.utils.safestring import SafeString, mark_safe

from skaala.ui import dates
from skaala.ui.languages import only_in, reader_language
from skaala.ui.markdown import to_html
from skaala.ui.texts import Texts, Words

register = template.Library()


def _for_reader(value: Any) -> Words:
    if isinstance(value, Texts):
        return value.for_reader()
    if isinstance(value, Words):
        return value
    return Words("" if value is None else str(value), "", is_fallback=False)


@register.filter(name="words", is_safe=True)
def words_filter(value: Any) -> SafeString:
    """Write a text for the reader; one in another language than theirs is marked with its `lang`."""
    chosen = _for_reader(value)
    if chosen.is_fallback:
        return format_html('<span lang="{}">{}</span>', chosen.language, chosen.text)
    return conditional_escape(
        chosen.text if isinstance(value, (Texts, Words)) else ("" if value is None else value)
    )


@register.simple_tag(name="words")
def words_tag(value: Any) -> SafeString:
    """`{% words texts %}`: the same as the filter."""
    return words_filter(value)


@register.simple_tag
def frame_url(name: str) -> str:
    """`{% frame_url "front" %}`: the address of a page that the frame of every page links to, by `settings.FRAME_PAGES`."""
    try:
        return reverse(settings.FRAME_PAGES[name])
    except NoReverseMatch:
        return ""


@register.simple_tag
def language_note(value: Any) -> SafeString:
    """`{% language_note texts %}`: a badge "Only in Swedish" if the text is a fallback, else nothing."""
    chosen = _for_reader(value)
    if not chosen.is_noted:
        return mark_safe("")
    return format_html('<span class="language-note">{}</span>', only_in(chosen.language))


@register.simple_tag(name="only_in")
def only_in_tag(language: str) -> SafeString:
    """`{% only_in contents.language %}`: the same badge for a whole that is in ``language``, unless that is the reader's."""
    if language == reader_language():
        return mark_safe("")
    return format_html('<p><span class="language-note">{}</span></p>', only_in(language))


@register.simple_tag
def markdown(value: Any, level: int = 3) -> SafeString:
    """`{% markdown texts level=3 %}`: safe HTML, with a note if it is not in the reader's language."""
    chosen = _for_reader(value)
    if not chosen:
        return mark_safe("")
    html = to_html(chosen.text, level)
    if chosen.is_fallback:
        note = format_html("<p>{}</p>", language_note(chosen)) if chosen.is_noted else ""
        return format_html('<div class="prose">{}<div lang="{}">{}</div></div>', note, chosen.language, html)
    return format_html('<div class="prose">{}</div>', html)


@register.simple_tag
def plain_words(value: Any) -> SafeString:
    """`{% plain_words texts %}`: paragraphs of plain text, in which addresses are links; marked if it is not in the reader's language."""
    chosen = _for_reader(value)
    html = mark_safe(linebreaks(urlize(chosen.text, autoescape=True)))  # noqa: S308  urlize has escaped it
    return format_html('<div lang="{}">{}</div>', chosen.language, html) if chosen.is_fallback else html


def _zone(zone: str | tzinfo | None) -> tzinfo:
    return dates.zone_of(zone) if zone else timezone.get_default_timezone()


def _reader() -> str:
    return reader_language()


def _homes() -> tuple[tzinfo, ...]:
    return dates.homes(_reader(), timezone.get_default_timezone())


def _time(instant: datetime, zone: tzinfo, text: str) -> SafeString:
    return format_html(
        '<time datetime="{}">{}</time>', instant.astimezone(zone).isoformat(timespec="minutes"), text
    )


@register.simple_tag
def when(start: datetime | None, end: datetime | None = None, zone: str | tzinfo | None = None) -> SafeString:
    """`{% when event.start event.end event.zone %}`: "ma 27.3.2023 klo 13–15", in the event's zone."""
    if not start:
        return mark_safe("")
    there = _zone(zone)
    return _time(start, there, dates.when(start, end, _reader(), there, _homes()))


@register.simple_tag
def deadline(instant: datetime | None, zone: str | tzinfo | None = None) -> SafeString:
    """`{% deadline instant event.zone %}`: "26.3.2023 asti", with the time where it is not a day's end."""
    if not instant:
        return mark_safe("")
    there = _zone(zone)
    return _time(instant, there, dates.deadline(instant, _reader(), there, timezone.get_default_timezone()))


@register.simple_tag
def day(instant: datetime | None, zone: str | tzinfo | None = None) -> SafeString:
    """`{% day update.published_at %}`: "6.3.2023"."""
    if not instant:
        return mark_safe("")
    local = instant.astimezone(_zone(zone))
    return format_html('<time datetime="{}">{}</time>', local.date().isoformat(), dates.day(local, _reader()))


@register.simple_tag
def moment(instant: datetime | None, zone: str | tzinfo | None = None) -> SafeString:
    """`{% moment email.sent_at %}`: "6.3.2023 klo 16.24"."""
    if not instant:
        return mark_safe("")
    there = _zone(zone)
    return _time(instant, there, dates.moment(instant, _reader(), there, timezone.get_default_timezone()))


@register.simple_tag
def hour_mark() -> str:
    """`{% hour_mark %}`: what stands between hours and minutes, for scripts that write a time of day."""
    return "." if dates.writes_hours_with_a_point(reader_language()) else ":"


@register.simple_tag
def clock(instant: datetime | None, zone: str | tzinfo | None = None) -> SafeString:
    """`{% clock item.start event.zone %}`: "13.30", for programmes."""
    if not instant:
        return mark_safe("")
    there = _zone(zone)
    return format_html(
        '<time datetime="{}">{}</time>',
        f"{instant.astimezone(there):%H:%M}",
        dates.clock(instant.astimezone(there), _reader()),
    )
