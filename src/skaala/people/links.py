"""Links in emails to those who work here: an invitation, a new password, an account to keep. Signed, never stored."""

from __future__ import annotations

from urllib.parse import quote, urlencode
from uuid import UUID

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import override

from skaala.mail.models import Email
from skaala.people.models import Account, MemberInvitation
from skaala.people.rules import totp

_signer = Signer(salt="skaala.member-invitation", sep="~")
_reply = Signer(salt="skaala.reply-address", sep="~")
_kept = Signer(salt="skaala.keep-account", sep="~")


def make_token(invitation: MemberInvitation) -> str:
    """Return what the link of an invitation has in it."""
    return _signer.sign(str(invitation.pk))


def find_invitation(token: str) -> MemberInvitation | None:
    """Return the invitation of a link, whatever has become of it; None for one that is made up."""
    try:
        key = int(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
    return MemberInvitation.objects.select_related("tenant", "invited_by").filter(pk=key).first()


def invitation_url(invitation: MemberInvitation) -> str:
    """Return the address of the page on which an invitation is accepted, in its language."""
    with override(invitation.language):
        return f"{settings.BASE_URL}{reverse('desk:accept-invitation', args=[make_token(invitation)])}"


def new_password_url(account: Account, language: str) -> str:
    """Return the address at which a new password can be chosen: once, within an hour, until the next sign-in."""
    token = f"{account.pk}.{default_token_generator.make_token(account)}"
    with override(language):
        return f"{settings.BASE_URL}{reverse('desk:new-password', args=[token])}"


def account_of_link(token: str) -> Account | None:
    """Return whose new password a link is for; None if it is made up, used, or too old."""
    number, _dot, proof = token.partition(".")
    if not number.isdecimal() or len(number) > 18:
        return None
    account = Account.objects.filter(pk=int(number), is_active=True).first()
    return account if account and default_token_generator.check_token(account, proof) else None


def authenticator_address(secret: bytes, account: Account, *, issuer: str) -> str:
    """Return what the QR code says to an authenticator app."""
    label = quote(f"{issuer}:{account.email}")
    fields = {
        "secret": totp.as_text(secret),
        "issuer": issuer,
        "digits": totp.DIGITS,
        "period": totp.STEP_SECONDS,
    }
    return f"otpauth://totp/{label}?{urlencode(fields, quote_via=quote)}"


def make_keep_token(account: Account) -> str:
    """Return what the link has in it by which an account is kept open."""
    return _kept.sign(str(account.pk))


def account_to_keep(token: str) -> Account | None:
    """Return the account of a link by which it is kept open, also if it has been closed; None for one that is made up."""
    try:
        key = int(_kept.unsign(token))
    except (BadSignature, ValueError):
        return None
    return Account.objects.filter(pk=key).first()


def keep_account_url(account: Account, language: str) -> str:
    """Return the address of the page on which an account is kept open."""
    with override(language):
        return f"{settings.BASE_URL}{reverse('desk:keep-account', args=[make_keep_token(account)])}"


def reply_address_url(email: Email) -> str:
    """Return the address of the page on which a mailbox confirms that it takes answers to an organisation's emails."""
    with override(email.language):
        return f"{settings.BASE_URL}{reverse('desk:reply-address', args=[_reply.sign(email.pk.hex)])}"


def email_that_asked(token: str) -> UUID | None:
    """Return the number of the email whose link this is; None for one that is made up."""
    try:
        return UUID(_reply.unsign(token))
    except (BadSignature, ValueError):
        return None
