"""Directories are asked through the operator's proxy, and machines of our own network are refused all the same."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from skaala.people.operations import outgoing
from skaala.people.rules.directory import Reason, Refused
from tests.people.test_outgoing import _self_signed


@dataclass
class Proxy:
    """One that notes what it is asked, and connects unless it is told to refuse."""

    address: str = ""
    status: int = 200
    asked: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


@pytest.fixture
def proxy(settings) -> Iterator[Proxy]:
    found = Proxy()
    with socket.create_server(("127.0.0.1", 0)) as server:
        found.address = f"http://me:a%40b@127.0.0.1:{server.getsockname()[1]}"
        threading.Thread(target=_serve, args=[server, found], daemon=True).start()
        settings.OUTGOING_PROXY = found.address
        yield found


def _serve(server: socket.socket, proxy: Proxy) -> None:
    with suppress(OSError):
        while True:
            client, _from = server.accept()
            head = b""
            while b"\r\n\r\n" not in head:
                head += client.recv(4000)
            proxy.heads.append(head.decode())
            target = head.split()[1].decode()
            proxy.asked.append(target)
            if proxy.status != 200:
                client.sendall(f"HTTP/1.1 {proxy.status} No\r\n\r\n".encode())
                client.close()
                continue
            host, _colon, port = target.rpartition(":")
            there = socket.create_connection((host, int(port)), 5)
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            for one, other in ((client, there), (there, client)):
                threading.Thread(target=_pass_on, args=[one, other], daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while content := one.recv(4000):
            other.sendall(content)
        other.shutdown(socket.SHUT_WR)
    one.close()  # each is read by one thread


@pytest.fixture
def directory(tmp_path, monkeypatch) -> Iterator[str]:
    """A server with TLS that says which Host it was asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b'{"host": "%s"}' % self.headers["Host"].encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    pair = tmp_path / "pair.pem"
    pair.write_bytes(_self_signed())
    monkeypatch.setenv("SSL_CERT_FILE", str(pair))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pair)
    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def reason(address: str) -> Reason:
    with pytest.raises(Refused) as refusal:
        outgoing.ask(address)
    return refusal.value.reason


def test_a_directory_is_asked_through_the_proxy_with_tls_from_here_to_there(proxy, directory):
    assert outgoing.ask(f"https://{directory}/") == (200, {"host": directory})
    assert proxy.asked == [directory]
    (head,) = proxy.heads
    assert f"Basic {base64.b64encode(b'me:a@b').decode()}" in head and "Accept" not in head


def test_a_certificate_is_checked_through_the_proxy_too(proxy, directory, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    assert reason(f"https://{directory}/") == Reason.UNREACHABLE


@pytest.mark.parametrize(
    "address",
    ["https://10.0.0.1/", "https://169.254.169.254/", "https://[fd00::1]/", "https://localhost/", "https://127.0.0.1/",
     "https://intranet/", "https://files.internal/", "https://printer.local/"],
)  # fmt: skip
def test_our_own_network_is_refused_before_the_proxy_is_asked(proxy, settings, address):
    settings.MODE = "production"
    assert reason(address) == Reason.UNSAFE_ADDRESS
    assert proxy.asked == []


def test_a_name_that_is_not_known_here_is_the_proxy_s_to_look_up(proxy, settings):
    settings.MODE, proxy.status = "production", 502
    assert reason("https://directory.invalid/") == Reason.UNREACHABLE
    assert proxy.asked == ["directory.invalid:443"]


def test_a_proxy_that_refuses_or_is_not_there_is_said(proxy, directory, settings):
    proxy.status = 403
    assert reason(f"https://{directory}/") == Reason.UNREACHABLE
    settings.OUTGOING_PROXY = "http://127.0.0.1:1"
    assert reason(f"https://{directory}/") == Reason.UNREACHABLE


def test_a_directory_on_the_developer_s_own_machine_without_tls_is_asked_directly(proxy):
    assert reason("http://127.0.0.1:1/") == Reason.UNREACHABLE
    assert proxy.asked == []
