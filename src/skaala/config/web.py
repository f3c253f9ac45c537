"""The web server's process: granian, serving Django's pages by WSGI."""

from __future__ import annotations

import argparse

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from skaala.config.supervise import end_with_parent


def main() -> None:
    """Serve pages until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    options = parser.parse_args()
    end_with_parent()
    Granian(
        "skaala.config.wsgi:application",
        interface=Interfaces.WSGI,
        address=options.host,
        port=options.port,
        workers=options.workers,
        blocking_threads=4,
        backlog=2048,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
    ).serve()


if __name__ == "__main__":
    main()
