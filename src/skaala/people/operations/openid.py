"""Talking to a directory: what it offers, its keys, and the tokens that it gives for a code. Nothing is stored here."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from skaala.people.models import Directory
from skaala.people.operations.outgoing import ask, check_address
from skaala.people.operations.sealing import seal, unseal
from skaala.people.rules.directory import Reason, Refused, challenge, read_signed, with_userinfo

SECRET = "directory-secret"  # noqa: S105  a purpose, no secret
WELL_KNOWN = "/.well-known/openid-configuration"
MOST_KEYS = 50


@dataclass(frozen=True)
class Offer:
    """What a directory offers."""

    authorization: str
    token: str
    keys: str
    end_session: str
    has_pkce: bool
    takes_secret_in_form: bool
    tells_of_sign_outs: bool
    userinfo: str = ""


@dataclass(frozen=True)
class Tokens:
    """What a directory gives for a code."""

    identity: str
    refresh: str
    access: str = ""


def seal_secret(secret: str) -> bytes:
    """Return a client's secret as it is kept."""
    return seal(SECRET, secret.encode())


def discover(issuer: str) -> Offer:
    """
    Read what the directory at ``issuer`` offers.

    :raises Refused: if there is none, or it calls itself otherwise
    """
    status, found = ask(f"{issuer.rstrip('/')}{WELL_KNOWN}")
    if status != 200:
        raise Refused(Reason.NO_DIRECTORY, issuer)
    if found.get("issuer") != issuer:
        raise Refused(Reason.CALLED_OTHERWISE, str(found.get("issuer"))[:500])
    methods = found.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    pkce = found.get("code_challenge_methods_supported")
    return Offer(
        authorization=_address(found, "authorization_endpoint"),
        token=_address(found, "token_endpoint"),
        keys=_address(found, "jwks_uri"),
        end_session=_address(found, "end_session_endpoint") if "end_session_endpoint" in found else "",
        has_pkce=isinstance(pkce, list) and "S256" in pkce,
        takes_secret_in_form=isinstance(methods, list) and "client_secret_basic" not in methods,
        tells_of_sign_outs=found.get("backchannel_logout_supported") is True,
        userinfo=_address(found, "userinfo_endpoint") if "userinfo_endpoint" in found else "",
    )


def keys_of(offer: Offer) -> list[dict[str, Any]]:
    """
    Read the keys with which a directory signs.

    :raises Refused: if there are none
    """
    status, found = ask(offer.keys)
    listed = found.get("keys")
    keys = [key for key in listed if isinstance(key, dict)] if isinstance(listed, list) else []
    if status != 200 or not keys:
        raise Refused(Reason.NO_KEYS)
    return keys[:MOST_KEYS]


def read_token(token: str, offer: Offer) -> dict[str, Any]:
    """
    Return the claims of a token that the directory has signed.

    :raises Refused: if it has not
    """
    return read_signed(token, keys_of(offer))


def authorization_address(
    directory: Directory, offer: Offer, *, back: str, state: str, nonce: str, verifier: str, is_fresh: bool
) -> str:
    """
    Return where a browser goes to sign in.

    :param is_fresh: the person shall show again who they are, although the directory knows them
    """
    fields = {
        "response_type": "code",
        "client_id": directory.client_id,
        "redirect_uri": back,
        "scope": directory.scopes,
        "state": state,
        "nonce": nonce,
        "code_challenge": challenge(verifier),
        "code_challenge_method": "S256",
    }
    if is_fresh:
        fields |= {"prompt": "login", "max_age": "0"}
    return _with(offer.authorization, fields)


def sign_out_address(directory: Directory, address: str, *, token: str, back: str) -> str:
    """Return where a browser goes to sign out of the directory too (OpenID Connect RP-Initiated Logout)."""
    fields = {"id_token_hint": token, "client_id": directory.client_id, "post_logout_redirect_uri": back}
    return _with(address, fields)


def tokens_for_code(directory: Directory, offer: Offer, *, code: str, verifier: str, back: str) -> Tokens:
    """
    Exchange a code, which works once.

    :raises Refused: if the directory gives nothing for it
    """
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": verifier,
    }
    found = _tokens(directory, offer, form)
    identity, refresh = found.get("id_token"), found.get("refresh_token", "")
    if not isinstance(identity, str) or not isinstance(refresh, str):
        raise Refused(Reason.UNREADABLE)
    access = found.get("access_token")
    return Tokens(identity, refresh, access if isinstance(access, str) and access.isprintable() else "")


def completed(claims: dict[str, Any], offer: Offer, tokens: Tokens, *, groups_claim: str) -> dict[str, Any]:
    """
    Return the claims of a sign-in with what the directory says of the person at its userinfo address alone.

    It is asked only where the token leaves out the address or the groups. Were its failure taken for "no groups", an
    outage would end memberships.

    :raises Refused: if it does not answer, or about somebody else
    """
    if not (offer.userinfo and tokens.access) or {"email", groups_claim} <= set(claims):
        return claims
    status, found = ask(offer.userinfo, headers={"Authorization": f"Bearer {tokens.access}"})
    if status != 200:
        raise Refused(
            Reason.UNREACHABLE if status >= 500 else Reason.REFUSED_BY_DIRECTORY, f"userinfo: {status}"
        )
    return with_userinfo(claims, found, groups_claim=groups_claim)


def refresh(directory: Directory, offer: Offer, *, token: str) -> str:
    """
    Return the next refresh token of a session that goes on.

    :raises Refused: with :attr:`Reason.CODE_REFUSED` if it has ended
    """
    found = _tokens(directory, offer, {"grant_type": "refresh_token", "refresh_token": token})
    following = found.get("refresh_token", token)
    return following if isinstance(following, str) else token


def check_secret(directory: Directory, offer: Offer, *, back: str) -> None:
    """
    Send a code that is made up: a directory that takes the client's secret refuses the code, and the code alone.

    :raises Refused: if it does not take the secret
    """
    try:
        tokens_for_code(directory, offer, code="made-up", verifier="m" * 43, back=back)
    except Refused as refusal:
        if refusal.reason != Reason.CODE_REFUSED:
            raise


def _tokens(directory: Directory, offer: Offer, form: dict[str, str]) -> dict[str, Any]:
    secret = unseal(SECRET, directory.sealed_secret)
    if secret is None:
        raise Refused(Reason.SECRET_REFUSED)
    headers = {}
    if offer.takes_secret_in_form:
        form = form | {"client_id": directory.client_id, "client_secret": secret.decode()}
    else:
        pair = f"{quote(directory.client_id, safe='')}:{quote(secret.decode(), safe='')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    status, found = ask(offer.token, form=form, headers=headers)
    if status == 200:
        return found
    error = str(found.get("error", ""))[:100]
    if error == "invalid_grant":
        raise Refused(Reason.CODE_REFUSED, error)
    if status == 401 or error in {"invalid_client", "unauthorized_client"}:
        raise Refused(Reason.SECRET_REFUSED, error)
    if status >= 500:
        raise Refused(Reason.UNREACHABLE, directory.issuer)
    raise Refused(Reason.REFUSED_BY_DIRECTORY, error)


def _address(found: Mapping[str, Any], name: str) -> str:
    address = found.get(name)
    if not isinstance(address, str):
        raise Refused(Reason.NO_DIRECTORY, name)
    check_address(address)
    return address


def _with(address: str, fields: Mapping[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(fields)}"
