"""How an organisation presents its pages and emails."""

from __future__ import annotations

from skaala.mail.renderers.sender import Sender
from skaala.people.models import Face, Tenant


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
    return Sender(name=str(face.sender_name), reply_to=face.reply_to, ending=ending)
