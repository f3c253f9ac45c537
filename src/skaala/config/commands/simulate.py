"""`skaala simulate`: simulated people take part in a board, for a demonstration."""

from __future__ import annotations

import click

from skaala.config import environment


@click.command("simulate")
@click.argument("board")
@click.option(
    "--participants", type=click.IntRange(1, 2000), default=60, show_default=True, help="How many come."
)
@click.option(
    "--seconds", type=click.FloatRange(0, 3600), default=0.0, show_default=True, help="Spread over so long."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another number, other people.")
def command(board: str, participants: int, seconds: float, seed: int) -> None:
    """
    Have simulated participants write and weigh on a board.

    BOARD is its short code, as the projector view shows it. What they do is marked as simulated.
    """
    environment.set_up()
    from django.utils import timezone

    from skaala.demo.simulate import simulate
    from skaala.workshops import queries, rules
    from skaala.workshops.messages.refusals import refusal_message

    found = queries.find_board(board)
    if found is None:
        raise click.ClickException(
            f"No board has the code “{board}”. It stands on the board's page at the desk."
        )
    with click.progressbar(length=participants, label="Taking part") as bar:
        try:
            written, cast = simulate(
                board=found,
                participants=participants,
                now=timezone.now(),
                seconds=seconds,
                seed=seed,
                on_step=lambda: bar.update(1),
            )
        except rules.UnableToAct as problem:
            raise click.ClickException(refusal_message(problem)) from problem
    click.echo(f"{participants} simulated participants wrote {written} statements and cast {cast} votes.")
