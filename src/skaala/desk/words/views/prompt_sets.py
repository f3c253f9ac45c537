"""The sets of questions that an organisation keeps for its workspaces."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from skaala.desk.words.forms.words import PromptRows, PromptSetForm
from skaala.people.models import Tenant
from skaala.series.models.own_words import speak_for
from skaala.ui.offered import offer
from skaala.workshops.messages.prompt_sets import not_kept
from skaala.workshops.models import OwnPromptSet
from skaala.workshops.operations.prompt_sets import UnableToKeep, keep_prompt_set


def new_prompt_set(request: HttpRequest, organisation: str) -> HttpResponse:
    tenant = get_object_or_404(Tenant, slug=organisation)
    return _edit(request, OwnPromptSet(tenant=tenant), _("New set of questions"))


def prompt_set(request: HttpRequest, organisation: str, set_id: int) -> HttpResponse:
    return _edit(request, _find(organisation, set_id), _("Set of questions"))


def remove_prompt_set(request: HttpRequest, organisation: str, set_id: int) -> HttpResponse:
    """Ask, and then remove a set; workspaces keep the questions that they have."""
    found = _find(organisation, set_id)
    if request.method == "POST":
        found.delete()
        messages.success(request, _("The set of questions has been removed."))
        return redirect("desk:words", organisation)
    return render(request, "desk/words/remove_prompt_set.html", {"tenant": found.tenant, "found": found})


def _edit(request: HttpRequest, found: OwnPromptSet, heading: str) -> HttpResponse:
    offer(found.tenant.languages)
    speak_for(found.tenant.pk)
    data = request.POST if request.method == "POST" else None
    held = [] if found.pk is None else list(found.prompts.all())
    form = PromptSetForm(data, initial={"name": found.name})
    rows = PromptRows(
        data,
        prefix="prompts",
        initial=[
            {"kind": one.kind, "question": one.question, "hint": one.hint, "perspective": one.perspective}
            for one in held
        ],
    )
    if data is not None and all([form.is_valid(), rows.is_valid()]):
        try:
            keep_prompt_set(prompt_set=found, name=form.cleaned_data["name"], prompts=rows.prompts())
        except UnableToKeep as problem:
            form.add_error("name", not_kept(problem))
        else:
            messages.success(request, _("The set of questions has been saved."))
            return redirect("desk:words", found.tenant.slug)
    return render(
        request,
        "desk/words/prompt_set.html",
        {"tenant": found.tenant, "found": found, "form": form, "rows": rows, "heading": heading},
        status=422 if data is not None else 200,
    )


def _find(organisation: str, set_id: int) -> OwnPromptSet:
    return get_object_or_404(
        OwnPromptSet.objects.select_related("tenant"), tenant__slug=organisation, pk=set_id
    )
