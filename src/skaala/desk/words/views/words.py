"""An organisation's own words at a glance, and its usual languages."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from skaala.desk.frame.messages import capitalised
from skaala.desk.words.forms.words import UsualLanguagesForm
from skaala.people import operations
from skaala.people.models import Tenant
from skaala.series.models import WordList
from skaala.series.models.own_words import words_of
from skaala.ui.offered import offer


def words(request: HttpRequest, organisation: str) -> HttpResponse:
    """Show what is the organisation's to choose, and take its usual languages."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    sent = request.POST if request.method == "POST" else None
    form = UsualLanguagesForm(sent, initial={"languages": tenant.languages})
    if form.is_valid():
        operations.choose_languages(tenant=tenant, languages=form.cleaned_data["languages"])
        messages.success(request, _("The usual languages have been saved."))
        return redirect("desk:words", organisation)
    offer(tenant.languages)
    context = {
        "tenant": tenant,
        "form": form,
        "lists": [(which, capitalised(words_of(tenant.pk, which).choices())) for which in WordList],
        "prompt_sets": tenant.prompt_sets.prefetch_related("prompts"),
    }
    return render(request, "desk/words/words.html", context, status=422 if form.errors else 200)
