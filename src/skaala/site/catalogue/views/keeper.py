"""A municipality's own page, kept by its own person through a link: opening it does nothing, a press does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue import links, operations, queries
from skaala.catalogue.forms.readiness import AnswersForm
from skaala.catalogue.messages.reporting import refusal_message
from skaala.catalogue.models import Action, AdoptionReport, Keeper, Readiness
from skaala.catalogue.operations import contacts, keepers
from skaala.catalogue.presenters import actions as present
from skaala.catalogue.presenters.adoptions import adoption_rows
from skaala.catalogue.presenters.readiness import readiness_lines
from skaala.catalogue.presenters.suggestions import suggestion_lines
from skaala.catalogue.rules.reporting import UnableToReport
from skaala.people.operations import hit, network_address
from skaala.places.queries import municipalities as places
from skaala.site.catalogue.forms.adopt import StageForm
from skaala.site.catalogue.forms.keeper import AskToKeepForm, OwnActionForm
from skaala.site.catalogue.views.actions import action_or_404
from skaala.site.http.private import keep_private
from skaala.ui.errors import too_many_requests
from skaala.ui.languages import reader_language
from skaala.ui.same_origin import form_without_session

LIMIT, WITHIN = 5, timedelta(hours=1)
View = Callable[..., HttpResponse]


def with_keeper(view: View) -> View:
    """Open the keeper's link for a view; no cache keeps what it shows."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **words: str) -> HttpResponse:
        try:
            keeper = links.read_keeper(token)
        except links.InvalidLink:
            return _ended(request)
        return keep_private(view(request, keeper, **words))

    return opened


@form_without_session
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Take the name and address of whoever wants to keep a municipality's page, for an editor to agree."""
    place = places.municipality_with_successor(code)
    if place is None:
        raise Http404
    form = AskToKeepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now, caller = timezone.now(), network_address(request.META)
        if wait := hit(purpose="keeper", caller=caller, limit=LIMIT, within=WITHIN, now=now):
            return too_many_requests(request, wait)
        keepers.ask_to_keep(
            municipality=place,
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            language=reader_language(),
            now=now,
        )
        return redirect(reverse("site:ask-to-keep", args=[code]) + "?sent=1")
    is_sent = request.GET.get("sent") == "1" and request.method == "GET"
    status = 422 if request.method == "POST" else 200
    context = {"place": place, "form": form, "is_sent": is_sent}
    return render(request, "site/catalogue/ask_to_keep.html", context, status=status)


@form_without_session
@with_keeper
def keeper(request: HttpRequest, found: Keeper) -> HttpResponse:
    """Show what is public of the municipality with what can be changed; a press says that all is still so, or ends it."""
    token, place = links.keeper_token(found), found.municipality
    if request.method == "POST":
        if request.POST.get("answer") == "forget":
            keepers.end_keeper(keeper=found)
            return _ended(request, has_stopped=True)
        if request.POST.get("answer") != "same":
            raise Http404
        keepers.confirm_keeper(keeper=found, now=timezone.now())
        return redirect(reverse("site:keeper", args=[token]) + "?thanks=1")
    typed = request.GET.get("action", "")[:200]
    named = queries.find_action_by_name(typed) if typed else None
    if named is not None:
        return redirect("site:keeper-action", token, named.slug)
    context = {
        "keeper": found,
        "token": token,
        "place": place,
        "own": present.cards(queries.for_cards(queries.actions_of(place))),
        "adopted": adoption_rows(list(queries.adoptions_in(place))),
        "suggested": suggestion_lines(queries.suggested_to(place)),
        "ready": [
            (one, [line for line in readiness_lines(one.action, place, one.answers) if line.next_step])
            for one in queries.readiness_of(place)
        ],
        "names": sorted({str(one.name) for one in queries.for_cards(queries.published_actions())}),
        "typed": typed,
        "thanks": request.GET.get("thanks") == "1",
        "saved": request.GET.get("saved") == "1",
    }
    return render(request, "site/catalogue/keeper.html", context, status=404 if typed else 200)


@form_without_session
@with_keeper
def keeper_action(request: HttpRequest, found: Keeper, slug: str) -> HttpResponse:
    """Change an action of the municipality's own, or report how far it has come with another one's."""
    action = action_or_404(slug)
    if action.owner_id == found.municipality_id:
        return _own_action(request, found, action)
    form = StageForm(request.POST or None, action=action, initial={"stage": request.GET.get("stage", "")})
    if request.method == "POST" and form.is_valid():
        try:
            operations.report_adoption(
                action=action,
                municipality=found.municipality,
                report=form.report(),
                source=AdoptionReport.Source.KEEPER,
                now=timezone.now(),
            )
        except UnableToReport as problem:
            form.add_error(problem.field if problem.field in form.fields else None, refusal_message(problem))
        else:
            return _saved(found)
    return _form_page(request, found, action, form, is_report=True)


def _own_action(request: HttpRequest, found: Keeper, action: Action) -> HttpResponse:
    form = OwnActionForm(request.POST or None, action=action)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        operations.save_action(action=form.fill_in(), now=now)
        if form.names_contact:
            contacts.save_contact(
                action=action,
                name=form.cleaned_data["contact_name"],
                email=form.cleaned_data["contact_email"],
                job_title=form.held.job_title if form.held else "",
                language=form.held.language if form.held else reader_language(),
                today=timezone.localdate(now),
            )
        elif form.held is not None:
            contacts.remove_contact(action=action)
        return _saved(found)
    return _form_page(request, found, action, form, is_own=True)


@form_without_session
@with_keeper
def keeper_readiness(request: HttpRequest, found: Keeper, slug: str) -> HttpResponse:
    """Ask how ready the municipality is for an action, and keep the answers."""
    action = action_or_404(slug)
    held = queries.find_readiness(action, found.municipality)
    form = AnswersForm(request.POST or None, answers=held.answers if held else {})
    if request.method == "POST" and form.is_valid():
        operations.save_readiness(
            action=action,
            municipality=found.municipality,
            answers=form.cleaned_data,
            source=Readiness.Source.KEEPER,
            today=timezone.localdate(),
        )
        return _saved(found)
    return _form_page(request, found, action, form, is_readiness=True, held=held)


def _saved(found: Keeper) -> HttpResponse:
    keepers.confirm_keeper(keeper=found, now=timezone.now())
    return redirect(reverse("site:keeper", args=[links.keeper_token(found)]) + "?saved=1")


def _form_page(request: HttpRequest, found: Keeper, action: Action, form: Any, **which: Any) -> HttpResponse:
    context = {
        "place": found.municipality,
        "token": links.keeper_token(found),
        "action": action,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "site/catalogue/keeper_form.html", context | which, status=status)


def _ended(request: HttpRequest, *, has_stopped: bool = False) -> HttpResponse:
    status = 200 if has_stopped else 404
    context = {"has_stopped": has_stopped}
    return keep_private(render(request, "site/catalogue/follow_up_ended.html", context, status=status))
