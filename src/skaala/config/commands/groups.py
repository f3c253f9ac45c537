"""`skaala groups`: what a conversation's votes say, from its export files."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from skaala.insight.opinions.analysis import EarlierOpinion, Opinion, analyse_opinions
from skaala.insight.opinions.separation import ROOMS, SHUFFLES, judge_separation
from skaala.insight.opinions.stability import ROUNDS, measure_stability
from skaala.insight.perspectives import compare_perspectives
from skaala.insight.votes import Moderation
from skaala.workshops.formats.single_files import (
    CommentFile,
    UnreadableExport,
    read_comments,
    read_labels,
    read_votes,
)
from skaala.workshops.presenters.opinion_json import read_earlier, write_opinion
from skaala.workshops.presenters.opinion_svg import draw_opinion

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
        about = _read_comments(votes, comments, no_comments)
        labels = read_labels(perspectives) if perspectives else None
        remembered = _read_earlier(earlier)
    except UnreadableExport as error:
        raise click.ClickException(str(error)) from error
    if published_groups and not conversation.published_groups:
        raise click.ClickException(f"{votes.name} has no groups in a column 'group-id'.")
    moderation = about.moderation
    texts = about.texts
    try:
        opinion = analyse_opinions(
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
    with _progress("Are the groups separate?", SHUFFLES + ROOMS, quiet) as step:
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


def _read_comments(votes: Path, comments: Path | None, no_comments: bool) -> CommentFile:
    """Read the statements' words, from the file named or the one beside the votes; empty where there is none."""
    if comments is not None:
        return read_comments(comments)
    beside = None if no_comments else _comments_beside(votes)
    return beside or CommentFile({}, Moderation())


def _comments_beside(votes: Path) -> CommentFile | None:
    """Read the comments.csv of the same export: a rejected statement must not decide who agrees with whom."""
    beside = votes.parent / "comments.csv"
    if not beside.is_file():
        return None
    try:
        about = read_comments(beside)
    except UnreadableExport as error:
        click.echo(f"comments.csv beside it is left out: {error}", err=True)
        return None
    click.echo("comments.csv beside it is respected; --no-comments leaves it out.", err=True)
    return about


def _read_earlier(path: Path | None) -> EarlierOpinion | None:
    if path is None:
        return None
    try:
        return read_earlier(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, OSError) as error:
        raise UnreadableExport(f"{path.name} is not a picture written by `skaala groups --json`.") from error


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
        for group in written["groups"]:
            lines += _group_in_words(group, names)
    for side in ("agree", "disagree"):
        lines += _listed(f"Most {side}", written["majority"][side], names)
    if groups:
        lines += _listed("Divides the groups", written["divisive"], names)
    for comparison in written.get("perspectives", []):
        lines += _perspectives_in_words(comparison, names)
    return "\n".join(lines)


def _group_in_words(group: dict[str, Any], names: dict[int, str]) -> list[str]:
    return [
        f"\nGroup {group['id']}: {group['size']} people",
        *(
            f"  {one['side']:<8} {one['votes_that_way']}/{one['votes']}  {names[one['id']]}"
            for one in group["representative"]
        ),
    ]


def _listed(title: str, statements: list[int], names: dict[int, str]) -> list[str]:
    return [f"\n{title}:", *(f"  {names[name]}" for name in statements)] if statements else []


def _perspectives_in_words(comparison: dict[str, Any], names: dict[int, str]) -> list[str]:
    if comparison["differs"]:
        return [f"\nperspectives differ: {names[comparison['id']]}"]
    if comparison["common"]:
        return [f"\nall perspectives {comparison['common']}: {names[comparison['id']]}"]
    return []
