"""`skaala serve`: pages, worker and, where no other is named, the database."""

from __future__ import annotations

import fcntl
import os

import click

from skaala.config import environment


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, help="Web processes; about one per core.")
@click.option(
    "--worker/--no-worker", "with_worker", default=True, help="Also deliver letters and do timed work."
)
def command(host: str, port: int, workers: int, with_worker: bool) -> None:
    """Serve the pages, deliver the letters, and bring PostgreSQL along where DATABASE_URL is not set."""
    is_embedded = environment.set_up()
    environment.prepare()
    click.echo(
        f"Skaala serves http://{'localhost' if host == '127.0.0.1' else host}:{port}/ (end with Ctrl-C)"
    )
    serve(host=host, port=port, workers=workers, with_worker=with_worker, is_embedded=is_embedded)


def serve(*, host: str, port: int, workers: int, with_worker: bool, is_embedded: bool) -> None:
    """Run web and worker until told to stop; the database must be ready."""
    from skaala.config.supervise import Child, keep_running

    children = [
        Child(
            "The web server",
            "skaala.config.web",
            ["--host", host, "--port", str(port), "--workers", str(workers)],
        )
    ]
    if with_worker:
        alone = ["--alone"] if is_embedded and _is_only_server() else []
        children.append(Child("The worker", "skaala.config.worker", alone))
    keep_running(children, look_after_database=is_embedded)


def _is_only_server() -> bool:
    """Take, for the life of this process, the mark of being the one server on the embedded database."""
    mark = os.open(environment.data_dir() / "serve.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
