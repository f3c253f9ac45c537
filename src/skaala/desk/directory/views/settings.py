"""An owner sets up their organisation's directory."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.directory.forms import DirectoryForm
from skaala.desk.directory.views.sign_in import address_for
from skaala.people import operations, queries
from skaala.people.messages import REASONS
from skaala.people.models import Directory, Tenant
from skaala.people.rules.directory import Refused


def directory(request: HttpRequest, organisation: str) -> HttpResponse:
    """Show and save the settings."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    held = Directory.objects.filter(tenant=tenant).first()
    form = DirectoryForm(request.POST or None, record=held or Directory(tenant=tenant))
    if form.is_valid():
        operations.save_directory(
            directory=form.fill_in(),
            secret=form.cleaned_data["secret"],
            domains=form.cleaned_data["domains"],
            groups=form.cleaned_data["groups"],
        )
        messages.success(request, _("The settings have been saved. Try now whether they work."))
        return redirect("desk:directory", organisation)
    return _page(request, tenant, held, form, status=422 if form.errors else 200)


@require_POST
def try_it(request: HttpRequest, organisation: str) -> HttpResponse:
    """Ask the directory for all that a sign-in asks it for, and say in plain words what is wrong."""
    held = get_object_or_404(Directory.objects.select_related("tenant"), tenant__slug=organisation)
    wrong, unsure = [], []
    try:
        offer = operations.try_directory(directory=held, back=address_for(held.tenant, "return"))
    except Refused as refusal:
        wrong.append((REASONS[refusal.reason], refusal.detail))
    else:
        if not offer.has_pkce:
            unsure.append(_("The directory does not say that it supports PKCE (S256). Most do all the same."))
        if "offline_access" not in held.scopes.split() and "login.microsoftonline" in held.issuer:
            wrong.append((_("Entra ID needs the scope offline_access. Add it to the scopes."), ""))
    if not queries.confirmed_domains(held):
        unsure.append(_("No domain has been confirmed yet, so nobody can sign in. Ask the operator."))
    if not held.groups.exists():
        unsure.append(_("No group has a role yet, so nobody can sign in."))
    form = DirectoryForm(record=held)
    return _page(request, held.tenant, held, form, tried=True, wrong=wrong, unsure=unsure)


@require_POST
def remove(request: HttpRequest, organisation: str) -> HttpResponse:
    """Remove the directory; sessions that rest on it end."""
    held = get_object_or_404(Directory, tenant__slug=organisation)
    operations.remove_directory(directory=held)
    messages.success(
        request, _("The directory has been removed. Members without a password can choose one by email.")
    )
    return redirect("desk:members", organisation)


def _page(
    request: HttpRequest,
    tenant: Tenant,
    held: Directory | None,
    form: DirectoryForm,
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    context |= {
        "tenant": tenant,
        "form": form,
        "directory": held,
        "addresses": [
            (_("Redirect URI"), address_for(tenant, "return")),
            (_("Back-channel logout URL"), address_for(tenant, "ended")),
            (_("Post-logout redirect URI"), f"{settings.BASE_URL}/"),
        ],
        "domains": list(held.domains.all()) if held else [],
    }
    return render(request, "desk/directory/directory.html", context, status=status)
