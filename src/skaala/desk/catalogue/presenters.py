"""The frame of the editor's pages of the catalogue."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def catalogue_page(
    request: HttpRequest, template: str, *, here: str, beneath: Any = "", status: int = 200, **context: Any
) -> HttpResponse:
    """
    Answer with a page of the catalogue's editor.

    :param here: which section is open
    :param beneath: what stands in the way back after the section, where the page lies deeper
    """
    labels = {"actions": pgettext("of municipalities", "Actions"), "reports": _("Reports of adoptions")}
    labels["keepers"] = _("Municipalities’ own people")
    addresses = {"actions": "desk:catalogue", "reports": "desk:adoption-reports", "keepers": "desk:keepers"}
    sections = [
        {"label": label, "href": reverse(addresses[name]), "current": name == here}
        for name, label in labels.items()
    ]
    crumbs: list[tuple[Any, str]] = [
        (_("Organiser pages"), reverse("desk:home")),
        (labels[here], reverse(addresses[here]) if beneath else ""),
    ]
    if beneath:
        crumbs.append((beneath, ""))
    return render(request, template, {"sections": sections, "crumbs": crumbs} | context, status=status)
