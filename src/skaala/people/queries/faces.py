"""How an organisation presents its pages and emails."""

from __future__ import annotations

from skaala.mail.renderers.sender import Logo as EmailLogo
from skaala.mail.renderers.sender import Sender
from skaala.people.models import Face, Logo, Tenant
from skaala.people.rules.colours import style_sheet

LOGO_IN_EMAILS = (200, 60)
"""The most width and height at which emails show a logo."""


def face_of(tenant: Tenant) -> Face:
    """Return the face of an organisation; an empty one where it has none of its own."""
    try:
        return tenant.face
    except Face.DoesNotExist:
        return Face(tenant=tenant)


def sender_of(tenant: Tenant) -> Sender:
    """Return whom emails of an organisation come from, in the language now active."""
    face = face_of(tenant)
    ending = "\n\n".join(filter(None, [str(face.footer), str(face.imprint)]))
    return Sender(
        name=str(face.sender_name),
        reply_to=face.reply_to,
        ending=ending,
        band=face.band,
        logo=_email_logo(face) if face.logo_width else None,
    )


def _email_logo(face: Face) -> EmailLogo:
    scale = min(1, LOGO_IN_EMAILS[0] / face.logo_width, LOGO_IN_EMAILS[1] / face.logo_height)
    return EmailLogo(
        content=bytes(face.logo.small),
        width=max(1, round(face.logo_width * scale)),
        height=max(1, round(face.logo_height * scale)),
        name=str(face.tenant.name),
    )


def style_sheet_of(slug: str) -> str:
    """Return the style sheet of an organisation's colours; empty where it has none of its own, or there is no organisation."""
    face = Face.objects.filter(tenant__slug=slug).first()
    return style_sheet(face.accent, face.band) if face else ""


def logo_of(slug: str) -> bytes:
    """Return the logo of an organisation, a PNG; empty where it has none."""
    found = Logo.objects.filter(face__tenant__slug=slug).values_list("content", flat=True).first()
    return bytes(found or b"")
