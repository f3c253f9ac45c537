"""Texts of workspaces: the invitation for the chat of the call, and why a transcript is not read."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from skaala.announcement.files import Unreadable, UnreadableFile
from skaala.people.queries import base_url
from skaala.series.presenters import naming
from skaala.workshops.models import Board


def invitation_text(board: Board) -> str:
    """Return what to paste into a call, in every language: the workshop, the link that has the code in it, and the code."""
    parts = []
    for language in board.event.series.offered:
        with translation.override(language):
            url = f"{base_url(board.event.series.tenant)}{reverse('site:board-join')}?code={board.code}"
            words = _("Join the workspace of %(workshop)s: %(url)s (code %(code)s).") % {
                "workshop": naming.heading(board.event),
                "url": url,
                "code": board.code,
            }
            parts.append(f"{words} {_('If you registered, use the link in your email instead.')}")
    return "\n\n".join(parts)


def transcript_message(refusal: UnreadableFile) -> str:
    """Return why nothing can be taken from a transcript's file, and what to do."""
    if refusal.reason is Unreadable.NO_WORDS:
        return _(
            "No sentences were found in it. Choose the transcript of the call (VTT or DOCX), not its notes or chat."
        )
    if refusal.reason in (Unreadable.NOT_TEXT, Unreadable.EMPTY):
        return _("This is neither VTT nor DOCX. Download the transcript from the call once more.")
    return _("The document is broken, locked or too long. Download the transcript once more, as VTT.")
