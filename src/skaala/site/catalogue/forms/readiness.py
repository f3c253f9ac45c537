"""Is a municipality ready for an action? Asked by GET: nothing is saved, the address holds the answers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.fields import MunicipalityField
from skaala.catalogue.forms.readiness import AnswersForm


class ReadinessForm(AnswersForm):
    """The municipality, and an answer to each question."""

    place = MunicipalityField(label=_("Municipality"))
