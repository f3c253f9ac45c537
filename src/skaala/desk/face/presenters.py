"""An email as an organisation's participants would get it, about a made-up registration that is never kept."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from skaala.mail.operations import queue_email
from skaala.mail.renderers.emails import RenderedEmail, compose
from skaala.people.models import Face, Tenant
from skaala.people.operations import change_logo
from skaala.registration.links import masked
from skaala.registration.models import Attendance, Registration, RegistrationEmail
from skaala.series.models import Event, Series
from skaala.ui.pictures import Picture
from skaala.ui.texts import Texts

ADDRESS = "matti.meikalainen@example.org"
SLUG = "-sample-"


def sample_email(
    face: Face, *, logo: Picture | None, without_logo: bool, language: str, now: datetime
) -> RenderedEmail:
    """
    Compose the confirmation of a registration as it would be with this look, whether or not it has been saved.

    All is written into the database, so that the email is made as every other is, and taken back at once.

    :param logo: a new one; None for the one there is
    """
    with transaction.atomic(), translation.override(language), masked():
        face.save()
        change_logo(face=face, logo=logo, without_logo=without_logo)
        composed = compose(_confirmation(face.tenant, language, now).email)
        transaction.set_rollback(True)
    return composed


def as_shown(composed: RenderedEmail) -> str:
    """Return the page of an email, and above it what a mail program says: from whom it is, where answers go, what it is about."""
    head = render_to_string("desk/face/sample_head.html", {"email": composed})
    return re.sub(r"(<body[^>]*>)", lambda begin: begin[1] + head, composed.as_page(), count=1)


def _confirmation(tenant: Tenant, language: str, now: datetime) -> RegistrationEmail:
    words = {
        "title": Texts(**{language: _("Example: workshops on good practices")}),
        "short_name": Texts(**{language: _("Example")}),
    }
    series = Series.objects.create(tenant=tenant, slug=SLUG, languages=[language], **words)
    start = timezone.localtime(now + timedelta(days=21)).replace(hour=13, minute=0, second=0, microsecond=0)
    event = Event.objects.create(
        series=series,
        slug="workshop",
        title=Texts(**{language: _("Example workshop")}),
        start=start,
        end=start + timedelta(hours=2),
        join_url="https://meeting.example.org/",
    )
    registration = Registration.objects.create(
        series=series,
        name=_("Matti Example"),
        email=ADDRESS,
        email_normalised=ADDRESS,
        organisation_kind=Registration.OrganisationKind.OTHER,
        language=language,
        notice_version=1,
        address_confirmed_at=now,
        created_at=now,
        updated_at=now,
    )
    Attendance.objects.create(
        registration=registration, event=event, mode=Attendance.Mode.ONLINE, created_at=now, confirmed_at=now
    )
    email = queue_email(
        kind="registration.confirmation", to_address=ADDRESS, to_name="", language=language, now=now
    )
    return RegistrationEmail.objects.create(registration=registration, email=email)
