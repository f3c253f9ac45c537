"""The editor's list of actions, the record of one, its profile, its contact and its state."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.catalogue import operations, queries
from skaala.catalogue.models import Action
from skaala.catalogue.presenters.actions import needs_in_words
from skaala.catalogue.presenters.follow_ups import follow_up_lines
from skaala.catalogue.queries.follow_ups import follow_ups_of
from skaala.desk.catalogue.forms.actions import ActionForm, ContactForm, ProfileForm
from skaala.desk.catalogue.presenters import catalogue_page
from skaala.desk.frame.access import account_of
from skaala.desk.frame.lookups import or_404
from skaala.ui.languages import reader_language

A_PAGE = 50


def actions(request: HttpRequest) -> HttpResponse:
    """List all actions, those that wait for an editor first."""
    words = request.GET.get("q", "")[:200]
    listed = queries.all_actions(words=words, state=request.GET.get("state", ""))
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    return catalogue_page(
        request,
        "desk/catalogue/actions.html",
        here="actions",
        page_of_actions=page,
        waiting=list(queries.waiting_actions()),
        words=words,
        state=request.GET.get("state", ""),
        states=Action.State.choices,
        query=urlencode({"q": words, "state": request.GET.get("state", "")}),
    )


def new_action(request: HttpRequest) -> HttpResponse:
    return _edit(request, Action())


def edit_action(request: HttpRequest, action_id: int) -> HttpResponse:
    return _edit(request, or_404(queries.find_any_action(action_id)))


def _edit(request: HttpRequest, action: Action) -> HttpResponse:
    form = ActionForm(request.POST or None, record=action)
    heading = str(action.name) or _("New action")
    if request.method == "POST" and form.is_valid():
        was_new = not action.pk
        action = operations.save_action(action=form.fill_in(), now=timezone.now(), links=form.links)
        messages.success(request, _("The action has been saved."))
        if "publish" in request.POST and not _publish(request, action):
            return redirect("desk:action", action.pk)
        return redirect("desk:action", action.pk) if was_new else redirect("desk:catalogue")
    return catalogue_page(
        request,
        "desk/catalogue/action.html",
        here="actions",
        beneath=heading,
        status=422 if form.errors else 200,
        form=form,
        heading=heading,
        action=action,
        origin=queries.public_origin(action, now=timezone.now()),
        follow_ups=follow_up_lines(follow_ups_of(action)) if action.pk else [],
        named=needs_in_words(action) if action.pk else [],
        alike=queries.actions_alike(action) if action.pk and not action.is_public else [],
    )


def _publish(request: HttpRequest, action: Action) -> bool:
    try:
        operations.publish_action(action=action, account=account_of(request), now=timezone.now())
    except operations.UnableToPublish as refused:
        words = {
            "owner": _("Name the owner before you publish the action."),
            "summary": _("Say in one sentence what it is before you publish the action."),
        }
        for name in refused.missing:
            messages.error(request, words[name])
        return False
    messages.success(request, _("The action is public."))
    return True


@require_POST
def change_state(request: HttpRequest, action_id: int) -> HttpResponse:
    """Publish an action, withdraw it, or remove one that was never public."""
    action = or_404(queries.find_any_action(action_id))
    wanted = request.POST.get("action")
    if wanted == "publish":
        _publish(request, action)
    elif wanted == "withdraw":
        operations.withdraw_action(action=action)
        messages.success(request, _("The action is no longer public. Everything about it is kept."))
    elif wanted == "remove" and action.published_at is None:
        operations.remove_action(action=action)
        messages.success(request, _("The action has been removed."))
        return redirect("desk:catalogue")
    return redirect("desk:action", action_id)


def edit_profile(request: HttpRequest, action_id: int) -> HttpResponse:
    """Answer the questions of the profile."""
    action = or_404(queries.find_any_action(action_id))
    form = ProfileForm(request.POST or None, action=action)
    if request.method == "POST" and form.is_valid():
        action.profile = form.profile()
        operations.save_action(action=action, now=timezone.now())
        messages.success(request, _("The profile has been saved."))
        return redirect("desk:action", action_id)
    return _beneath_action(request, action, form, heading=_("Can it be used elsewhere?"))


def edit_contact(request: HttpRequest, action_id: int) -> HttpResponse:
    """Name the contact, or delete name and address."""
    action = or_404(queries.find_any_action(action_id))
    held = getattr(action, "contact", None)
    if request.method == "POST" and "remove" in request.POST:
        operations.remove_contact(action=action)
        messages.success(request, _("Name and address have been deleted."))
        return redirect("desk:action", action_id)
    initial = {"language": reader_language()}
    if held is not None:
        initial = {name: getattr(held, name) for name in ("name", "email", "job_title", "language")}
    form = ContactForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        read = {name: form.cleaned_data[name] for name in ("name", "email", "job_title", "language")}
        operations.save_contact(action=action, today=timezone.localdate(), **read)
        messages.success(request, _("The contact has been saved."))
        return redirect("desk:action", action_id)
    return _beneath_action(request, action, form, heading=_("Contact"), is_held=held is not None)


def _beneath_action(request: HttpRequest, action: Action, form: Any, **context: Any) -> HttpResponse:
    return catalogue_page(
        request,
        "desk/catalogue/form.html",
        here="actions",
        beneath=context["heading"],
        status=422 if form.errors else 200,
        form=form,
        action=action,
        back=reverse("desk:action", args=[action.pk]),
        **context,
    )
