"""Who keeps the pages of municipalities, and how ready municipalities are for an action."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.catalogue import operations, queries
from skaala.catalogue.models import Readiness
from skaala.catalogue.operations import keepers as keeping
from skaala.catalogue.presenters.readiness import readiness_lines
from skaala.desk.catalogue.forms.keepers import KeeperForm, ReadinessForm
from skaala.desk.catalogue.presenters import catalogue_page
from skaala.desk.frame.access import account_of
from skaala.desk.frame.lookups import or_404
from skaala.ui.languages import reader_language


def keepers(request: HttpRequest) -> HttpResponse:
    """List the keepers, agree to those who ask, replace a link, end one, or name one."""
    if request.method == "POST" and "keeper" in request.POST:
        return _change(request)
    form = KeeperForm(request.POST or None, initial={"language": reader_language()})
    if request.method == "POST" and form.is_valid():
        now, read = timezone.now(), form.cleaned_data
        words = {name: read[name] for name in ("municipality", "name", "email", "language")}
        keeping.agree_to_keeper(keeper=keeping.ask_to_keep(now=now, **words), now=now)
        messages.success(request, _("The link is on its way by email."))
        return redirect("desk:keepers")
    return catalogue_page(
        request,
        "desk/catalogue/keepers.html",
        here="keepers",
        status=422 if form.errors else 200,
        form=form,
        keepers=list(queries.keepers()),
    )


def _change(request: HttpRequest) -> HttpResponse:
    try:
        identifier = UUID(request.POST["keeper"])
    except ValueError:
        identifier = UUID(int=0)
    keeper = or_404(queries.find_keeper(identifier))
    if request.POST.get("action") == "agree":
        keeping.agree_to_keeper(keeper=keeper, now=timezone.now())
        messages.success(request, _("The link is on its way by email."))
    elif request.POST.get("action") == "end":
        keeping.end_keeper(keeper=keeper)
        messages.success(request, _("Name and address have been deleted."))
    return redirect("desk:keepers")


def readiness(request: HttpRequest, action_id: int) -> HttpResponse:
    """Note how ready a municipality is for an action, and show what is known with the next steps."""
    action = or_404(queries.find_any_action(action_id))
    code = request.GET.get("place", "")
    held = next((one for one in queries.readiness_for(action) if one.municipality_id == code), None)
    form = ReadinessForm(
        request.POST or None,
        answers=held.answers if held else {},
        initial={"place": str(held.municipality) if held else ""},
    )
    if request.method == "POST" and form.is_valid():
        operations.save_readiness(
            action=action,
            municipality=form.cleaned_data["place"],
            answers=form.cleaned_data,
            source=Readiness.Source.EDITOR,
            today=timezone.localdate(),
            account=account_of(request),
        )
        messages.success(request, _("The answers have been saved."))
        return redirect("desk:action-readiness", action_id)
    known = [
        (one, [line for line in readiness_lines(action, one.municipality, one.answers) if line.next_step])
        for one in queries.readiness_for(action)
    ]
    return catalogue_page(
        request,
        "desk/catalogue/readiness.html",
        here="actions",
        beneath=_("How ready municipalities are"),
        status=422 if form.errors else 200,
        form=form,
        action=action,
        known=known,
    )
