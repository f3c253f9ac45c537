"""`skaala bench …`: how fast and how sure, measured; one module per bench in `skaala.config.benches`."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

# name → module in skaala.config.benches that holds a click command called `command`
BENCHES = {
    "registrations": "registrations",
    "pages": "pages",
    "memory": "memory",
    "live": "live",
    "groups": "groups",
    "draft": "draft",
    "themes": "themes",
    "report": "report",
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
        module = importlib.import_module(f"skaala.config.benches.{BENCHES[cmd_name]}")
        bench: click.Command = module.command
        return bench


@click.group(cls=LazyBenches)
def command() -> None:
    """Measures how fast and how sure the program is, beside its peers where there are any."""


@click.command("all")
@click.option("--json", "as_json", is_flag=True, help="Each bench's figures as JSON, under its name.")
@click.pass_context
def every_bench(ctx: click.Context, as_json: bool) -> None:
    """Run all benches that there are, one after the other."""
    benches = LazyBenches()
    here = Path(__file__).resolve().parent.parent / "benches"
    present = [name for name, module in BENCHES.items() if (here / f"{module}.py").exists()]
    for number, name in enumerate(present):
        click.echo(
            f"{'{' if number == 0 else ','}\n{chr(34)}{name}{chr(34)}:" if as_json else f"\n== {name} =="
        )
        bench = benches.get_command(ctx, name)
        assert bench is not None
        bench.main(["--json"] if as_json else [], prog_name=f"skaala bench {name}", standalone_mode=False)
    if as_json:
        click.echo("}")
