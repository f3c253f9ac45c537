"""How the emails of an organisation look: as they are saved or are about to be, and a test to whoever looks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.face.forms import FaceForm
from skaala.desk.face.presenters import as_shown, sample_email
from skaala.desk.face.views.face import tenant_of
from skaala.desk.frame.access import account_of
from skaala.desk.frame.email_page import in_a_frame
from skaala.desk.frame.test_email import queue_test_email
from skaala.people import queries
from skaala.ui.languages import reader_language
from skaala.ui.offered import offered_one


@in_a_frame
def email(request: HttpRequest, organisation: str) -> HttpResponse:
    """Show an email in a frame: as it is with the look that is saved, or, sent by the form, with the one that is typed."""
    tenant = tenant_of(organisation)
    face = queries.face_of(tenant)
    asked = request.POST.get("language") or request.GET.get("language") or reader_language()
    look: dict[str, Any] = {"logo": None, "without_logo": False}
    if request.method == "POST":
        form = FaceForm(request.POST, request.FILES, record=face)
        if not form.is_valid():
            return render(request, "desk/face/sample_problems.html", {"form": form}, status=422)
        face, look = form.fill_in(), form.look()
        face.reply_to = form.cleaned_data["reply_address"]
    composed = sample_email(face, language=offered_one(asked, tenant.languages), now=timezone.now(), **look)
    return HttpResponse(as_shown(composed))


@require_POST
def send_test(request: HttpRequest, organisation: str) -> HttpResponse:
    """Send whoever looks a test email of this organisation."""
    account = account_of(request)
    queue_test_email(account, tenant_of(organisation), now=timezone.now())
    messages.success(request, _("A test email is on its way to %(address)s.") % {"address": account.email})
    return redirect("desk:face", organisation)
