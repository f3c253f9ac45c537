"""Changing one of an organisation's lists of words."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.desk.words.forms.own_words import word_drafts, word_rows
from skaala.people.models import Tenant
from skaala.series.models import WordList
from skaala.series.models.own_words import words_of
from skaala.series.operations.own_words import UnableToKeepWords, keep_words, languages_of
from skaala.ui.offered import offer

NOTES = {
    WordList.PERSPECTIVES: gettext_lazy(
        "A perspective of your own has no ready-made questions: the plain ones are proposed for its workspaces."
    ),
    WordList.KINDS: gettext_lazy(
        "Participants choose next steps together at a closing event, whatever you call it. Another kind of event has a workspace like a workshop’s."
    ),
}


def own_words(request: HttpRequest, organisation: str, which: str) -> HttpResponse:
    """Show a list as the organisation has it, and take it changed."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    if which not in WordList.values:
        raise Http404
    offer(languages_of(tenant))
    words = words_of(tenant.pk, which)
    data = request.POST if request.method == "POST" else None
    rows = word_rows(data, words, which)
    if data is not None and rows.is_valid():
        in_order = rows.in_order()
        try:
            keep_words(tenant=tenant, which=which, drafts=word_drafts(in_order))
        except UnableToKeepWords as refusal:
            for problem, place in refusal.problems:
                rows.show(in_order, problem, place)
        else:
            messages.success(request, _("The words have been saved."))
            return redirect("desk:words", organisation)
    context = {
        "tenant": tenant,
        "heading": WordList(which).label,
        "note": NOTES.get(WordList(which), ""),
        "rows": [(row, words.label(code) if (code := row["code"].value()) in words else "") for row in rows],
        "management_form": rows.management_form,
        "formset": rows,
    }
    return render(request, "desk/words/own_words.html", context, status=422 if data is not None else 200)
