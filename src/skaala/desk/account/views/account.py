"""An organiser's own account."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import translation
from django.utils.translation import gettext as _

from skaala.desk.account.forms import NewPasswordForm, OwnDetailsForm
from skaala.desk.frame.access import account_of
from skaala.people.operations import change_own_details


def own_details(request: HttpRequest) -> HttpResponse:
    account = account_of(request)
    form = OwnDetailsForm(request.POST or None, record=account)
    if form.is_valid():
        language = form.cleaned_data["language"]
        change_own_details(account=account, name=form.cleaned_data["name"], language=language)
        with translation.override(language):
            messages.success(request, _("Your details have been saved."))
            return redirect(reverse("desk:account"))
    return render(request, "desk/account/account.html", {"form": form}, status=422 if form.errors else 200)


class ChangePassword(PasswordChangeView):
    """Ask for the present password and twice for the new one."""

    template_name = "desk/account/password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("desk:account")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Your password has been changed."))
        return super().form_valid(form)
