"""`skaala proxy-log`: how a proxy keeps the keys of personal links out of its access log."""

import click

from skaala.config.secret_paths import caddy_filter, nginx_map


@click.command("proxy-log")
@click.argument("proxy", type=click.Choice(["nginx", "caddy"]))
def command(proxy: str) -> None:
    """Print the part of a proxy's settings that leaves keys out of its log."""
    click.echo(nginx_map() if proxy == "nginx" else caddy_filter())
