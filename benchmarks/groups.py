"""`skaala bench groups`: time, memory and false alarms of the opinion engine, beside red-dwarf's."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np

from benchmarks import groups_measured, groups_peer
from benchmarks.groups_planted import camps_of_15, continua
from skaala.insight.opinions.agreement import adjusted_rand
from skaala.insight.opinions.analysis import analyse_opinions
from skaala.insight.opinions.separation import judge_separation
from skaala.insight.votes import Moderation, VoteMatrix, arrange_votes
from skaala.workshops.formats.single_files import CommentFile, VoteFile, read_comments, read_votes

VOTED = 0.1
CAMPS = 20
BESIDE_PEER = (10_000, 500)
GROWTH = (1_000, 3_000, 10_000, 30_000, 100_000)
GROWTH_STATEMENTS = 1_000


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option("--data", type=click.Path(path_type=Path), help="Folder of Polis conversations, a folder each.")
@click.option(
    "--peer-python", type=click.Path(exists=True, dir_okay=False), help="A Python that has red-dwarf."
)
@click.option(
    "--runs", type=click.IntRange(min=0), default=200, show_default=True, help="Runs on noise, of each kind."
)
@click.option(
    "--repeat", type=click.IntRange(min=1), default=3, show_default=True, help="Medians of so many."
)
@click.option(
    "--largest", type=click.IntRange(min=1), default=GROWTH[-1], show_default=True, help="Most participants."
)
@click.option("--no-peer", is_flag=True, help="Leave the peer out.")
def command(
    as_json: bool,
    data: Path | None,
    peer_python: str | None,
    runs: int,
    repeat: int,
    largest: int,
    no_peer: bool,
) -> None:
    """
    Measures the opinion engine: seconds, peak memory, growth, and how often noise passes for groups.

    Every measurement runs in a process of its own, one after the other. red-dwarf is no part of this
    program: it is measured if it is importable here or in the Python given by --peer-python.
    """
    conversations = list(_conversations(data or _shared_data()))
    peer = None if no_peer else _find_peer(peer_python)
    if not no_peer and peer is None:
        click.echo(
            "red-dwarf is not here: our figures alone. (--peer-python names a Python that has it.)", err=True
        )
    written: dict[str, Any] = {"peer": "red-dwarf" if peer else None, "conversations": [], "noise": {}}
    with tempfile.TemporaryDirectory() as folder:
        for name, conversation, comments in conversations:
            _say(name)
            path = _save_votes(Path(folder) / "votes.npz", conversation.votes, comments.moderation)
            beside = _beside(path, peer, repeat)
            beside["agreement_with_published"] = _agreement(conversation, comments)
            written["conversations"].append({"name": name} | beside)
        if largest >= BESIDE_PEER[0]:
            _say(f"synthetic {BESIDE_PEER[0]} × {BESIDE_PEER[1]}")
            path = _save_votes(Path(folder) / "votes.npz", synthetic_votes(*BESIDE_PEER), Moderation())
            written["synthetic"] = _beside(path, peer, repeat) | {"size": list(BESIDE_PEER)}
        written["growth"] = _growth(Path(folder), [size for size in GROWTH if size <= largest])
    if runs:
        written["noise"]["pure"] = _false_alarms(_pure_noise(runs), runs, "pure noise")
        written["noise"]["continuum"] = _false_alarms(continua(runs), runs, "opinions by degrees")
        written["camps"] = _found(camps_of_15(CAMPS))
        if conversations:
            written["noise"]["shuffled"] = _false_alarms(
                _shuffled(conversations, runs), runs, "shuffled conversations"
            )
    click.echo(json.dumps(written, indent=1, allow_nan=False) if as_json else _in_words(written))


def synthetic_votes(participants: int, statements: int, *, seed: int = 0) -> VoteMatrix:
    """Votes of three camps that differ on a third of the statements; every tenth cell is voted."""
    chance = np.random.default_rng(seed)
    per_person = max(1, round(VOTED * statements))
    columns = np.sort(chance.integers(0, statements, (participants, per_person)), axis=1)
    rows = np.repeat(np.arange(participants), per_person)
    camp = chance.integers(0, 3, participants)
    leaning = chance.uniform(0.2, 0.8, statements) + np.where(
        np.arange(statements) % 3 == 0, chance.uniform(-0.5, 0.5, (3, statements)), 0.0
    )
    draw = chance.random((participants, per_person))
    agrees = np.clip(leaning[camp[:, np.newaxis], columns], 0.02, 0.98) * 0.9
    values = np.where(draw < agrees, 1, np.where(draw < 0.9, -1, 0)).ravel()
    return arrange_votes(
        [str(i) for i in range(participants)],
        [str(j) for j in range(statements)],
        rows=rows,
        columns=columns.ravel(),
        values=values,
    )


def _beside(path: Path, peer: str | None, repeat: int) -> dict[str, Any]:
    ours = _measure_ours(path, repeat=repeat, slow_parts=True)
    beside: dict[str, Any] = {"ours": ours}
    if peer:
        theirs = _run([peer, groups_peer.__file__], {"path": str(path), "repeat": min(repeat, 3)})
        beside["peer"] = theirs
        if "error" not in theirs:
            beside["time_ratio"] = round(theirs["seconds"] / ours["seconds"], 1)
            beside["memory_ratio"] = round(theirs["peak_mb"] / ours["peak_mb"], 1)
    return beside


def _growth(folder: Path, sizes: list[int]) -> dict[str, Any]:
    steps = []
    for size in sizes:
        _say(f"growth: {size} × {GROWTH_STATEMENTS}")
        votes = synthetic_votes(size, GROWTH_STATEMENTS)
        path = _save_votes(folder / "votes.npz", votes, Moderation())
        count = len(votes.values)
        del votes
        measured = _measure_ours(path, repeat=1, slow_parts=False)
        steps.append({"participants": size, "votes": count} | measured)
    growth: dict[str, Any] = {"statements": GROWTH_STATEMENTS, "steps": steps}
    if len(steps) > 1:
        growth["exponent"] = round(
            math.log(steps[-1]["seconds"] / steps[0]["seconds"])
            / math.log(steps[-1]["votes"] / steps[0]["votes"]),
            2,
        )
    return growth


def _false_alarms(boards: Iterator[tuple[VoteMatrix, Moderation]], runs: int, what: str) -> dict[str, Any]:
    """How often there are rightly no groups."""
    none = 0
    with click.progressbar(
        boards, length=runs, label=what, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for run, (votes, moderation) in enumerate(bar):
            opinion = analyse_opinions(votes, moderation=moderation, seed=run)
            none += not judge_separation(opinion, seed=run).separate
    return {"runs": runs, "no_separate_groups": none, "rate": round(none / runs, 4)}


def _pure_noise(runs: int) -> Iterator[tuple[VoteMatrix, Moderation]]:
    """Boards of all sizes on which everybody votes at random, on some statements more for than against."""
    for run in range(runs):
        chance = np.random.default_rng([run, 7])
        people, texts = int(chance.integers(20, 300)), int(chance.integers(10, 120))
        rows, columns = np.nonzero(chance.random((people, texts)) < chance.uniform(0.15, 0.9))
        leaning = chance.uniform(0.2, 0.8, texts)[columns]
        draw = chance.random(len(rows))
        values = np.where(draw < 0.15, 0, np.where(chance.random(len(rows)) < leaning, 1, -1))
        names = [str(i) for i in range(max(people, texts))]
        yield (
            arrange_votes(names[:people], names[:texts], rows=rows, columns=columns, values=values),
            Moderation(),
        )


def _found(boards: Iterator[VoteMatrix]) -> dict[str, Any]:
    """How often two camps that were planted are called separate."""
    judged = [
        judge_separation(analyse_opinions(votes, seed=run), seed=run).separate
        for run, votes in enumerate(boards)
    ]
    return {"runs": len(judged), "separate": sum(judged)}


def _shuffled(
    conversations: list[tuple[str, VoteFile, CommentFile]], runs: int
) -> Iterator[tuple[VoteMatrix, Moderation]]:
    """Real conversations in turn, each statement's votes dealt out anew among those who voted on it."""
    for run in range(runs):
        _, conversation, comments = conversations[run % len(conversations)]
        votes = conversation.votes
        chance = np.random.default_rng([run, 8])
        order = np.argsort(votes.columns, kind="stable")
        mixed = np.empty_like(votes.values)
        dealt = np.lexsort((chance.random(len(votes.values)), votes.columns[order]))
        mixed[order] = votes.values[order][dealt]
        yield votes.with_values(mixed), comments.moderation


def _agreement(conversation: VoteFile, comments: CommentFile) -> float:
    """Adjusted Rand with the groups as published, among those who are in both."""
    opinion = analyse_opinions(conversation.votes, moderation=comments.moderation)
    pairs = [
        (int(group), conversation.published_groups[who])
        for who, group in zip(opinion.votes.participants, opinion.labels, strict=True)
        if group >= 0 and who in conversation.published_groups
    ]
    if not pairs:
        return 0.0
    published = {name: i for i, name in enumerate(sorted({name for _, name in pairs}))}
    ours, theirs = np.array([ours for ours, _ in pairs]), np.array([published[name] for _, name in pairs])
    return round(adjusted_rand(ours, theirs), 4)


def _shared_data() -> Path:
    shared = os.environ.get("SKAALA_SHARED")
    root = Path(shared) if shared else Path(__file__).resolve().parents[1].parent / "shared"
    return root / "data" / "polis"


def _conversations(data: Path) -> Iterator[tuple[str, VoteFile, CommentFile]]:
    found = sorted(path.parent for path in data.glob("*/participants-votes.csv"))
    if not found:
        click.echo(f"There are no conversations in {data}: synthetic votes alone.", err=True)
    for folder in found:
        comments = folder / "comments.csv"
        about = read_comments(comments) if comments.is_file() else CommentFile({}, Moderation())
        yield folder.name, read_votes(folder / "participants-votes.csv"), about


def _save_votes(path: Path, votes: VoteMatrix, moderation: Moderation) -> Path:
    rejected = [j for j, name in enumerate(votes.statements) if name in moderation.rejected]
    np.savez(
        path,
        rows=votes.rows,
        columns=votes.columns,
        values=votes.values,
        rejected=np.array(rejected, dtype=np.int64),
    )
    return path


def _measure_ours(path: Path, *, repeat: int, slow_parts: bool) -> dict[str, Any]:
    measured = _run(
        [sys.executable, "-m", groups_measured.__name__],
        {"path": str(path), "repeat": repeat, "slow_parts": slow_parts},
    )
    if "error" in measured:
        raise click.ClickException(f"our own measurement failed: {measured['error']}")
    return measured


def _find_peer(python: str | None) -> str | None:
    candidate = python or sys.executable
    # the interpreter is the caller's own, and what it runs is fixed
    look = [candidate, "-c", "import reddwarf"]
    asked = subprocess.run(look, capture_output=True, check=False)
    if asked.returncode and python:
        raise click.ClickException(
            f"{python} cannot import reddwarf; install red-dwarf there, or leave it out."
        )
    return None if asked.returncode else candidate


def _run(program: list[str], asked: dict[str, Any]) -> dict[str, Any]:
    call = [*program, json.dumps(asked)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"error": (done.stderr.strip().splitlines() or ["no message"])[-1]}
    measured: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in measured.items()}


def _say(what: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"measuring {what} …", err=True)


def _in_words(written: dict[str, Any]) -> str:
    lines = []
    beside_peer = list(written["conversations"])
    if "synthetic" in written:
        beside_peer.append(
            {"name": "synthetic {} × {}".format(*written["synthetic"]["size"])} | written["synthetic"]
        )
    for beside in beside_peer:
        ours = beside["ours"]
        line = f"{beside['name']}: {ours['seconds']:.2f} s, {ours['peak_mb']:.0f} MB"
        if "time_ratio" in beside:
            line += (
                f"; red-dwarf {beside['time_ratio']} times as long, {beside['memory_ratio']} times the memory"
            )
        elif "peer" in beside:
            line += f"; red-dwarf failed: {beside['peer']['error']}"
        line += f"; shuffle test {ours['shuffle_test_seconds']:.1f} s"
        line += f", stability {ours['stability_seconds']:.1f} s"
        if "agreement_with_published" in beside:
            line += f"; agreement with the published groups {beside['agreement_with_published']:.3f}"
        lines.append(line)
    lines.extend(
        f"{step['participants']} × {GROWTH_STATEMENTS}: {step['seconds']:.2f} s, {step['peak_mb']:.0f} MB"
        for step in written["growth"]["steps"]
    )
    if "exponent" in written["growth"]:
        lines.append(f"time grows with the number of votes to the power {written['growth']['exponent']}")
    for kind, noise in written["noise"].items():
        lines.append(f"{kind}: no separate groups in {noise['no_separate_groups']} of {noise['runs']} runs")
    if "camps" in written:
        lines.append(
            f"two camps of 15: separate in {written['camps']['separate']} of {written['camps']['runs']} runs"
        )
    return "\n".join(lines)
