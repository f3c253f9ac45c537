"""The web server's process: granian, serving Django's pages through the front."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
from importlib.util import find_spec
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels

from skaala.config.environment import data_dir
from skaala.config.supervise import end_with_parent

CONNECTIONS = 8192
"""Most connections of one process; further ones wait to be accepted."""
STATEMENT_SECONDS = "30"
"""Seconds that a statement may take while somebody waits for the page; a lock, half of that."""
HEADERS_WITHIN_MS = 10_000
"""Milliseconds in which a connection must send a request's headers, the next one's too; else it is closed."""


def main() -> None:
    """Serve pages until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument(
        "--application", default="skaala.config.wsgi:application", help="WSGI application to serve"
    )
    options = parser.parse_args()
    end_with_parent()
    os.environ.setdefault("SKAALA_STATEMENT_SECONDS", STATEMENT_SECONDS)
    keep_counts_together(options.port)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # each connection is an open file
    Granian(
        options.application,
        interface=Interfaces.RSGI,
        address=options.host,
        port=options.port,
        workers=options.workers,
        loop=Loops.asyncio,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN_MS, max_buffer_size=65_536),
        backlog=2048,
        backpressure=CONNECTIONS,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        # Where a package that sets names is installed, granian would call itself something else than its command.
        process_name="skaala.config.web" if find_spec("setproctitle") else None,
    ).serve(target_loader=load)


def keep_counts_together(port: int) -> None:
    """Name an empty folder in which the processes of this server keep their counts of requests, if the operator wants to see them."""
    if not os.environ.get("SKAALA_METRICS_TOKEN"):
        return
    folder = data_dir() / "metrics" / str(port)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def load(target: str) -> Any:
    """Return the front around the WSGI application named ``package.module:name``; called in each web process."""
    from importlib import import_module

    end_with_parent()  # it must not outlive the server that made it and still hold its port
    module, _, name = target.partition(":")
    application = getattr(import_module(module), name)
    from skaala.config.front.app import Front

    return Front(application)


if __name__ == "__main__":
    main()
