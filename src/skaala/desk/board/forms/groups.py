"""Splitting the room into small groups."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.workshops import rules
from skaala.workshops.rules.small_groups import clean_place, place_link


class SplitRoomForm(forms.Form):
    """Into how many small groups, and how people get there."""

    count = forms.IntegerField(label=_("How many groups"), min_value=2, max_value=rules.MOST_GROUPS)
    way = forms.ChoiceField(
        label=_("Who goes where"),
        choices=[
            ("drawn", _("By lot, towns of all sizes in each group")),
            ("chosen", _("I say it aloud, and everyone chooses their group in the workspace")),
        ],
        widget=forms.RadioSelect,
    )
    names = forms.CharField(
        label=_("Names of the groups, one on each line"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        max_length=2000,
        help_text=_("If you leave this empty, they are numbered."),
    )
    places = forms.CharField(
        label=_("Where the groups meet, one on each line in the same order"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        max_length=20_000,
        help_text=_(
            "A room, or the link of a call that begins with https://. Each person sees it first in their group."
        ),
    )
    minutes = forms.IntegerField(
        label=_("Minutes for the groups"),
        min_value=1,
        max_value=240,
        required=False,
        help_text=_("The timer runs on the screen and on phones. One that runs now is replaced."),
    )

    def clean_places(self) -> str:
        places: str = self.cleaned_data["places"]
        for place in places.splitlines():
            if "://" in place and not place_link(clean_place(place)):
                raise forms.ValidationError(
                    _(
                        "“%(place)s” is no link that can be opened. Write the whole link, beginning with https://."
                    ),
                    params={"place": place.strip()},
                )
        return places

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("names", "places"):
            if cleaned.get("count") and len(cleaned.get(name, "").splitlines()) > cleaned["count"]:
                self.add_error(name, _("There are more lines than groups. Remove some, or make more groups."))
        return cleaned

    def ends(self, *, now: datetime) -> datetime | None:
        """Return when the groups end, if that was said."""
        minutes = self.cleaned_data["minutes"]
        return now + timedelta(minutes=minutes) if minutes else None
