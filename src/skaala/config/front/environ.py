"""A request as WSGI wants it: a dictionary of names from CGI's days."""

from __future__ import annotations

import sys
from typing import IO, Any, Protocol

Environ = dict[str, Any]


class Scope(Protocol):
    """What the server tells of a request; its own class has no types."""

    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    headers: Any


def environ_of(scope: Scope) -> Environ:
    """
    Return the request's names, without its body.

    A header with an underscore is left out: as ``HTTP_X_FORWARDED_FOR`` it could pass for one with hyphens, which a proxy
    sets and strips.
    """
    server, _, port = scope.server.rpartition(":")
    environ: Environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode("utf-8", "replace").decode("latin-1"),
        "QUERY_STRING": scope.query_string.encode("utf-8", "replace").decode("latin-1"),
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.url_scheme": scope.scheme,
    }
    for name, value in scope.headers.items():
        if "_" in name:
            continue
        key = name.upper().replace("-", "_")
        if key not in {"CONTENT_TYPE", "CONTENT_LENGTH"}:
            key = f"HTTP_{key}"
        if key in environ:
            value = f"{environ[key]}{'; ' if key == 'HTTP_COOKIE' else ','}{value}"
        environ[key] = value
    return environ


def with_body(environ: Environ, body: IO[bytes]) -> Environ:
    """Add the body, which has come whole."""
    environ.update(
        {
            "wsgi.version": (1, 0),
            "wsgi.input": body,
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
    )
    return environ
