"""Choosing events and municipalities on the page of who is missing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import choice_field
from skaala.desk.frame.messages import SIZE_CLASSES, event_label
from skaala.places.queries import municipalities as places
from skaala.registration.queries.missing import Part, Town
from skaala.series.models import Event, Series, WordList
from skaala.series.models.own_words import words_of

# The networks of whose members the whole list is held; of the others nobody could be said to be missing.
PARTS = {
    Part.MISSING: _("Nobody has registered"),
    Part.REGISTERED: _("Registered, but nobody attended"),
    Part.CAME: _("Came"),
}


class MissingForm(forms.Form):
    """Filters; what cannot be read is left out of account."""

    mark_optional = False

    event = forms.ChoiceField(label=_("Event or perspective"), required=False)
    part = forms.ChoiceField(label=_("In the list"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    size = forms.ChoiceField(
        label=_("Size"), required=False, choices=[("", _("All sizes")), *SIZE_CLASSES.items()]
    )
    network = forms.ChoiceField(label=_("Network"), required=False)

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.events = list(series.events.all())
        used = {event.perspective for event in self.events}
        names = words_of(series.tenant_id, WordList.PERSPECTIVES)
        perspectives = [(f"for-{value}", names.label(value)) for value in names.codes if value in used]
        choice_field(self, "event").choices = [
            ("", _("All events")),
            *((event.slug, event_label(event)) for event in self.events),
            *([(_("Perspective"), perspectives)] if len(perspectives) > 1 else []),
        ]
        choice_field(self, "part").choices = [*PARTS.items(), ("all", _("All municipalities"))]
        regions = sorted(places.region_names().items(), key=lambda row: str(row[1]))
        choice_field(self, "region").choices = [
            ("", _("All regions")),
            *((code, str(name)) for code, name in regions),
        ]
        self.networks = [network for network in places.networks() if network.members_known]
        choice_field(self, "network").choices = [
            ("", _("All municipalities")),
            *((network.slug, str(network.name)) for network in self.networks),
        ]
        self.is_valid()

    def read(self, name: str) -> str:
        found: str = self.cleaned_data.get(name) or ""
        return found

    @property
    def is_filtering(self) -> bool:
        return any(self.read(name) for name in self.fields)

    def chosen_events(self) -> list[Event]:
        """Return the events that are looked at."""
        wanted = self.read("event")
        return [
            event for event in self.events if not wanted or wanted in {event.slug, f"for-{event.perspective}"}
        ]

    def is_listed(self, town: Town) -> bool:
        """Say whether a municipality matches the filters of the list."""
        part = self.read("part") or Part.MISSING
        return (part == "all" or town.part == part) and self.is_in_scope(town)

    def is_in_scope(self, town: Town) -> bool:
        """Say whether a municipality is of the region, size and network asked for."""
        region, size, network = self.read("region"), self.read("size"), self.read("network")
        return (
            (not region or town.place.region_id == region)
            and (not size or town.place.size_class == size)
            and (not network or network in town.networks)
        )
