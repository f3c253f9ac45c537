"""The keys of an organisation: listed with when they were last used, made, ended."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.api_keys.forms import KeyForm
from skaala.desk.frame.access import account_of
from skaala.desk.frame.trail import remember_details
from skaala.people.messages import SCOPES
from skaala.people.models import Tenant
from skaala.people.rules import Scope
from skaala.series import operations, queries
from skaala.series.models import ApiKey


def api_keys(request: HttpRequest, organisation: str) -> HttpResponse:
    """List the keys."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    now = timezone.now()
    found = list(queries.api_keys_of(tenant))
    open_ones = [one for one in found if one.ended_at is None and one.expires_at > now]
    context = {
        "tenant": tenant,
        "keys": [(one, _scopes(one)) for one in open_ones],
        "over": [one for one in found if one not in open_ones],
    }
    return render(request, "desk/api_keys/api_keys.html", context)


def new(request: HttpRequest, organisation: str) -> HttpResponse:
    """Make a key, and show it this once."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    form = KeyForm(request.POST or None, tenant=tenant, today=timezone.localdate())
    if not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "desk/api_keys/new.html", {"tenant": tenant, "form": form}, status=status)
    key, secret = operations.make_api_key(
        tenant=tenant,
        series=form.cleaned_data["series"],
        name=form.cleaned_data["name"],
        scopes=[Scope(scope) for scope in form.cleaned_data["scopes"]],
        last_day=form.cleaned_data["last_day"],
        by=account_of(request),
        now=timezone.now(),
    )
    remember_details(request, key=key.pk, scopes=", ".join(key.scopes))
    context = {"tenant": tenant, "key": key, "secret": secret, "scopes": _scopes(key)}
    return render(request, "desk/api_keys/made.html", context)


@require_POST
def end(request: HttpRequest, organisation: str, key_id: int) -> HttpResponse:
    """End a key."""
    key = get_object_or_404(ApiKey, tenant__slug=organisation, pk=key_id)
    if operations.end_api_key(key=key, now=timezone.now()):
        messages.success(request, _("The key has been ended."))
    return redirect("desk:api-keys", organisation)


def _scopes(key: ApiKey) -> list[Any]:
    return [SCOPES[scope] for scope in key.scopes if scope in SCOPES]
