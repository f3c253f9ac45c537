"""Makes odd HTTP requests from a seed: well-formed enough to reach the program, wrong in one to three ways."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

# Bytes that break decoders and databases: NUL, a lone surrogate, an overlong form, half a character, a byte order mark.
ODD_BYTES = (
    b"\x00", b"%00", b"%ED%A0%80", b"\xed\xa0\x80", b"%C0%AF", b"\xc3", b"%", b"%zz", b"%EF%BB%BF", b"\xff\xfe", b"%0d%0a",
    b"%F4%90%80%80", b"\xe2\x80\xae", b"%2e%2e%2f", b"+", b"&", b"=", b"[]", b"9" * 400, b"-1", b"1e999", b"NaN",
)  # fmt: skip
ODD_ORIGINS = (
    b"http://[::1", b"http://[", b"null", b"", b"http://[v1.x]:80", b"http://\xff", b"https://a b", b"javascript:0",
    b"http://[::1]:99999999", b"//", b"http://user:pa@ss@[", b"http://x\xc2\xa0y",
)  # fmt: skip
ODD_TYPES = (
    b"multipart/form-data", b"multipart/form-data; boundary=", b"multipart/form-data; boundary=\xff",
    b"multipart/form-data; boundary=" + b"x" * 300, b"multipart/form-data; boundary=b; charset=utf-7",
    b"multipart/form-data; boundary=b; charset=no-such", b"application/x-www-form-urlencoded; charset=utf-16",
    b"application/x-www-form-urlencoded; charset=\x80", b"application/x-www-form-urlencoded; charset=idna",
    b"application/x-www-form-urlencoded; charset=base64", b"application/json", b"text/plain; charset=\"", b";", b"",
    b"application/x-www-form-urlencoded; charset=rot13", b"multipart/form-data; boundary*=utf-8''%ff",
    b"multipart/form-data; boundary=b; charset=unicode_escape", b"multipart/mixed; boundary=b",
)  # fmt: skip
ODD_LANGUAGES = (
    b"",
    b"xx" * 5000,
    b"fi;q=\xff",
    b"*;q=nan",
    b"fi-\x80",
    b"sv;q=9e999",
    b",,,,",
    b"en-" + b"x-" * 900,
)
ODD_COOKIES = (
    b"sessionid=\xff", b"csrftoken=\x01", b"a" * 5000, b"=;=;=", b"sessionid=../../x", b"messages=\xed\xa0\x80",
    b'messages="[[\\"__json_message\\""', b"django_language=%00", b"sessionid=" + b"0" * 400,
)  # fmt: skip
ODD_PARTS = (
    b'--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nx\x00y\r\n--b--\r\n',
    b'--b\r\nContent-Disposition: form-data; name="name"; filename="x"\r\nContent-Type: a/b; charset=zz\r\n\r\nx\r\n--b--\r\n',
    b'--b\r\nContent-Disposition: form-data; name="name"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!=\r\n--b--\r\n',
    b'--b\r\nContent-Disposition: form-data; name*=utf-8\'\'%ff\r\n\r\nx\r\n--b--\r\n',
    b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n", b"--b\r\n\r\n", b"--b--", b"no boundary at all",
    b'--b\r\nContent-Disposition: form-data; name="\xff\xfe"\r\n\r\n\xff\r\n--b--\r\n', b"--b\r\n" * 2000,
)  # fmt: skip
METHODS = (
    b"GET",
    b"POST",
    b"HEAD",
    b"PUT",
    b"DELETE",
    b"PATCH",
    b"OPTIONS",
    b"TRACE",
    b"PROPFIND",
    b"QUERY",
    b"get",
)


@dataclass
class OddRequest:
    """A request as it goes over the wire; ``path`` is what it was made from."""

    path: str
    method: bytes
    target: bytes
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""

    def wire(self) -> bytes:
        """Return the bytes; the connection is closed after the answer."""
        length = (
            [(b"Content-Length", str(len(self.body)).encode())] if self.body or self.method == b"POST" else []
        )
        head = [b"%s %s HTTP/1.1" % (self.method, self.target)]
        head += [b"%s: %s" % pair for pair in [*self.headers, *length, (b"Connection", b"close")]]
        return b"\r\n".join(head) + b"\r\n\r\n" + self.body


def odd_request(chance: random.Random, doors: Sequence[tuple[str, Sequence[str]]], host: str) -> OddRequest:
    """
    Return one request to one of ``doors``.

    :param doors: paths with the names of the fields that their forms have
    """
    path, fields = chance.choice(doors)
    method = chance.choice(METHODS) if chance.random() < 0.15 else chance.choice((b"GET", b"POST", b"POST"))
    request = OddRequest(path, method, path.encode(), [(b"Host", host.encode())])
    if method == b"POST":
        request.headers.append((b"Content-Type", b"application/x-www-form-urlencoded"))
        request.body = b"&".join(
            name.encode() + b"=" + chance.choice((b"x", b"1", b"fi", b"a@b.fi", _odd(chance)))
            for name in fields
        )
    for _ in range(chance.randint(1, 3)):
        chance.choice(_WAYS)(chance, request)
    return request


def _odd(chance: random.Random) -> bytes:
    return b"".join(chance.choice(ODD_BYTES) for _ in range(chance.randint(1, 3)))


def _set(request: OddRequest, name: bytes, value: bytes) -> None:
    request.headers = [pair for pair in request.headers if pair[0] != name] + [(name, value)]


def _odd_path(chance: random.Random, request: OddRequest) -> None:
    parts = request.target.split(b"/")
    parts[chance.randrange(1, len(parts))] = _odd(chance).replace(b"\x00", b"%00")
    request.target = b"/".join(parts)


def _odd_query(chance: random.Random, request: OddRequest) -> None:
    name = chance.choice(
        (b"q", b"page", b"event", b"for", b"preview", b"code", b"sort", b"part", b"sent", b"next", b"lang")
    )
    request.target += b"?" + name + b"=" + _odd(chance).replace(b"\x00", b"%00")


def _odd_origin(chance: random.Random, request: OddRequest) -> None:
    _set(request, chance.choice((b"Origin", b"Referer")), chance.choice(ODD_ORIGINS))


def _odd_type(chance: random.Random, request: OddRequest) -> None:
    _set(request, b"Content-Type", chance.choice(ODD_TYPES))
    if chance.random() < 0.6:
        request.body = chance.choice(ODD_PARTS)


def _odd_field(chance: random.Random, request: OddRequest) -> None:
    request.body += b"&" + chance.choice(
        (b"name", b"email", b"events", b"text", b"action", b"code", b"people", _odd(chance))
    )
    request.body += b"=" + _odd(chance)


def _odd_header(chance: random.Random, request: OddRequest) -> None:
    name, values = chance.choice(
        (
            (b"Accept-Language", ODD_LANGUAGES),
            (b"Cookie", ODD_COOKIES),
            (b"If-None-Match", (b'"', b"W/", b"\xff", b'"' + b"x" * 3000, b"*, *")),
            (b"If-Modified-Since", (b"yesterday", b"Thu, 99 Foo 9999", b"\xff")),
            (b"Accept-Encoding", (b"gzip;q=1.1.1", b"gzip;q=", b"\xff", b"gzip;q=x")),
            (b"X-Forwarded-For", (b"", b"[::", b"\xff", b"1.2.3.4.5", b"," * 500, b"x" * 4000)),
            (b"X-Forwarded-Proto", (b"javascript", b"\xff", b"https,http")),
            (b"Host", (b"", b"[::1", b"a b", b"\xff", b"localhost:x", b"x" * 3000)),
            (b"Sec-Fetch-Site", (b"\xff", b"same-origin, x", b"")),
            (b"Range", (b"bytes=9-1", b"bytes=x", b"\xff")),
            (b"Last-Event-ID", (b"\xff", b"9" * 500)),
        )
    )
    _set(request, name, chance.choice(values))


_WAYS = (
    _odd_path,
    _odd_query,
    _odd_query,
    _odd_origin,
    _odd_type,
    _odd_field,
    _odd_field,
    _odd_field,
    _odd_header,
    _odd_header,
)
