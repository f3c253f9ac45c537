"""Coming in and going out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from skaala.desk.forms.account import SignInForm
from skaala.people.throttle import knock, network_address
from skaala.ui.errors import too_many_requests

TRIES = 10
WITHIN = timedelta(minutes=10)


class SignIn(LoginView):
    """Ask for address and password; ten tries in ten minutes for a network address, and for an account."""

    template_name = "desk/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        account = request.POST.get("username", "").strip().lower()
        for purpose, caller in [("sign-in", network_address(request.META)), ("sign-in-account", account)]:
            wait = knock(purpose=purpose, caller=caller, limit=TRIES, within=WITHIN, now=timezone.now())
            if wait:
                return too_many_requests(request, wait)
        return super().post(request, *args, **kwargs)


class SignOut(LogoutView):
    """End the session; by POST alone, so that no page can sign anybody out with a picture."""
