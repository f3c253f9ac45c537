"""What an event and its place are called in the active language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.series.models import Event, Series
from skaala.ui.texts import Words


def ordinal(event: Event) -> str:
    """Return kind and number, as in “Workshop 1” or “Closing event”."""
    kind = str(event.get_kind_display())
    kind = kind[:1].upper() + kind[1:]
    return f"{kind} {event.number}" if event.number else kind


def label(event: Event) -> str:
    """Return kind and number for the line above the title; empty where the title says just that."""
    before = ordinal(event)
    return "" if str(event.title).casefold() == before.casefold() else before


def title(event: Event) -> Words:
    """Return the event's own title; its kind and number where it has none."""
    return event.title.for_reader() if event.title else Words(ordinal(event), "", is_fallback=False)


def heading(event: Event) -> str:
    """Return kind, number and title on one line, as in “Workshop 1: Receiving and applying”."""
    before, own = ordinal(event), str(event.title)
    return before if not own or own.casefold() == before.casefold() else f"{before}: {own}"


def in_calendar(event: Event) -> str:
    """Return the event with its series, as in “Closing event – Spreading actions”: beside other entries its own name says little."""
    series = event.series
    if series.is_single and str(event.title).casefold() == str(series.title).casefold():
        return heading(event)
    return f"{heading(event)} – {series.short_name or series.title}"


def dated_title(series: Series) -> str:
    """Return a series' title with the year of its first event, since a series and its copy bear the same name."""
    own, starts = str(series.title), [event.start for event in series.events.all()]
    year = str(min(starts).astimezone(series.zone).year) if starts else ""
    return f"{own} ({year})" if year and year not in own else own


def mode_words(event: Event) -> str:
    """Return how one attends, as in “Online (Teams)” or “On site or online”."""
    words = {
        Event.Mode.ONLINE: _("Online"),
        Event.Mode.ONSITE: _("On site"),
        Event.Mode.HYBRID: _("On site or online"),
    }[Event.Mode(event.mode)]
    return f"{words} ({event.platform})" if event.platform and event.offers_online else words


def perspective_words(event: Event) -> str:
    """Return the perspective the event looks from; empty where it is for everyone alike."""
    return "" if event.perspective == Event.Perspective.EVERYONE else str(event.get_perspective_display())


def public_location(event: Event) -> str:
    """Return where the event is, in words that may be shown to anyone; never the join link."""
    online = event.platform or _("Online")
    if event.offers_onsite and event.venue:
        return f"{event.venue} / {online}" if event.offers_online else str(event.venue)
    return online if event.offers_online else ""
