"""The members of an organisation."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.frame.access import account_of, may
from skaala.desk.frame.messages import say_email_sent
from skaala.desk.members.forms import InviteForm, RoleForm
from skaala.people import operations, queries
from skaala.people.messages import PERMISSIONS, ROLES, WORK
from skaala.people.models import MemberInvitation, Membership, Tenant
from skaala.people.rules import MAY, Permission, Role
from skaala.ui.languages import reader_language


def members(request: HttpRequest, organisation: str) -> HttpResponse:
    tenant = get_object_or_404(Tenant, slug=organisation)
    now = timezone.now()
    invitations = tenant.invitations.filter(accepted_at=None, withdrawn_at=None).select_related("email")
    context = {
        "tenant": tenant,
        "members": [(one, ROLES[one.role]) for one in queries.members(tenant)],
        "former": queries.former_members(tenant),
        "invitations": [(one, ROLES[one.role], one.expires_at <= now) for one in invitations],
        "may_see_audit": may(request, "audit"),
        "may_change_face": may(request, "face"),
        "may_change_api_keys": may(request, "api-keys"),
        "may_change": may(request, "invite-member", "POST"),
    }
    return render(request, "desk/members/members.html", context | table_of_roles())


def table_of_roles() -> dict[str, Any]:
    """Return what each role may do, for the page on which a role is given."""
    return {
        "roles": [(ROLES[role], WORK[role]) for role in Role],
        "permissions": [(PERMISSIONS[one], [one in MAY[role] for role in Role]) for one in Permission],
    }


def invite(request: HttpRequest, organisation: str) -> HttpResponse:
    """Invite somebody by email."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    form = InviteForm(request.POST or None, initial={"language": reader_language(), "role": Role.READER})
    if form.is_valid():
        try:
            operations.invite_member(
                tenant=tenant,
                address=form.cleaned_data["address"],
                name=form.cleaned_data["name"],
                role=Role(form.cleaned_data["role"]),
                language=form.cleaned_data["language"],
                invited_by=account_of(request),
                now=timezone.now(),
            )
        except operations.AlreadyMember:
            form.add_error("address", _("This person is a member already. Change their role in the list."))
        else:
            say_email_sent(request, _("The invitation has been sent."))
            return redirect("desk:members", organisation)
    context = {"tenant": tenant, "form": form} | table_of_roles()
    return render(request, "desk/members/invite.html", context, status=422 if form.errors else 200)


def member(request: HttpRequest, organisation: str, member_id: int) -> HttpResponse:
    """Show a member, and give them another role."""
    found = _find(organisation, member_id)
    form = RoleForm(request.POST or None, initial={"role": found.role})
    if form.is_valid():
        try:
            operations.change_role(member=found, role=Role(form.cleaned_data["role"]))
        except operations.LastOwner:
            form.add_error("role", last_owner())
        except operations.NoMember:
            return redirect("desk:members", organisation)
        else:
            messages.success(request, _("The role has been changed."))
            return redirect("desk:members", organisation)
    context = {"tenant": found.tenant, "member": found, "form": form, "role": ROLES[found.role]}
    return render(
        request, "desk/members/member.html", context | table_of_roles(), status=422 if form.errors else 200
    )


@require_POST
def end(request: HttpRequest, organisation: str, member_id: int) -> HttpResponse:
    """End a membership."""
    found = _find(organisation, member_id)
    try:
        operations.end_membership(member=found, now=timezone.now())
    except operations.LastOwner:
        messages.error(request, last_owner())
        return redirect("desk:member", organisation, member_id)
    except operations.NoMember:
        pass  # somebody else has ended it meanwhile
    else:
        messages.success(
            request, _("%(name)s is no longer a member. What they made stays.") % {"name": found.account}
        )
    return redirect(
        "desk:home" if found.account_id == account_of(request).pk else "desk:members",
        *([] if found.account_id == account_of(request).pk else [organisation]),
    )


@require_POST
def second_factor_of_all(request: HttpRequest, organisation: str) -> HttpResponse:
    """Require a second factor of all members, or no longer."""
    tenant = get_object_or_404(Tenant, slug=organisation)
    is_required = request.POST.get("required") == "yes"
    operations.require_second_factor(tenant=tenant, is_required=is_required)
    if is_required:
        messages.success(request, _("Members are now asked to turn on a second factor."))
    else:
        messages.success(request, _("A second factor is no longer required."))
    return redirect("desk:members", organisation)


@require_POST
def withdraw(request: HttpRequest, organisation: str, invited_id: int) -> HttpResponse:
    """Withdraw an invitation."""
    invitation = get_object_or_404(MemberInvitation, tenant__slug=organisation, pk=invited_id)
    try:
        operations.withdraw_invitation(invitation=invitation, now=timezone.now())
    except operations.InvitationOver:
        messages.error(request, _("The invitation has been accepted already. End the membership instead."))
    else:
        messages.success(request, _("The invitation has been withdrawn. Its link no longer works."))
    return redirect("desk:members", organisation)


def last_owner() -> str:
    """Say why the last owner stays one."""
    return _("An organisation needs an owner. Make somebody else an owner first.")


def _find(organisation: str, member_id: int) -> Membership:
    return get_object_or_404(
        Membership.objects.select_related("account", "tenant"),
        tenant__slug=organisation,
        pk=member_id,
        ended_at=None,
    )
