"""`skaala serve`: pages, worker and, where no other is named, the database."""

from __future__ import annotations

import errno
import fcntl
import os
import socket
from contextlib import suppress

import click

from skaala.config import environment
from skaala.config.readiness import make_ready
from skaala.config.supervise import Child, keep_running


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, help="Web processes; about one per core.")
@click.option(
    "--worker/--no-worker", "with_worker", default=True, help="Also deliver letters and do timed work."
)
@click.option("--live/--no-live", "with_live", default=True, help="Also serve the streams of live boards.")
@click.option(
    "--live-port",
    type=int,
    envvar="SKAALA_LIVE_PORT",
    help="Port of the streams; by default the one after --port, or any free one.",
)
@click.option(
    "--migrate/--no-migrate",
    "may_migrate",
    default=True,
    help="Bring the tables up to date first; without, `skaala migrate` is a step of its own.",
)
def command(
    host: str,
    port: int,
    workers: int,
    with_worker: bool,
    with_live: bool,
    live_port: int | None,
    may_migrate: bool,
) -> None:
    """Serve the pages, deliver the emails, and bring PostgreSQL along where DATABASE_URL is not set."""
    web = web_server(host=host, port=port, workers=workers)
    live_port = (live_port or free_port_after(port, host)) if with_live else 0
    os.environ["SKAALA_LIVE_PORT"] = str(live_port)
    is_embedded = make_ready([web], may_migrate=may_migrate)  # it loads the program meanwhile
    click.echo(
        f"Skaala serves http://{'localhost' if host == '127.0.0.1' else host}:{port}/ (end with Ctrl-C)"
    )
    serve(
        web,
        host=host,
        with_worker=with_worker,
        live_port=live_port,
        is_embedded=is_embedded,
    )


def web_server(*, host: str, port: int, workers: int) -> Child:
    """
    Return the child that serves the pages, to be started.

    :raises ClickException: if another program has the port
    """
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise click.ClickException(
                    f"Another program listens on port {port}. End it, or choose another port with --port."
                ) from error
    arguments = ["--host", host, "--port", str(port), "--workers", str(workers)]
    return Child("The web server", "skaala.config.web", arguments)


def serve(web: Child, *, host: str, with_worker: bool, live_port: int, is_embedded: bool) -> None:
    """
    Run web, worker and streams until told to stop; the database must be ready.

    :param live_port: port of the streams, 0 for none; settings have to know it too
    """
    children = [web]
    if with_worker:
        alone = ["--alone"] if is_embedded and _is_only_server() else []
        children.append(Child("The worker", "skaala.config.worker", alone, starts_nightly_work=True))
    if live_port:
        children.append(
            Child("The live streams", "skaala.config.live", ["--host", host, "--port", str(live_port)])
        )
    keep_running(children, look_after_database=is_embedded)


def free_port_after(port: int, host: str) -> int:
    """Return the port after ``port`` if nobody uses it, else any that is free."""
    for wanted in (port + 1, 0):
        with socket.socket() as asked, suppress(OSError, OverflowError):
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            asked.bind((host, wanted))
            found: int = asked.getsockname()[1]
            return found
    return 0


def _is_only_server() -> bool:
    """Take, for the life of this process, the mark of being the one server on the embedded database."""
    mark = os.open(environment.data_dir() / "serve.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
