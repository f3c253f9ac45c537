"""Who answers for the personal data of a series: its controller, and partner organisations with which it is shared."""

from __future__ import annotations

from django import template

from skaala.series import queries
from skaala.series.models import Series, SeriesPartner

register = template.Library()


@register.simple_tag
def joint_controllers(series: Series) -> list[SeriesPartner]:
    """Return the partners that are controllers beside the series' own."""
    return queries.partners_of(series)
