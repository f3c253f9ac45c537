"""An owner decides how the organisation presents its pages and emails."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.face.forms import FaceForm
from skaala.desk.frame.messages import say_email_sent
from skaala.people import operations, queries
from skaala.people.models import Tenant
from skaala.people.rules import colours
from skaala.series.queries import public_series
from skaala.ui.languages import reader_language
from skaala.ui.offered import offer, offered_choices


def face(request: HttpRequest, organisation: str) -> HttpResponse:
    """Show and save what an organisation says about who it is, and how it looks."""
    tenant = tenant_of(organisation)
    form = FaceForm(request.POST or None, request.FILES or None, record=queries.face_of(tenant))
    if form.is_valid():
        is_asked = operations.save_face(
            face=form.fill_in(),
            reply_to=form.cleaned_data["reply_address"],
            **form.look(),
            language=reader_language(),
            now=timezone.now(),
        )
        messages.success(request, _("Saved. Emails and public pages show it from now on."))
        if is_asked:
            _say_asked(request)
        return redirect("desk:face", organisation)
    return _page(request, tenant, form)


def tenant_of(slug: str) -> Tenant:
    """Return the organisation, and ask for its texts in its usual languages alone."""
    found = get_object_or_404(Tenant, slug=slug)
    offer(found.offered)
    return found


def _page(request: HttpRequest, tenant: Tenant, form: FaceForm) -> HttpResponse:
    face = queries.face_of(Tenant.objects.get(pk=tenant.pk))  # as it is saved, not as it was typed
    context = {
        "tenant": tenant,
        "form": form,
        "address": f"{queries.base_url(tenant)}/",
        "service": urlsplit(settings.BASE_URL).hostname,
        "operator": settings.OPERATOR_EMAIL,
        "face": face,
        "sender": queries.sender_of(tenant),
        "languages": offered_choices(),
        "has_mail_server": bool(settings.EMAIL_URL),
        "has_front": bool(face.introduction or public_series(now=timezone.now(), tenant=tenant)),
        "samples": [
            (name, colour, on)
            for name, colour, on in (
                (_("Links and buttons"), face.accent, colours.WHITE),
                (_("The same on dark screens"), face.accent and colours.dark_accent(face.accent), "#111917"),
                (_("Behind headings"), face.band, colours.WHITE),
            )
            if colour
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "desk/face/face.html", context, status=status)


@require_POST
def ask_again(request: HttpRequest, organisation: str) -> HttpResponse:
    """Send the email to the reply address once more."""
    held = queries.face_of(get_object_or_404(Tenant, slug=organisation))
    try:
        operations.ask_reply_address_again(face=held, language=reader_language(), now=timezone.now())
    except operations.NothingAsked:
        messages.info(request, _("No reply address waits to be confirmed."))
    else:
        _say_asked(request)
    return redirect("desk:face", organisation)


def _say_asked(request: HttpRequest) -> None:
    say_email_sent(request, _("An email has been sent to the reply address. Confirm it from there."))
