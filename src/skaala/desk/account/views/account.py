"""An organiser's own account."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from skaala.desk.account.forms import NewPasswordForm, OwnDetailsForm
from skaala.desk.frame.access import account_of
from skaala.desk.frame.signing_in import remember_device
from skaala.people import operations
from skaala.ui.errors import too_many_requests


def own_details(request: HttpRequest) -> HttpResponse:
    account = account_of(request)
    form = OwnDetailsForm(request.POST or None, record=account)
    if form.is_valid():
        language = form.cleaned_data["language"]
        operations.change_own_details(account=account, name=form.cleaned_data["name"], language=language)
        with translation.override(language):
            messages.success(request, _("Your details have been saved."))
            return redirect(reverse("desk:account"))
    return render(request, "desk/account/account.html", {"form": form}, status=422 if form.errors else 200)


class ChangePassword(PasswordChangeView):
    """Ask for the present password and twice for the new one."""

    template_name = "desk/account/password.html"
    form_class = NewPasswordForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.POST.get("old_password"):
            return self.form_invalid(self.get_form())
        # The present password can be guessed here as at the sign-in, by whoever finds an open browser.
        made = operations.attempt(operations.proofs(account_of(request)), now=timezone.now())
        if made.wait:
            return too_many_requests(request, made.wait)
        form = self.get_form()
        form.full_clean()
        if "old_password" in form.cleaned_data:
            operations.succeeded(made)
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form: Any) -> HttpResponse:
        request, account = self.request, account_of(self.request)
        before = request.session.session_key or ""
        operations.change_password(
            account=account, password=form.cleaned_data["new_password1"], session_key=before
        )
        # This session goes on, under another key; so its note does.
        update_session_auth_hash(request, account)
        operations.rename_session(
            account=account, before=before, now_called=request.session.session_key or ""
        )
        messages.success(request, _("Your password has been changed."))
        return remember_device(account, redirect("desk:account"))
