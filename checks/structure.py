"""
Counts what the structure is measured by, and fails above the limits.

- Lines of code in modules that an exhaustive contract orders (the contract between rooms does not count).
- Functions with many branches: each `if`, loop, handler, `case` and ternary counts one, each further operand of `and`/`or` one,
  each `for` and `if` of a comprehension one; what is inside a nested function counts for the outer one too.
- Files of many lines.

Migrations are left out: they are history.
"""

from __future__ import annotations

import ast
import configparser
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "src" / "skaala"

LEAST_SHARE_ORDERED = 0.90
MANY_BRANCHES, MOST_WITH_MANY = 15, 15
MOST_BRANCHES = 30
LONG_FILE, MOST_LONG_FILES = 300, 10

_ONE = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.IfExp, ast.ExceptHandler, ast.match_case)


@dataclass(frozen=True)
class Figures:
    """The figures of the code in :data:`CODE`; paths are relative to :data:`ROOT`."""

    lines: int
    ordered_lines: int
    unordered: dict[str, int]
    branches: dict[str, int]
    long_files: dict[str, int]

    @property
    def share_ordered(self) -> float:
        return self.ordered_lines / self.lines


def branches_of(function: ast.AST) -> int:
    """Return the number of branches in ``function``, those of nested functions included."""
    count = 0
    for node in ast.walk(function):
        if isinstance(node, _ONE):
            count += 1
        elif isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
    return count


def measure() -> Figures:
    """Read all code and return its figures."""
    ordered = set(_ordered_modules())
    lines = ordered_lines = 0
    unordered: dict[str, int] = {}
    branches: dict[str, int] = {}
    long_files: dict[str, int] = {}
    for path in sorted(CODE.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        text, name = path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))
        length = len(text.splitlines())
        lines += length
        if path in ordered:
            ordered_lines += length
        else:
            unordered[name] = length
        if length > LONG_FILE:
            long_files[name] = length
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (
                (found := branches_of(node)) > MANY_BRANCHES
            ):
                branches[f"{name}:{node.lineno} {node.name}"] = found
    return Figures(lines, ordered_lines, unordered, branches, long_files)


def _contracts() -> Iterator[configparser.SectionProxy]:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    for section in parser.sections():
        if section.startswith("importlinter:contract:"):
            yield parser[section]


def _listed(contract: configparser.SectionProxy, option: str) -> list[str]:
    words = contract.get(option, "").replace("|", "\n").replace(":", "\n").split("\n")
    return [word.strip().strip("()") for word in words if word.strip()]


def _ordered_modules() -> Iterator[Path]:
    """Yield the files that an exhaustive contract inside a room puts in an order."""
    for contract in _contracts():
        if contract["type"] != "layers" or not contract.getboolean("exhaustive", fallback=False):
            continue
        for container in _listed(contract, "containers"):
            if container == "skaala":
                continue
            folder = CODE.parent.joinpath(*container.split("."))
            yield folder / "__init__.py"
            for layer in _listed(contract, "layers"):
                yield from _files_of(folder / layer)


def _files_of(module: Path) -> Iterable[Path]:
    return [module.with_suffix(".py")] if not module.is_dir() else module.rglob("*.py")


def faults(figures: Figures) -> list[str]:
    """Return a sentence for each limit that is not kept."""
    found = []
    if figures.share_ordered < LEAST_SHARE_ORDERED:
        found.append(
            f"Fewer than {LEAST_SHARE_ORDERED:.0%} of the lines are under a contract inside their room."
        )
    if len(figures.branches) > MOST_WITH_MANY:
        found.append(f"More than {MOST_WITH_MANY} functions have over {MANY_BRANCHES} branches.")
    if any(count > MOST_BRANCHES for count in figures.branches.values()):
        found.append(f"A function has over {MOST_BRANCHES} branches.")
    if len(figures.long_files) > MOST_LONG_FILES:
        found.append(f"More than {MOST_LONG_FILES} files have over {LONG_FILE} lines.")
    return found


def main() -> int:
    """Print the figures; with --list also what lies behind them."""
    figures = measure()
    print(
        f"{figures.lines} lines of code, {figures.share_ordered:.1%} of them under a contract inside their room"
    )
    print(
        f"{len(figures.branches)} functions over {MANY_BRANCHES} branches, most {max(figures.branches.values(), default=0)}"
    )
    print(f"{len(figures.long_files)} files over {LONG_FILE} lines")
    if "--list" in sys.argv:
        for title, rows in (
            ("Under no contract", figures.unordered),
            ("Branches", figures.branches),
            ("Long files", figures.long_files),
        ):
            print(f"\n{title}")
            for name, count in sorted(rows.items(), key=lambda row: -row[1]):
                print(f"{count:6} {name}")
    found = faults(figures)
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
