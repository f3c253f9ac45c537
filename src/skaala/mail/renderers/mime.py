"""The message as it goes over the wire, where Django's differs from what mail programs expect."""

from __future__ import annotations

from collections.abc import Mapping
from email.header import Header
from email.message import Message
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Any

from django.core.mail import EmailMultiAlternatives

from skaala.mail.renderers.emails import Invitation

LINE = 75
"""The longest line of a subject, the header's name included."""
LONGEST_LINE = 998
"""Characters that a line of an email may have (RFC 5322, 2.1.1)."""


class Mail(EmailMultiAlternatives):
    """
    An email whose HTML shows pictures: they come in one part with it, so that no program lists them as attachments.

    :param pictures: PNG by name; the HTML shows one as ``<img src="cid:NAME">``
    :param invitation: stands last among the alternatives, where Outlook, Gmail and Apple Mail look for it (RFC 6047, 2.4)
    """

    def __init__(
        self, *args: Any, pictures: Mapping[str, bytes], invitation: Invitation | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pictures = pictures
        self.invitation = invitation

    def message(self, *args: Any, **kwargs: Any) -> Any:
        """
        Return the message with its subject folded within its first line: Django leaves that empty where a word is long.

        Other headers are not folded: a link has no place for it, and some programs read the first line only.
        """
        message = super().message(*args, **kwargs)
        message.policy = message.policy.clone(max_line_length=LONGEST_LINE)
        del message["Subject"]
        words = str(self.subject)
        can_be_folded = words.isascii() and max(map(len, words.split()), default=0) < LINE - len("Subject: ")
        subject = Header(words, None if can_be_folded else "utf-8", LINE, "Subject")
        Message.__setitem__(message, "Subject", subject.encode())
        return message

    def _create_alternatives(self, msg: Any) -> Any:
        found = super()._create_alternatives(msg)  # type: ignore[misc]
        if self.pictures:
            *others, html = found.get_payload()
            related = MIMEMultipart("related", _subparts=[html])
            related.set_param("type", "text/html")
            for name, content in self.pictures.items():
                picture = MIMEImage(content, "png")
                picture.add_header("Content-ID", f"<{name}>")
                picture.add_header("Content-Disposition", "inline", filename=f"{name}.png")
                related.attach(picture)
            found.set_payload([*others, related])
        if self.invitation:
            calendar = MIMEText(self.invitation.content.decode(), "calendar", "utf-8")
            calendar.set_param("method", self.invitation.method)
            found.attach(calendar)
        return found
