"""
Asking a server elsewhere, whose address somebody has typed: within a time and a size, over TLS, and not in our own network.

The answer is an object in JSON. A redirect is not followed: it could lead anywhere. The name is looked up once and the connection
goes to what was found, so that it cannot be another machine a moment later. Through an operator's proxy it is the proxy that
connects: what can be looked up here is checked here all the same, and the proxy must refuse its own network for what it looks up.
"""

from __future__ import annotations

import base64
import http.client
import ipaddress
import json
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import closing, suppress
from typing import Any
from urllib.parse import SplitResult, unquote, urlencode, urlsplit

from django.conf import settings

from skaala.people.rules.directory import Reason, Refused

A_STEP_SECONDS = 5
ALL_SECONDS = 10
MOST_BYTES = 1_000_000
OF_NETWORKS = ("local", "internal", "localhost", "lan", "intranet", "corp", "home", "arpa")
"""The last parts of names that networks use within themselves (RFC 6762, RFC 8375, ICANN's collisions)."""


def ask(
    address: str,
    *,
    form: Mapping[str, str] | None = None,
    data: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    operators_seconds: int = 0,
) -> tuple[int, dict[str, Any]]:
    """
    Return status and object of an answer; with ``form``, or with ``data`` in JSON, it is a POST.

    :param operators_seconds: the operator has set the address, so it may be in their own network, and this is how long it is waited for
    :raises Refused: if the address is not safe, nobody answers in time, or the answer is none
    """
    parts = urlsplit(address) if operators_seconds else check_address(address)
    connection = _connect(parts, operators_seconds)
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    sent = {"Accept": "application/json", "User-Agent": "Skaala", **(headers or {})}
    body: str | bytes | None = None
    if form is not None:
        body, sent["Content-Type"] = urlencode(form), "application/x-www-form-urlencoded"
    elif data is not None:
        body, sent["Content-Type"] = json.dumps(data).encode(), "application/json"
    # A server that drips keeps every single step within its time; this ends it.
    is_over = threading.Event()
    alarm = threading.Timer(operators_seconds or ALL_SECONDS, _hang_up, [connection, is_over])
    alarm.start()
    try:
        with closing(connection):
            connection.request("GET" if body is None else "POST", path, body, sent)
            answer = connection.getresponse()
            content = answer.read(MOST_BYTES + 1)
    except (OSError, http.client.HTTPException):
        raise Refused(Reason.UNREACHABLE, parts.netloc) from None
    finally:
        alarm.cancel()
    if is_over.is_set():  # what had come by then can look like an answer
        raise Refused(Reason.UNREACHABLE, parts.netloc)
    if 300 <= answer.status < 400:
        raise Refused(Reason.REDIRECTS, parts.netloc)
    return answer.status, _read(content, parts)


def check_address(address: str) -> SplitResult:
    """
    Return the parts of an address that may be asked.

    :raises Refused: if it may not
    """
    try:
        parts = urlsplit(address)
        is_odd = parts.username is not None or parts.fragment or (parts.port or 1) < 1
    except ValueError:
        raise Refused(Reason.UNSAFE_ADDRESS, address[:200]) from None
    host = parts.hostname or ""
    is_ours = parts.scheme == "http" and _is_development() and _is_loopback(host)
    if is_odd or not host or not address.isprintable() or " " in address:
        raise Refused(Reason.UNSAFE_ADDRESS, address[:200])
    if parts.scheme != "https" and not is_ours:
        raise Refused(Reason.UNSAFE_ADDRESS, address[:200])
    return parts


def _read(content: bytes, parts: SplitResult) -> dict[str, Any]:
    try:
        found = json.loads(content) if len(content) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Refused(Reason.NO_DIRECTORY, parts.netloc)
    return found


def _connect(parts: SplitResult, operators_seconds: int) -> http.client.HTTPConnection:
    host, is_tls = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if is_tls else 80)
    proxy = urlsplit(settings.OUTGOING_PROXY) if settings.OUTGOING_PROXY and is_tls else None
    try:
        found = [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        # Behind a proxy, names of the internet are often not known.
        if proxy is None:
            raise Refused(Reason.UNREACHABLE, parts.netloc) from None
        found = []
    is_safe = all(map(_may_be_asked, found)) and (found or not _is_of_a_network(host))
    if not is_safe and not operators_seconds:
        raise Refused(Reason.UNSAFE_ADDRESS, parts.netloc)
    step = operators_seconds or A_STEP_SECONDS
    if proxy is not None:
        return _Proxied(host, port, proxy, step)
    return _Pinned(host, port, found[0], is_tls, step)


class _Pinned(http.client.HTTPConnection):
    """Goes to the machine that was found, and has its certificate checked for the name that was asked for."""

    def __init__(self, host: str, port: int, machine: str, is_tls: bool, step: int) -> None:
        super().__init__(host, port, timeout=step)
        self.step = step
        self.machine, self.is_tls = machine, is_tls
        self.default_port = 443 if is_tls else 80  # the name of the host is sent without it

    def connect(self) -> None:
        self.sock = socket.create_connection((self.machine, self.port), self.step)
        if self.is_tls:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


class _Proxied(http.client.HTTPConnection):
    """Goes through the operator's proxy, encrypted from here to the server: the proxy learns its name and nothing else."""

    def __init__(self, host: str, port: int, proxy: SplitResult, step: int) -> None:
        super().__init__(proxy.hostname or "", proxy.port or 3128, timeout=step)
        self.server = host
        self.default_port = 443  # the name of the host is sent without it
        self.set_tunnel(host, port, _as_whom(proxy))

    def connect(self) -> None:
        super().connect()
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.server)


def _as_whom(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _hang_up(connection: http.client.HTTPConnection, is_over: threading.Event) -> None:
    is_over.set()
    held = connection.sock
    with suppress(OSError, AttributeError):
        held.shutdown(socket.SHUT_RDWR)


def _may_be_asked(machine: str) -> bool:
    found = ipaddress.ip_address(machine.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    if found.is_loopback:
        return _is_development()
    if found.is_link_local or found.is_multicast or found.is_unspecified:
        return False  # where clouds keep the secrets of a machine, for one
    return found.is_global or settings.PRIVATE_DIRECTORIES


def _is_of_a_network(host: str) -> bool:
    """Say whether a name that is not known here means a machine of some network, not one of the internet."""
    return "." not in host.strip(".") or host.rstrip(".").rpartition(".")[2].lower() in OF_NETWORKS


def _is_development() -> bool:
    return bool(settings.MODE != "production")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False
