"""`skaala groups`: what a conversation's votes say, from its export files."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from skaala.insight.opinion import Earlier, Opinion, see_opinions
from skaala.insight.perspectives import compare_perspectives
from skaala.insight.separation import SHUFFLES, judge_separation
from skaala.insight.stability import ROUNDS, measure_stability
from skaala.insight.votes import Moderation
from skaala.workshops.opinion_json import read_earlier, write_opinion
from skaala.workshops.opinion_svg import draw_opinion
from skaala.workshops.polis_csv import (
    Comments,
    UnreadableExportError,
    read_comments,
    read_labels,
    read_votes,
)

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("votes", type=FILE)
@click.option(
    "--comments",
    type=FILE,
    help="The statements' words, and which are rejected.  [default: comments.csv beside VOTES, if there]",
)
@click.option("--no-comments", is_flag=True, help="Take no comments.csv: every statement has its say.")
@click.option(
    "--perspectives", type=FILE, help="CSV with participant and perspective: where these agree and differ."
)
@click.option("--k", type=click.IntRange(min=1), help="Exactly so many groups, however small.")
@click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Where searches start."
)
@click.option("--earlier", type=FILE, help="An earlier --json: groups keep its names, axes its directions.")
@click.option("--published-groups", is_flag=True, help="Take the groups in the file's group-id; find none.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@click.option(
    "--plot", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Draw an SVG file."
)
def command(
    votes: Path,
    comments: Path | None,
    no_comments: bool,
    perspectives: Path | None,
    k: int | None,
    seed: int,
    earlier: Path | None,
    published_groups: bool,
    as_json: bool,
    plot: Path | None,
) -> None:
    """
    Says what votes say: opinion groups and how firm they are, what stands for each, what all share.

    VOTES is participants-votes.csv or votes.csv as Polis exports them: 1 agree, 0 pass, -1 disagree.
    """
    try:
        conversation = read_votes(votes)
        about = read_comments(comments) if comments else None
        if about is None and not no_comments:
            about = _comments_beside(votes)
        labels = read_labels(perspectives) if perspectives else None
        remembered = _read_earlier(earlier)
    except UnreadableExportError as error:
        raise click.ClickException(str(error)) from error
    if published_groups and not conversation.published_groups:
        raise click.ClickException(f"{votes.name} has no groups in a column 'group-id'.")
    moderation = about.moderation if about else Moderation()
    texts = about.texts if about else {}
    try:
        opinion = see_opinions(
            conversation.votes,
            moderation=moderation,
            k=k,
            seed=seed,
            earlier=remembered,
            given=conversation.published_groups if published_groups else None,
        )
    except ValueError as error:
        raise click.ClickException(f"{error}; ask for fewer with --k.") from error
    quiet = (as_json and not sys.stdout.isatty()) or not sys.stderr.isatty()
    with _progress("Are the groups separate?", SHUFFLES, quiet) as step:
        separation = judge_separation(opinion, seed=seed, k=k, on_step=step)
    with _progress("How firm are they?", ROUNDS, quiet) as step:
        stability = measure_stability(opinion, seed=seed, on_step=step)
    comparisons = None
    if labels is not None:
        comparisons = compare_perspectives(conversation.votes, labels, moderation=moderation)
    written = write_opinion(opinion, separation, stability, texts=texts, comparisons=comparisons)
    if plot is not None:
        _save(plot, draw_opinion(opinion, separation, says=written["says"], texts=texts))
    if as_json:
        click.echo(json.dumps(written, ensure_ascii=False, allow_nan=False, indent=1))
    else:
        click.echo(
            _in_words(opinion, written, groups=separation.separate or k is not None or published_groups)
        )


def _comments_beside(votes: Path) -> Comments | None:
    """Read the comments.csv of the same export: a rejected statement must not decide who agrees with whom."""
    beside = votes.parent / "comments.csv"
    if not beside.is_file():
        return None
    try:
        about = read_comments(beside)
    except UnreadableExportError as error:
        click.echo(f"comments.csv beside it is left out: {error}", err=True)
        return None
    click.echo("comments.csv beside it is respected; --no-comments leaves it out.", err=True)
    return about


def _read_earlier(path: Path | None) -> Earlier | None:
    if path is None:
        return None
    try:
        return read_earlier(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, OSError) as error:
        raise UnreadableExportError(
            f"{path.name} is not a picture written by `skaala groups --json`."
        ) from error


def _save(path: Path, drawing: str) -> None:
    try:
        path.write_text(drawing, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from error


@contextmanager
def _progress(label: str, length: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on stderr for what takes its time; none where nobody would see it."""
    if quiet:
        yield lambda: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _in_words(opinion: Opinion, written: dict[str, Any], *, groups: bool) -> str:
    names = {s["id"]: s.get("text") or f"statement {s['id']}" for s in written["statements"]}
    lines = [
        written["says"],
        f"{opinion.votes.n_participants} participants, {int(opinion.votes.has_votes.sum())} statements, "
        f"{len(opinion.votes.values)} votes; {int(opinion.is_in.sum())} have voted enough to be grouped.",
    ]
    if groups and opinion.k > 1:
        lines.append(f"Silhouette {written['silhouette']:.2f}, stability {written['stability']:.2f}.")
    for group in written["groups"] if groups and opinion.k > 1 else []:
        lines.append(f"\nGroup {group['id']}: {group['size']} people")
        lines.extend(
            f"  {one['side']:<8} {one['votes_that_way']}/{one['votes']}  {names[one['id']]}"
            for one in group["representative"]
        )
    for side in ("agree", "disagree"):
        if written["majority"][side]:
            lines.append(f"\nMost {side}:")
            lines.extend(f"  {names[name]}" for name in written["majority"][side])
    if groups and written["divisive"]:
        lines.append("\nDivides the groups:")
        lines.extend(f"  {names[name]}" for name in written["divisive"])
    for comparison in written.get("perspectives", []):
        if comparison["differs"] or comparison["common"]:
            found = (
                "perspectives differ" if comparison["differs"] else f"all perspectives {comparison['common']}"
            )
            lines.append(f"\n{found}: {names[comparison['id']]}")
    return "\n".join(lines)
