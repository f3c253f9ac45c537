"""Search and filters above the list of actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.catalogue.forms.fields import municipality_names
from skaala.catalogue.messages.goals import GOALS
from skaala.catalogue.models import Action
from skaala.catalogue.queries import SORTS, ActionFilter
from skaala.catalogue.rules.search_words import read_search
from skaala.places.queries import municipalities as places
from skaala.ui.forms import SearchInput

SORT_NAMES = {
    "relevance": _("Best match"),
    "spread": _("Most widespread"),
    "recent": _("Recently adopted"),
    "documented": _("Best documented"),
    "new": _("Newest"),
    "near": _("Nearest to your municipality"),
}
SIZES = [
    ("", _("All sizes")),
    ("small", _("Fewer than 10,000 residents")),
    ("medium", _("10,000–49,999 residents")),
    ("large", _("50,000 residents or more")),
]
FOLDED = ("sort", "status", "theme", "scaling", "goal", "size", "region", "network", "real")


class ActionFilterForm(forms.Form):
    """What is looked for. Whatever cannot be read filters nothing."""

    mark_optional = False

    q = forms.CharField(
        label=_("Search the actions"),
        required=False,
        widget=forms.TextInput({"type": "search", "autocapitalize": "none"}),
    )
    theme = forms.ChoiceField(
        label=_("Theme"), required=False, choices=[("", _("All themes")), *Action.Theme.choices]
    )
    scaling = forms.ChoiceField(
        label=_("Kind of scaling"),
        required=False,
        choices=[("", _("All kinds")), *Action.Scaling.choices],
    )
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("", pgettext_lazy("status of an action", "Any status")), *Action.Status.choices],
    )
    goal = forms.TypedChoiceField(
        label=_("Sustainable development goal"), required=False, coerce=int, empty_value=None, choices=()
    )
    size = forms.ChoiceField(label=_("Size of the owner"), required=False, choices=SIZES)
    region = forms.ChoiceField(label=_("Region"), required=False)
    network = forms.ChoiceField(label=_("Network"), required=False)
    real = forms.ChoiceField(
        label=_("Real and invented"),
        required=False,
        choices=[
            ("", _("Real actions and invented examples")),
            ("real", _("Real actions only")),
            ("simulated", _("Invented examples only")),
        ],
    )
    place = forms.CharField(
        label=_("Your municipality"), max_length=100, required=False, widget=SearchInput(municipality_names)
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", pgettext_lazy("order", "Suggested")), *((one, SORT_NAMES[one]) for one in SORTS)],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose(
            "goal", _("All goals"), [(number, f"{number}. {name}") for number, name in GOALS.items()]
        )
        regions = [(code, str(name)) for code, name in places.region_names().items()]
        self._choose("region", _("All regions"), sorted(regions, key=lambda pair: pair[1]))
        self._choose("network", _("All networks"), [(one.slug, str(one.name)) for one in places.networks()])

    def _choose(self, name: str, anything: Any, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", anything), *choices]

    def wanted(self) -> ActionFilter:
        """Return the filters that could be read."""
        self.is_valid()
        read = self.cleaned_data
        year = timezone.localdate().year
        place = places.find_municipality(read.get("place", ""), year=year) if read.get("place") else None
        sort = read.get("sort", "")
        return ActionFilter(
            search=read_search(read["q"]) if read.get("q") else None,
            theme=read.get("theme", ""),
            goal=read.get("goal"),
            scaling=read.get("scaling", ""),
            status=read.get("status", ""),
            size=read.get("size", ""),
            region=read.get("region", ""),
            network=read.get("network", ""),
            is_simulated={"real": False, "simulated": True}.get(read.get("real", "")),
            near=place,
            sort=sort or ("near" if place and not read.get("q") else ""),
        )

    @property
    def asks_what_suits(self) -> bool:
        """Whether a municipality is all that was given: what suits it comes first then."""
        return not any(self.cleaned_data.get(name) for name in ("q", *FOLDED))

    @property
    def more_fields(self) -> list[Any]:
        """The filters that are folded away, so that a phone shows actions at once, and the order."""
        return [self[name] for name in FOLDED]

    @property
    def in_use(self) -> int:
        """How many of them say something."""
        return sum(bool(self.cleaned_data.get(name)) for name in FOLDED)
