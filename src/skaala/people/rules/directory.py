"""
What a directory must say of somebody before they are let in, and why they are refused. Pure: claims in, a person out.

OpenID Connect Core 1.0, 3.1.3.7; RFC 7636 (PKCE); OpenID Connect Back-Channel Logout 1.0, 2.6.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeGuard

import jwt

from skaala.people.rules.roles import Role

# Signatures by a key pair alone: with a shared secret, whoever knows the public key could sign (HS256), or nobody needs to (none).
ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "EdDSA"),
)
CLOCKS_DIFFER_BY = timedelta(minutes=1)
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
LOGOUT_TOKEN_IS_NEW_FOR = timedelta(minutes=10)
LONGEST_SUBJECT = 255


class Reason(StrEnum):
    """Why a directory cannot be used, or somebody is refused; the words are in skaala.people.messages."""

    # The directory itself
    UNSAFE_ADDRESS = "unsafe-address"
    UNREACHABLE = "unreachable"
    NO_DIRECTORY = "no-directory"
    REDIRECTS = "redirects"
    CALLED_OTHERWISE = "called-otherwise"
    NO_KEYS = "no-keys"
    SECRET_REFUSED = "secret-refused"  # noqa: S105  a word, no secret
    REFUSED_BY_DIRECTORY = "refused-by-directory"
    # The way back from it
    UNKNOWN_ATTEMPT = "unknown-attempt"
    CODE_REFUSED = "code-refused"
    NO_REFRESH = "no-refresh"
    # What it says
    UNREADABLE = "unreadable"
    UNSIGNED = "unsigned"
    WRONG_SIGNATURE = "wrong-signature"
    WRONG_ISSUER = "wrong-issuer"
    WRONG_AUDIENCE = "wrong-audience"
    EXPIRED = "expired"
    REPLAYED = "replayed"
    NOT_FRESH = "not-fresh"
    # Who it is
    NO_ADDRESS = "no-address"
    UNVERIFIED_ADDRESS = "unverified-address"
    FOREIGN_DOMAIN = "foreign-domain"
    ANOTHER_ORGANISATION = "another-organisation"
    ANOTHER_PERSON = "another-person"
    CLOSED = "closed"
    BY_DIRECTORY_ONLY = "by-directory-only"
    TOO_MANY_GROUPS = "too-many-groups"
    NO_GROUP = "no-group"


class Refused(Exception):
    """Somebody is not let in, or a directory cannot be used."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True)
class Person:
    """Whom a directory has signed in: ``session`` is what it calls the session."""

    subject: str
    address: str
    name: str
    groups: frozenset[str]
    session: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def challenge(verifier: str) -> str:
    """Return what of a verifier is told before it is shown (RFC 7636)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def read_signed(token: str, keys: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """
    Return the claims of a token that one of a directory's keys has signed.

    :raises Refused: if it is not signed, or by somebody else
    """
    try:
        header = jwt.get_unverified_header(token)
    except jwt.PyJWTError:
        raise Refused(Reason.UNREADABLE) from None
    algorithm = header.get("alg")
    if algorithm not in ALGORITHMS:
        raise Refused(Reason.UNSIGNED, str(algorithm)[:20])
    for key in keys:
        if _is_for(key, header.get("kid"), str(algorithm)):
            claims = _claims_by(token, key, str(algorithm))
            if claims is not None:
                return claims
    raise Refused(Reason.WRONG_SIGNATURE)


def check(claims: Mapping[str, Any], *, issuer: str, client_id: str, now: datetime) -> str:
    """
    Check that a token is from this directory, for us, and of now; return its subject.

    :raises Refused: if it is not
    """
    if claims.get("iss") != issuer:
        raise Refused(Reason.WRONG_ISSUER, str(claims.get("iss"))[:200])
    audience = claims.get("aud")
    listed = audience if isinstance(audience, list) else [audience]
    party = claims.get("azp", client_id if len(listed) == 1 else None)
    if client_id not in listed or party != client_id:
        raise Refused(Reason.WRONG_AUDIENCE)
    begun, over = claims.get("iat"), claims.get("exp")
    if not _is_number(begun) or not _is_number(over):
        raise Refused(Reason.UNREADABLE)
    moment, leeway = now.timestamp(), CLOCKS_DIFFER_BY.total_seconds()
    if moment >= over + leeway or begun > moment + leeway:
        raise Refused(Reason.EXPIRED)
    subject = claims.get("sub", "")
    if not isinstance(subject, str) or len(subject) > LONGEST_SUBJECT:
        raise Refused(Reason.UNREADABLE)
    return subject


def check_fresh(claims: Mapping[str, Any], *, since: datetime) -> None:
    """
    Check that somebody who was asked to show again who they are has done so since.

    :raises Refused: if the directory says that they have not, or does not say it
    """
    shown = claims.get("auth_time")
    if not _is_number(shown) or shown < (since - CLOCKS_DIFFER_BY).timestamp():
        raise Refused(Reason.NOT_FRESH)


def person_of(claims: Mapping[str, Any], *, subject: str, nonce: str, groups_claim: str) -> Person:
    """
    Return whom the claims of a sign-in name.

    :raises Refused: if the token answers another question, or says too little
    """
    answered = claims.get("nonce")
    if not isinstance(answered, str) or not hmac.compare_digest(answered.encode(), nonce.encode()):
        raise Refused(Reason.REPLAYED)
    if not subject:
        raise Refused(Reason.UNREADABLE)
    address = claims.get("email")
    if not isinstance(address, str) or not 3 <= len(address.strip()) <= 254 or address.count("@") != 1:
        raise Refused(Reason.NO_ADDRESS)
    if claims.get("email_verified") in (False, "false"):
        raise Refused(Reason.UNVERIFIED_ADDRESS, address)
    name, session = claims.get("name"), claims.get("sid")
    return Person(
        subject=subject,
        address=address.strip().lower(),
        name=name.strip()[:200] if isinstance(name, str) else "",
        groups=_groups(claims, groups_claim),
        session=session[:255] if isinstance(session, str) else "",
    )


def with_userinfo(
    claims: Mapping[str, Any], found: Mapping[str, Any], *, groups_claim: str
) -> dict[str, Any]:
    """
    Return the claims of a token with the person's address, name and groups from the userinfo answer where the token has none.

    The answer is not signed, so nothing else is taken from it (OpenID Connect Core 1.0, 5.3.2).

    :raises Refused: if it is about somebody else
    """
    if found.get("sub") != claims.get("sub"):
        raise Refused(Reason.UNREADABLE, "userinfo: another sub")
    taken = {name: found[name] for name in ("name", groups_claim) if name in found and name not in claims}
    if "email" not in claims:
        # Whether an address is verified is said where the address is.
        taken |= {name: found[name] for name in ("email", "email_verified") if name in found}
    return {**claims, **taken}


def ended_by(claims: Mapping[str, Any], *, subject: str, now: datetime) -> tuple[str, str]:
    """
    Return whose sessions, or which one, a directory's notice of a sign-out ends: subject and session.

    :raises Refused: if it is no such notice; a token of a sign-in is none
    """
    events, session, begun = claims.get("events"), claims.get("sid", ""), claims["iat"]
    if not isinstance(events, Mapping) or LOGOUT_EVENT not in events or "nonce" in claims:
        raise Refused(Reason.UNREADABLE)
    if not isinstance(session, str) or not (subject or session):
        raise Refused(Reason.UNREADABLE)
    if now.timestamp() - begun > LOGOUT_TOKEN_IS_NEW_FOR.total_seconds():
        raise Refused(Reason.EXPIRED)
    return subject, session


def role_of(groups: Collection[str], table: Iterable[tuple[str, str]]) -> Role | None:
    """Return the role that may do most of those that somebody's groups give; None if no group is in the table."""
    given = {role for group, role in table if group in groups}
    return next((role for role in Role if role in given), None)


def _groups(claims: Mapping[str, Any], name: str) -> frozenset[str]:
    listed = claims.get(name, [])
    elsewhere = claims.get("_claim_names")
    if name not in claims and isinstance(elsewhere, Mapping) and name in elsewhere:
        raise Refused(Reason.TOO_MANY_GROUPS)  # Entra ID leaves them out when somebody is in more than 200
    if isinstance(listed, str):
        listed = [listed]
    return (
        frozenset(one for one in listed if isinstance(one, str)) if isinstance(listed, list) else frozenset()
    )


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_for(key: Mapping[str, Any], name: object, algorithm: str) -> bool:
    if key.get("use", "sig") != "sig" or key.get("alg", algorithm) != algorithm:
        return False
    return name is None or key.get("kid") in (None, name)


def _claims_by(token: str, key: Mapping[str, Any], algorithm: str) -> dict[str, Any] | None:
    # When it is from, for whom and by whom is checked by `check`, which is told the time.
    later = dict.fromkeys(("verify_exp", "verify_nbf", "verify_iat", "verify_aud", "verify_iss"), False)
    options: Any = {"enforce_minimum_key_length": True, "verify_sub": False, "verify_jti": False} | later
    try:
        public = jwt.PyJWK(dict(key), algorithm=algorithm)
        claims: dict[str, Any] = jwt.decode(token, public, algorithms=[algorithm], options=options)
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
    return claims
