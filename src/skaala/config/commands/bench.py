"""`skaala bench …`: how fast and how sure, measured; one module per bench in `benchmarks/` of a checkout."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import click

CHECKOUT = Path(__file__).resolve().parents[4]
# name → module in benchmarks that holds a click command called `command`
BENCHES = {
    "registrations": "registrations",
    "pages": "pages",
    "slow": "slow",
    "memory": "memory",
    "live": "live",
    "room": "room",
    "groups": "groups",
    "draft": "draft",
    "themes": "themes",
    "report": "report",
    "catalogue": "catalogue",
}


class LazyBenches(click.Group):
    """A group that imports a bench's module only when that bench is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["all", *BENCHES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "all":
            return every_bench
        if cmd_name not in BENCHES:
            return None
        _find_benchmarks()
        module = importlib.import_module(f"benchmarks.{BENCHES[cmd_name]}")
        bench: click.Command = module.command
        return bench


def _find_benchmarks() -> None:
    """Let this process and those it starts import `benchmarks`, which is not part of the installed package."""
    if not (CHECKOUT / "benchmarks" / "__init__.py").exists():
        raise click.ClickException(
            "The benchmarks are not part of the installed program. Run `make bench` in a clone of the repository."
        )
    if str(CHECKOUT) not in sys.path:
        sys.path.insert(0, str(CHECKOUT))
    path = os.environ.get("PYTHONPATH", "")
    if str(CHECKOUT) not in path.split(os.pathsep):
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(CHECKOUT), path]))


@click.group(cls=LazyBenches)
def command() -> None:
    """Measures how fast and how sure the program is, beside its peers where there are any."""


@click.command("all")
@click.option("--json", "as_json", is_flag=True, help="Each bench's figures as JSON, under its name.")
@click.pass_context
def every_bench(ctx: click.Context, as_json: bool) -> None:
    """Run all benches that there are, one after the other."""
    benches = LazyBenches()
    for number, name in enumerate(BENCHES):
        click.echo(
            f"{'{' if number == 0 else ','}\n{chr(34)}{name}{chr(34)}:" if as_json else f"\n== {name} =="
        )
        bench = benches.get_command(ctx, name)
        assert bench is not None
        bench.main(["--json"] if as_json else [], prog_name=f"skaala bench {name}", standalone_mode=False)
    if as_json:
        click.echo("}")
