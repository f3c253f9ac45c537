"""Makes mutants of source files, and draws a sample of them that a seed decides."""

from __future__ import annotations

import ast
import builtins
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import cast

from libcst import CSTNode, Module
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import Mutation, create_mutations

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "src" / "skaala"

WHOLE_ROOMS = ("announcement", "insight", "tables")
SEATS = "seats"

# `strict=` only guards against a caller's mistake: no input of the program tells the two apart.
_STRICT = re.compile(r",?\s*\bstrict\s*=\s*(True|False|None)")


@dataclass(frozen=True)
class Mutant:
    """
    A file with one change.

    ``path`` leads to the changed function or assignment: its index in the module, then in the class. It begins at
    ``first_line``; the change is in a statement that has the ``lines``.
    """

    file: Path
    line: int
    path: tuple[int, ...]
    first_line: int
    lines: range
    write: Callable[[], str]

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}"

    @cached_property
    def source(self) -> str:
        """The whole file with the change; written when it is asked for, since most mutants are never tried."""
        return self.write()

    @property
    def changes_a_function(self) -> bool:
        return isinstance(follow(ast.parse(self.source), self.path), ast.FunctionDef)

    @property
    def change(self) -> str:
        """The lines that differ, as a diff shows them."""
        before = self.file.read_text(encoding="utf-8").splitlines()
        after = self.source.splitlines()
        start = 0
        while before[start] == after[start]:
            start += 1
        end = 0
        while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
            end += 1
        lines = [f"- {line.strip()}" for line in before[start : len(before) - end]]
        return "\n".join(lines + [f"+ {line.strip()}" for line in after[start : len(after) - end]])


def find_files() -> dict[str, list[Path]]:
    """Return the files of each room by pattern, so that a moved file stays in: pure rooms, rules, and seats."""
    rooms: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(CODE.rglob("*.py")):
        room, *inner = path.relative_to(CODE).with_suffix("").parts
        if room in WHOLE_ROOMS or "rules" in inner:
            rooms[room].append(path)
        elif "seats" in inner and room == "registration":
            rooms[SEATS].append(path)
    return dict(sorted(rooms.items()))


def make(path: Path) -> list[Mutant]:
    """Return all mutants of the file that can be put into a running process and that some input could tell apart."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    unwanted = set(_lines_of_mistakes(tree))
    module, mutations, _, _ = create_mutations(str(path), text)
    positions = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    mutants: dict[tuple[int, str, str], Mutant] = {}
    for mutation in mutations:
        position = positions.get(mutation.original_node)
        if position is None or position.start.line in unwanted:
            continue
        before = module.code_for_node(mutation.original_node)
        after = module.code_for_node(mutation.mutated_node)
        # Upper for lower case: texts are compared without it, so that most of these change nothing.
        if before.lower() == after.lower() or _STRICT.sub("", before) == _STRICT.sub("", after):
            continue
        line = position.start.line
        place = _find_statement(tree, line)
        if place is not None:
            whole = follow(tree, place)
            write = partial(_write, module, mutation)
            mutant = Mutant(path, line, place, first_line(whole), _lines_run(whole, line), write)
            mutants[line, before, after] = mutant
    return list(mutants.values())


def _write(module: Module, mutation: Mutation) -> str:
    return cast(
        Module, module.deep_replace(mutation.original_node, cast(CSTNode, mutation.mutated_node))
    ).code


def draw(mutants: Iterable[Mutant], *, number: int, seed: str) -> list[Mutant]:
    """Return ``number`` of the mutants, the same for the same seed; no line gets a second one before each has one."""
    chance = random.Random(seed)  # noqa: S311
    by_line: dict[tuple[Path, int], list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        by_line[mutant.file, mutant.line].append(mutant)
    ranked = []
    for same_line in by_line.values():
        chance.shuffle(same_line)
        ranked += [(turn, chance.random(), mutant) for turn, mutant in enumerate(same_line)]
    ranked.sort(key=lambda rank: rank[:2])
    return [mutant for _, _, mutant in ranked[:number]]


def follow(tree: ast.Module, path: tuple[int, ...]) -> ast.stmt:
    """Return the statement at the path."""
    body = tree.body
    for index in path[:-1]:
        holder = body[index]
        assert isinstance(holder, ast.ClassDef)
        body = holder.body
    return body[path[-1]]


def first_line(statement: ast.stmt) -> int:
    """Return the line on which the statement begins, its decorators included (as a code object counts)."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])


def _find_statement(holder: ast.Module | ast.ClassDef, line: int) -> tuple[int, ...] | None:
    """Return where the function, or the assignment to a name of the module, is that has this line."""
    for index, statement in enumerate(holder.body):
        if not first_line(statement) <= line <= (statement.end_lineno or 0):
            continue
        match statement:
            case ast.FunctionDef() if line >= statement.lineno:
                return (index,)
            case ast.ClassDef() if (inner := _find_statement(statement, line)) is not None:
                return (index, *inner)
            case ast.Assign() | ast.AnnAssign() if isinstance(holder, ast.Module) and _has_a_value(statement):
                return (index,)
    return None


def _lines_run(statement: ast.stmt, line: int) -> range:
    """Return the lines of the innermost statement that has this line, up to its body; of a function's head all lines."""
    end = statement.end_lineno or statement.lineno
    for inner in _inner_statements(statement):
        if inner.lineno <= line <= (inner.end_lineno or inner.lineno):
            return _lines_run(inner, line)
    if isinstance(statement, ast.FunctionDef):
        return range(statement.lineno, end + 1)
    body: list[ast.stmt] = getattr(statement, "body", [])
    return range(statement.lineno, max(statement.lineno + 1, body[0].lineno) if body else end + 1)


def _inner_statements(statement: ast.stmt) -> Iterator[ast.stmt]:
    for name in ("body", "orelse", "finalbody"):
        yield from getattr(statement, name, [])
    for holder in [*getattr(statement, "handlers", []), *getattr(statement, "cases", [])]:
        yield from holder.body


def _has_a_value(statement: ast.Assign | ast.AnnAssign) -> bool:
    """Say whether it gives a name a value that the program computes with: no type alias, no dunder."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    alias = isinstance(statement.value, ast.Subscript) or (
        isinstance(statement, ast.AnnAssign)
        and isinstance(statement.annotation, ast.Name)
        and statement.annotation.id == "TypeAlias"
    )
    return len(names) == len(targets) and not alias and not any(name.startswith("__") for name in names)


def _lines_of_mistakes(tree: ast.Module) -> Iterator[int]:
    """Yield the lines that raise an exception of Python's own: their texts are for programmers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            raised = node.exc.func
            if isinstance(raised, ast.Name) and hasattr(builtins, raised.id):
                yield from range(node.lineno, (node.end_lineno or node.lineno) + 1)
