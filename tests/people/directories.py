"""Two directories that tests run: a real OpenID provider, and one that says whatever it is said to."""

from __future__ import annotations

import base64
import json
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from skaala.people.models import Directory, Tenant
from skaala.people.operations import confirm_domain, save_directory
from skaala.people.rules import Role
from skaala.people.rules.directory import challenge
from tests import cast
from tests.cast import TODAY

CLIENT, SECRET = "skaala", "a secret: of % two"
GROUPS = {"organisers": Role.ORGANISER, "readers": Role.READER, "owners": Role.OWNER}


@dataclass
class Provider:
    """The real one: `oidc-provider-mock`, in a process of its own."""

    issuer: str

    def knows(self, subject: str, **claims: Any) -> None:
        """Have it know somebody, with these claims."""
        httpx.put(f"{self.issuer}/users/{subject}", json=claims).raise_for_status()

    def ends(self, subject: str) -> None:
        """End what it has given to somebody."""
        httpx.post(f"{self.issuer}/users/{subject}/revoke-tokens").raise_for_status()

    def signs_in(self, address: str, subject: str) -> str:
        """Sign somebody in at the address where we have sent them; return where it sends them back to."""
        answer = httpx.post(address, data={"sub": subject})
        assert answer.status_code == 302, answer.text
        return answer.headers["location"]

    def client(self) -> tuple[str, str]:
        """Register us, as its operator would; return our name and secret."""
        body = {"redirect_uris": ["http://testserver/directories/house/return"]}
        found = httpx.post(f"{self.issuer}/oauth2/clients", json=body).json()
        return found["client_id"], found["client_secret"]


@contextmanager
def running_provider() -> Iterator[Provider]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    environment = os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"}
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    provider = Provider(f"http://127.0.0.1:{port}")
    try:
        for _time in range(600):
            try:
                httpx.get(f"{provider.issuer}/.well-known/openid-configuration").raise_for_status()
                break
            except httpx.TransportError:
                assert child.poll() is None, "the provider ended"
                time.sleep(0.05)
        yield provider
    finally:
        child.terminate()
        child.wait()


@dataclass
class Liar:
    """
    A directory that says what it is said: ``claims`` go over those of an honest token, and ``signs`` makes the token of them.

    It keeps to the protocol otherwise: a code works once, with the verifier whose challenge was sent.
    """

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    description: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, tuple[int, Any]] = field(default_factory=dict)
    algorithm: str = "RS256"
    asked: list[str] = field(default_factory=list)
    heads: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))
    signing_key: Any = None

    def token(self, nonce: str = "", **claims: Any) -> str:
        now = int(time.time())
        honest = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "anna",
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "email": "anna@kunta.fi",
            "name": "Anna",
            "groups": ["organisers"],
        }
        said = {name: value for name, value in (honest | self.claims | claims).items() if value is not ...}
        key = self.signing_key if self.signing_key is not None else self.key
        if (
            self.algorithm == "HS256"
        ):  # signed with the public key, which everybody has; PyJWT itself refuses to
            return _signed_by_hand(said, self.public_pem())
        return jwt.encode(said, None if self.algorithm == "none" else key, self.algorithm, {"kid": "one"})

    def public_pem(self) -> bytes:
        return self.key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def signs_in(self, address: str) -> str:
        """Sign Anna in, as :meth:`Provider.signs_in` does."""
        sent = dict(parse_qsl(urlsplit(address).query))
        code = secrets.token_hex(8)
        self.codes[code] = sent
        return f"{sent['redirect_uri']}?code={code}&state={sent['state']}"

    def answer(self, path: str, form: dict[str, str]) -> tuple[int, Any]:
        self.asked.append(path)
        if path in self.answers:
            return self.answers[path]
        if path.endswith("openid-configuration"):
            ends = ("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint")
            said = {name: f"{self.issuer}/{name}" for name in ends}
            more = {"issuer": self.issuer, "code_challenge_methods_supported": ["S256"]}
            return 200, said | more | self.description
        if path == "/jwks_uri":
            public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
            return 200, {"keys": [public | {"kid": "one", "use": "sig"}]}
        if form.get("grant_type") == "refresh_token":
            return 200, {"refresh_token": form["refresh_token"]}
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or asked["code_challenge"] != challenge(form["code_verifier"]):
            return 400, {"error": "invalid_grant"}
        return 200, {
            "id_token": self.token(asked["nonce"]),
            "refresh_token": "refresh",
            "access_token": "access",
        }


def _signed_by_hand(claims: dict[str, Any], secret: bytes) -> str:
    import hashlib
    import hmac

    def part(content: bytes) -> str:
        return base64.urlsafe_b64encode(content).decode().rstrip("=")

    head = part(json.dumps({"alg": "HS256", "typ": "JWT", "kid": "one"}).encode())
    signed = f"{head}.{part(json.dumps(claims).encode())}"
    return f"{signed}.{part(hmac.digest(secret, signed.encode(), hashlib.sha256))}"


@contextmanager
def running_liar() -> Iterator[Liar]:
    liar = Liar()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            self._answer(dict(parse_qsl(self.rfile.read(length).decode())))

        def _answer(self, form: dict[str, str]) -> None:
            liar.heads[self.path] = dict(self.headers)
            status, said = liar.answer(self.path, form)
            body = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", "http://169.254.169.254/")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    liar.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    try:
        yield liar
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def set_up(
    issuer: str, *, tenant: Tenant | None = None, client: tuple[str, str] = (CLIENT, SECRET), **details: Any
) -> Directory:
    """Set up the directory of an organisation, with the domain kunta.fi confirmed."""
    tenant = tenant or cast.a_tenant()
    directory = Directory(
        tenant=tenant, **{"is_on": True, "issuer": issuer, "client_id": client[0]} | details
    )
    save_directory(directory=directory, secret=client[1], domains=["kunta.fi"], groups=GROUPS)
    confirm_domain(tenant=tenant, domain="kunta.fi", now=TODAY)
    return directory
