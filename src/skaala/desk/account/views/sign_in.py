"""Coming in and going out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from skaala.desk.account.forms import CodeForm, SignInForm
from skaala.desk.frame.signing_in import PENDING, SIGN_OUT_ELSEWHERE, device_of, let_in
from skaala.desk.frame.trail import note_sign_in
from skaala.people import queries
from skaala.people.messages import ROLES
from skaala.people.models import Account, Tenant
from skaala.people.operations import (
    Source,
    WrongCode,
    attempt,
    check_second_factor,
    codes,
    network_address,
    seal,
    sign_out_address,
    sources,
    succeeded,
)
from skaala.people.operations.access_ended import tell_access_ended
from skaala.people.rules.directory import Reason
from skaala.ui.errors import too_many_requests

PATIENCE = 10 * 60  # seconds for the second factor after the password


class SignIn(LoginView):
    """Ask for address and password. Failures make the next attempt wait; a device that has been here before is counted alone."""

    template_name = "desk/account/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "demo": _of_the_demo(),
            "directories": queries.directories_to_choose_from(),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        address = request.POST.get("username", "").strip().lower()
        account = queries.find_account(address)
        made = attempt(_counted(request, address, account), now=timezone.now())
        if made.wait:
            return too_many_requests(request, made.wait)
        form = self.get_form()
        if not form.is_valid():
            if account is not None:
                note_sign_in(request, account, "sign-in-failed")
            return self.form_invalid(form)
        succeeded(made)
        signed_in: Account = form.get_user()
        directory = queries.directory_instead_of_password(signed_in)
        if directory is not None:
            note_sign_in(
                request, signed_in, "sign-in-failed", details={"reason": Reason.BY_DIRECTORY_ONLY.value}
            )
            form.add_error(None, by_directory(directory.tenant))
            return self.form_invalid(form)
        if queries.has_second_factor(signed_in):
            request.session[PENDING] = [signed_in.pk, timezone.now().timestamp(), self.get_success_url()]
            return redirect("desk:sign-in-code")
        return let_in(request, signed_in, HttpResponseRedirect(self.get_success_url()))


def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the authenticator app, or a recovery code, after the password was right."""
    number, since, where = request.session.get(PENDING, (None, 0.0, ""))
    account = Account.objects.filter(pk=number, is_active=True).first()
    now = timezone.now()
    if account is None or now.timestamp() - since > PATIENCE:
        return redirect("desk:sign-in")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        made = attempt(codes(account), now=now)
        if made.wait:
            return too_many_requests(request, made.wait)
        try:
            check_second_factor(account=account, typed=form.cleaned_data["code"], now=now)
        except WrongCode:
            form.add_error("code", wrong_code())
        else:
            succeeded(made)
            return let_in(request, account, HttpResponseRedirect(where))
    status = 422 if form.errors else 200
    return render(request, "desk/account/second_step.html", {"form": form}, status=status)


def safe(request: HttpRequest, address: str) -> str:
    """Return where somebody wanted to go, if it is a page of ours."""
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else "desk:home"


def by_directory(tenant: Tenant) -> str:
    """Say why a password is not taken."""
    return _("You sign in by the directory of your organisation: %(organisation)s. Use its button below.") % {
        "organisation": tenant.name
    }


def wrong_code() -> str:
    """Say why a code is not taken."""
    return _("This code is not right, or has been used. Wait for the next one in your app, and type that.")


def _counted(request: HttpRequest, address: str, account: Account | None) -> list[Source]:
    return sources(
        account=address, network_address=network_address(request.META), device=device_of(request, account)
    )


def _of_the_demo() -> dict[str, Any] | None:
    """Return the accounts with which a visitor may look around; a demo alone has any."""
    password = settings.DATA_DIR / "demo-password"
    if not settings.DEMO or not password.exists():
        return None
    listed = queries.members_of_all().filter(account__email__endswith="@example.org")
    return {
        "password": password.read_text(encoding="utf-8").strip(),
        "people": [(member.account.email, ROLES[member.role], member.tenant.name) for member in listed],
    }


class SignOut(LogoutView):
    """End the session; by POST alone, so that no page can sign anybody out with a picture."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key, back = request.session.session_key or "", f"{settings.BASE_URL}/"
        elsewhere = sign_out_address(session_key=key, back=back)
        response = super().post(request, *args, **kwargs)
        tell_access_ended()
        if not elsewhere:
            return response
        # The policy of our pages lets no form lead to another host, so a page of ours leads there by a link.
        request.session[SIGN_OUT_ELSEWHERE] = seal(SIGN_OUT_ELSEWHERE, elsewhere.encode()).decode()
        return redirect("desk:signed-out")
