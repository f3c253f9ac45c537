"""The guide's nginx and Caddy files, run: pages and streams come through, addresses of clients too, and no key is logged."""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.config.program import free_port
from tests.config.test_secret_paths import DEPLOY, KEY, secret_addresses


class Echo(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        came = 0
        while came < length and (piece := self.rfile.read(min(65536, length - came))):
            came += len(piece)
        if came < length:  # the proxy has hung up
            self.close_connection = True
            return
        seen = {"path": self.path, "length": came, "door": self.server.server_port}
        body = json.dumps({**seen, **{name.lower(): value for name, value in self.headers.items()}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def doors() -> Iterator[tuple[int, int]]:
    """Ports of something that tells what it was asked, in place of pages and streams."""
    servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo) for _ in range(2)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield servers[0].server_port, servers[1].server_port
    for server in servers:
        server.shutdown()
        server.server_close()


def nginx(folder: Path, doors: tuple[int, int], port: int) -> list[str]:
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    text = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", text, flags=re.S)
    text = re.sub(r"    (listen|ssl_)[^;]*;\n", "", text).replace(
        "    server_name events.example.org;", f"    listen 127.0.0.1:{port};\n    server_name localhost;"
    )
    text = text.replace("/var/log/nginx", str(folder))
    (folder / "nginx.conf").write_text(
        f"daemon off; {'user root; ' if os.getuid() == 0 else ''}pid {folder}/pid; error_log {folder}/start.log;\nevents {{}}\nhttp {{\n"
        + "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        + f"access_log {folder}/other.log;\n{_to(text, doors)}}}\n"
    )  # fmt: skip
    return ["nginx", "-p", str(folder), "-e", str(folder / "start.log"), "-c", str(folder / "nginx.conf")]


def caddy(folder: Path, doors: tuple[int, int], port: int) -> list[str]:
    text = _to((DEPLOY / "Caddyfile").read_text("utf-8"), doors)
    text = text.replace("{\n\tservers", "{\n\tadmin off\n\tservers", 1).replace(
        "events.example.org {", f"http://localhost:{port} {{"
    )
    (folder / "Caddyfile").write_text(text.replace("/var/log/caddy", str(folder)))
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


def _to(text: str, doors: tuple[int, int]) -> str:
    return text.replace("127.0.0.1:8000", f"127.0.0.1:{doors[0]}").replace(
        "127.0.0.1:8001", f"127.0.0.1:{doors[1]}"
    )


@pytest.mark.parametrize("make", [nginx, caddy])
def test_a_proxy_by_the_guide(make, doors, tmp_path):
    name = make.__name__
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed here")
    port = free_port()
    url = f"http://localhost:{port}"
    process = subprocess.Popen(
        make(tmp_path, doors, port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        seen = _first_answer(url, process)
        assert seen["door"] == doors[0] and seen["x-forwarded-proto"] == "http"
        made_up = {"x-forwarded-for": "6.6.6.6", "x-forwarded-proto": "https"}
        seen = httpx.get(f"{url}/fi/", headers=made_up).json()
        assert seen["x-forwarded-for"] in {"127.0.0.1", "::1"} and seen["x-forwarded-proto"] == "http"
        assert seen["host"] in {"localhost", f"localhost:{port}"}
        assert httpx.get(f"{url}/live/{KEY}").json()["door"] == doors[1]
        assert httpx.post(f"{url}/fi/x", content=b"x" * 1_000_000).json()["length"] == 1_000_000
        with suppress(httpx.TransportError):  # it hangs up while we send
            assert httpx.post(f"{url}/fi/x", content=b"x" * 70_000_000).status_code in {413, 502}
        for address in secret_addresses():
            assert httpx.get(url + address, headers={"referer": url + address}).json()["path"] == address
        time.sleep(0.2)
        logs = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*log")}
        assert "/fi/r/" in "".join(logs.values()).replace("\\u002f", "/"), "it does log"
        assert not [name for name, text in logs.items() if KEY in text or KEY.replace("~", "%7E") in text]
    finally:
        process.terminate()
        process.wait(10)


def _first_answer(url: str, process: subprocess.Popen[bytes]) -> dict[str, object]:
    deadline = time.monotonic() + 20
    while True:
        with suppress(httpx.TransportError):
            answer: dict[str, object] = httpx.get(f"{url}/fi/").json()
            return answer
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.1)
