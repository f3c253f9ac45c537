"""Naming who keeps a municipality's page, and how ready a municipality is, written by an editor."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.fields import MunicipalityField
from skaala.catalogue.forms.readiness import AnswersForm
from skaala.ui.address_field import AddressField
from skaala.ui.languages import LANGUAGE_CHOICES
from skaala.ui.validators import no_control_characters


class KeeperForm(forms.Form):
    """A person who keeps a municipality's page."""

    municipality = MunicipalityField(label=_("Municipality"))
    name = forms.CharField(label=_("Name"), max_length=200, validators=[no_control_characters])
    email = AddressField(label=_("Email address"), max_length=254)
    language = forms.ChoiceField(label=_("Language of emails"), choices=LANGUAGE_CHOICES)
    has_agreed = forms.BooleanField(label=_("They have agreed to keep the page and to get emails about it"))


class ReadinessForm(AnswersForm):
    """The municipality, and what it answers."""

    place = MunicipalityField(label=_("Municipality"))
