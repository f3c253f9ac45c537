"""Who has a role in this series alone: list, give, change, end."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.frame.access import account_of, may
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.messages import say_email_sent
from skaala.desk.frame.sections import series_page
from skaala.desk.frame.trail import access_in_series, remember_details
from skaala.desk.roles.forms import GiveForm, RoleForm
from skaala.desk.roles.presenters import open_links
from skaala.people.messages import PERMISSIONS, ROLES, WORK
from skaala.people.operations import InvitationOver
from skaala.people.rules import IN_ONE_SERIES, Permission, Role, may_be_given, permissions_of_guests
from skaala.series import operations, queries
from skaala.series.models import Series, SeriesInvitation, SeriesPartner, SeriesRole
from skaala.ui.languages import reader_language


def series_roles(request: HttpRequest, slug: str) -> HttpResponse:
    """List who has which role in this series, since when, and when it was last used."""
    series = find_series(slug)
    now = timezone.now()
    context: dict[str, Any] = {
        "held": [(one, ROLES[one.role]) for one in queries.roles_in(series)],
        "ended": queries.ended_roles_in(series),
        "invitations": [
            (one, ROLES[one.role], one.expires_at <= now) for one in queries.open_role_invitations(series)
        ],
        "partners": [
            {"sharing": one, "people": _people_of(one)} for one in queries.offers_and_partners_of(series)
        ],
        "links": open_links(series, now=now),
        "may_share": may(request, "share-series", "POST"),
    }
    return series_page(
        request, "desk/roles/roles.html", series, section="series-roles", **context, **table_of_roles()
    )


def _people_of(sharing: SeriesPartner) -> str:
    """Return how many members of a partner work on the series, by role; their names are the partner's."""
    if sharing.accepted_at is None:
        return ""
    return ", ".join(f"{ROLES[role]} {count}" for role, count in queries.roles_brought(sharing).items())


def table_of_roles() -> dict[str, Any]:
    """Return what each role may do in a single series, for the pages on which one is given."""
    may = {role: permissions_of_guests([role]) for role in IN_ONE_SERIES}
    given = [one for one in Permission if any(one in each for each in may.values())]
    return {
        "roles": [(ROLES[role], WORK[role]) for role in IN_ONE_SERIES],
        "permissions": [(PERMISSIONS[one], [one in may[role] for role in IN_ONE_SERIES]) for one in given],
    }


def give(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a colleague a role, or invite somebody from outside to one."""
    series = find_series(slug)
    form = GiveForm(
        request.POST or None,
        series=series,
        roles=_may_give(request),
        initial={"language": reader_language(), "role": Role.READER},
    )
    if form.is_valid():
        try:
            _give(request, series, form)
        except operations.HasRole:
            form.add_error("address", _("This person has a role here already. Change it in the list."))
        else:
            remember_details(request, role=form.cleaned_data["role"])
            return redirect("desk:series-roles", slug)
    return series_page(
        request,
        "desk/roles/give.html",
        series,
        section="series-roles",
        beneath=[(_("Give a role"), "")],
        status=422 if form.errors else 200,
        form=form,
        **table_of_roles(),
    )


def _give(request: HttpRequest, series: Series, form: GiveForm) -> None:
    role, now = Role(form.cleaned_data["role"]), timezone.now()
    colleague = form.colleague()
    if colleague is not None:
        operations.give_role(series=series, account=colleague, role=role, now=now)
        messages.success(request, _("%(name)s now has this role.") % {"name": colleague})
        return
    operations.invite_to_series(
        series=series,
        address=form.cleaned_data["address"],
        name=form.cleaned_data["name"],
        role=role,
        language=form.cleaned_data["language"],
        invited_by=account_of(request),
        now=now,
    )
    say_email_sent(request, _("The invitation has been sent."))


def change(request: HttpRequest, slug: str, role_id: int) -> HttpResponse:
    """Show somebody's role in the series, and give them another one."""
    series = find_series(slug)
    held = _find(series, role_id)
    form = RoleForm(request.POST or None, roles=_may_give(request), initial={"role": held.role})
    if form.is_valid():
        try:
            operations.change_series_role(held=held, role=Role(form.cleaned_data["role"]))
        except operations.RoleHasEnded:
            messages.error(request, _("The role has been ended meanwhile."))
        else:
            remember_details(request, role=form.cleaned_data["role"])
            messages.success(request, _("The role has been changed."))
        return redirect("desk:series-roles", slug)
    return series_page(
        request,
        "desk/roles/role.html",
        series,
        section="series-roles",
        beneath=[(held.account, "")],
        status=422 if form.errors else 200,
        held=held,
        role=ROLES[held.role],
        form=form,
        **table_of_roles(),
    )


@require_POST
def end(request: HttpRequest, slug: str, role_id: int) -> HttpResponse:
    """End somebody's role in the series."""
    held = _find(find_series(slug), role_id)
    try:
        operations.end_series_role(held=held, now=timezone.now())
    except operations.RoleHasEnded:
        pass  # somebody else has ended it meanwhile
    else:
        messages.success(
            request,
            _("%(name)s no longer has this role. What they made stays.") % {"name": held.account},
        )
    return redirect("desk:series-roles", slug)


@require_POST
def withdraw(request: HttpRequest, slug: str, invited_id: int) -> HttpResponse:
    """Withdraw an invitation to the series."""
    invitation = get_object_or_404(SeriesInvitation, series__slug=slug, pk=invited_id)
    try:
        operations.withdraw_series_invitation(invitation=invitation, now=timezone.now())
    except InvitationOver:
        messages.error(request, _("The invitation has been accepted already. End the role instead."))
    else:
        messages.success(request, _("The invitation has been withdrawn. Its link no longer works."))
    return redirect("desk:series-roles", slug)


def _may_give(request: HttpRequest) -> tuple[Role, ...]:
    access = access_in_series(request)
    return may_be_given(access.permissions) if access else ()


def _find(series: Series, role_id: int) -> SeriesRole:
    return get_object_or_404(queries.roles_in(series), pk=role_id)
