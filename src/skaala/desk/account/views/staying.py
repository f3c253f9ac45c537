"""Staying signed in, and dropping a form that was kept during a sign-in."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from skaala.desk.frame.kept_forms import came_from, forget_form


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Note that somebody is still there, as every request of theirs does; a script sends this one."""
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@require_POST
def drop_kept_form(request: HttpRequest) -> HttpResponse:
    """Forget what was typed before a sign-in; its page is shown as it is saved."""
    forget_form(request, request.POST.get("action", ""))
    return redirect(came_from(request) or reverse("desk:home"))
