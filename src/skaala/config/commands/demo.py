"""`skaala demo`: everything at once, with the 2023 series and a simulated one in the coming spring."""

from __future__ import annotations

import fcntl
import os
import secrets
import time

import click

from skaala.config import environment
from skaala.config.commands.serve import free_port_after, serve, web_server
from skaala.config.readiness import gate

ORGANISER = "organiser@example.org"


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
def command(host: str, port: int) -> None:
    """Serve the demo: the 2023 series as it was, and a simulated copy that is open for registration."""
    started = time.monotonic()
    web = web_server(host=host, port=port, workers=1)
    folder = environment.data_dir()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("SKAALA_MODE", "demo")
    os.environ.setdefault("SKAALA_SECRET_KEY", environment.demo_secret_key(make=True))
    os.environ.setdefault("SKAALA_BASE_URL", f"http://localhost:{port}")
    live_port = int(os.environ.setdefault("SKAALA_LIVE_PORT", str(free_port_after(port, host))))
    if host != "127.0.0.1":
        os.environ.setdefault("SKAALA_ALLOWED_HOSTS", "*")
    with gate(fcntl.LOCK_EX):  # a second demo waits for the first to be loaded
        is_embedded = environment.set_up()
        environment.prepare()
        _load()
        password = _organiser(_kept(folder / "demo-password", secrets.token_urlsafe(9)))
    click.echo(f"\nReady after {time.monotonic() - started:.1f} s.")
    click.echo(f"  Pages   http://localhost:{port}/fi/")
    click.echo(f"  Desk    http://localhost:{port}/fi/desk/   {ORGANISER}   {password}")
    click.echo(f"  Board   http://localhost:{port}/fi/join/?code={_open_board()}")
    click.echo("  The sign-in page names an account for each role.")
    click.echo("  End with Ctrl-C; the data stay for the next time.\n")
    serve(web, host=host, with_worker=True, live_port=live_port, is_embedded=is_embedded)


def _load() -> None:
    from django.utils import timezone

    from skaala.demo.load import PEOPLE, load_demo

    with click.progressbar(length=PEOPLE + 4, label="Loading the demo series") as bar:
        load_demo(now=timezone.now(), progress=lambda done, of: bar.update(done - bar.pos))


def _open_board() -> str:
    """Return the code of the board that a visitor can join."""
    from skaala.workshops.models import Board

    return Board.objects.exclude(phase__in=["set_up", "closed"]).values_list("code", flat=True).last() or ""


def _organiser(password: str) -> str:
    from django.utils import timezone

    from skaala.demo.accounts import load_accounts
    from skaala.people.models import Account

    load_accounts(password=password, now=timezone.now())
    account = Account.objects.get(email=ORGANISER)
    return password if account.check_password(password) else "(the password you have given it)"


def _kept(file: os.PathLike[str], fresh: str) -> str:
    """Return what the file holds; a fresh value is put there first where there is none."""
    try:
        with open(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as new:
            new.write(fresh)
    except FileExistsError:
        with open(file, encoding="utf-8") as old:
            return old.read().strip()
    return fresh
