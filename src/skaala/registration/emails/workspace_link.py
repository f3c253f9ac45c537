"""The email that brings somebody's key for the workspaces of a series: short, without a name and without any other link."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, composes
from skaala.people.queries import sender_of
from skaala.registration.emails.frame import registration_email_of, sender_name, without_gaps
from skaala.registration.links.workspace import workspace_url
from skaala.registration.queries.workspaces import KIND
from skaala.series.models.series_key import UnreadableSeal


@composes(KIND, name=pgettext_lazy("letter", "Link to the workspace"))
def workspace_link(email: Email) -> RenderedEmail:
    """Bring the key, which is not kept here any more once this email has been sent."""
    series = registration_email_of(email).registration.series
    try:
        url = workspace_url(series, email)
    except UnreadableSeal as error:
        raise Obsolete from error
    sender = sender_of(series.tenant)
    context = {
        "sender": sender,
        "series": series,
        "url": url,
        "sender_name": sender_name(series),
        "heading": _("Your link to the workspace"),
        "subject": _("Your link to the workspace: %(title)s") % {"title": series.title},
    }
    folder = "registration/emails"
    return RenderedEmail(
        subject=" ".join(str(context["subject"]).split()),
        text=sender.sign(without_gaps(render_to_string(f"{folder}/workspace_link.txt", context))),
        html=render_to_string(f"{folder}/workspace_link.html", context),
        reply_to=series.contact_email,
        sender=sender,
    )
