"""An owner decides how the organisation presents its pages and emails."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.face.forms import FaceForm, LogoForm
from skaala.desk.frame.messages import say_email_sent
from skaala.people import operations, queries
from skaala.people.models import Tenant
from skaala.people.rules import colours
from skaala.series.queries import public_series
from skaala.ui.languages import reader_language
from skaala.ui.offered import offer


def face(request: HttpRequest, organisation: str) -> HttpResponse:
    """Show and save the sender, the footer and the imprint."""
    tenant = _tenant(organisation)
    form = FaceForm(request.POST or None, record=queries.face_of(tenant))
    if form.is_valid():
        is_asked = operations.save_face(
            face=form.fill_in(),
            reply_to=form.cleaned_data["reply_address"],
            language=reader_language(),
            now=timezone.now(),
        )
        messages.success(request, _("Saved. Emails and public pages show it from now on."))
        if is_asked:
            _say_asked(request)
        return redirect("desk:face", organisation)
    return _page(request, tenant, form, LogoForm())


@require_POST
def logo(request: HttpRequest, organisation: str) -> HttpResponse:
    """Take a logo in, or take it away."""
    tenant = _tenant(organisation)
    held = queries.face_of(tenant)
    if request.POST.get("action") == "remove":
        operations.remove_logo(face=held)
        messages.success(request, _("The logo has been removed."))
        return redirect("desk:face", organisation)
    form = LogoForm(request.POST, request.FILES)
    if form.is_valid():
        operations.save_logo(face=held, picture=form.cleaned_data["logo"])
        messages.success(request, _("Saved. Public pages show the logo from now on."))
        return redirect("desk:face", organisation)
    return _page(request, tenant, FaceForm(record=held), form)


def _tenant(slug: str) -> Tenant:
    """Return the organisation, and ask for its texts in its usual languages alone."""
    found = get_object_or_404(Tenant, slug=slug)
    offer(found.offered)
    return found


def _page(request: HttpRequest, tenant: Tenant, form: FaceForm, logo_form: LogoForm) -> HttpResponse:
    face = queries.face_of(Tenant.objects.get(pk=tenant.pk))  # as it is saved, not as it was typed
    context = {
        "tenant": tenant,
        "form": form,
        "logo_form": logo_form,
        "face": face,
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
    status = 422 if form.errors or logo_form.errors else 200
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
