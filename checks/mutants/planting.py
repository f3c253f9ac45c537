"""
Puts a mutant into the running process.

A changed function gives its code to the function that is there, wherever that has been imported to. A changed value
of a module goes to all modules that imported it, and what was computed from it is computed again.
"""

from __future__ import annotations
import __future__

import ast
import functools
import gc
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from checks.mutants.making import CODE, Mutant, follow

OURS = ("skaala.", "tests.")

Place = tuple[str, int]


class UnableToPlant(Exception):
    """The changed function is not in memory alone, or has other free variables than the one that is."""


def functions_by_place() -> dict[Place, list[FunctionType]]:
    """Return the functions of the program that are in memory, by file and first line."""
    found: dict[Place, list[FunctionType]] = {}
    for thing in gc.get_objects():
        if type(thing) is FunctionType and thing.__code__.co_filename.startswith(str(CODE)):
            found.setdefault((thing.__code__.co_filename, thing.__code__.co_firstlineno), []).append(thing)
    return found


def caches() -> list[functools._lru_cache_wrapper[object]]:
    """Return the program's cached functions: what they remember was computed before the change."""
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, functools._lru_cache_wrapper) and str(thing.__module__).startswith(OURS)
    ]


def module_name(file: Path) -> str:
    """Return the name by which the file is imported."""
    parts = file.relative_to(CODE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def plant(mutant: Mutant, functions: dict[Place, list[FunctionType]]) -> set[str]:
    """Make the change. Return the files whose functions may now act otherwise; raises what the changed code raises."""
    module = importlib.import_module(module_name(mutant.file))
    changed = follow(ast.parse(mutant.source), mutant.path)
    if isinstance(changed, ast.FunctionDef):
        there = functions.get((str(mutant.file), mutant.first_line), [])
        if not there:
            raise UnableToPlant
        for function in there:
            _replace_code(function, changed, module)
        return {str(mutant.file)}
    return _replace_value(module, changed)


def _execute(statement: ast.stmt, module: ModuleType) -> dict[str, Any]:
    """Execute the statement with the module's names; return what it would have bound there."""
    flags = __future__.annotations.compiler_flag
    code = compile(ast.Module([statement], []), str(module.__file__), "exec", flags, dont_inherit=True)
    made: dict[str, Any] = {}
    exec(code, vars(module), made)  # noqa: S102
    return made


def _replace_code(function: FunctionType, changed: ast.FunctionDef, module: ModuleType) -> None:
    changed.decorator_list = []
    new = _execute(changed, module)[changed.name]
    if function.__code__.co_freevars != new.__code__.co_freevars:
        raise UnableToPlant
    function.__code__, function.__defaults__, function.__kwdefaults__ = (
        new.__code__,
        new.__defaults__,
        new.__kwdefaults__,
    )


def _replace_value(module: ModuleType, changed: ast.stmt) -> set[str]:
    """Run the statement in the module, and again what mentions the names it changed, there and where they are imported."""
    touched: set[str] = set()
    waiting = [(module, [changed])]
    while waiting:
        place, statements = waiting.pop(0)
        for statement in statements:
            for name, old, new in _run(place, statement):
                for holder in _our_modules():
                    if name in vars(holder) and (vars(holder)[name] is old or holder is place):
                        setattr(holder, name, new)
                        touched.add(str(holder.__file__))
                        waiting.append((holder, list(_that_mention(name, holder))))
    return touched


def _our_modules() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items()) if name.startswith(OURS) and module.__file__]


def _run(module: ModuleType, statement: ast.stmt) -> list[tuple[str, object, object]]:
    """Run a statement of a module apart from it. Return the names whose values it changes, with old and new ones."""
    if isinstance(statement, ast.FunctionDef):
        # Only its defaults were computed from the name.
        statement.decorator_list = []
        there, new = vars(module)[statement.name], _execute(statement, module)[statement.name]
        if isinstance(there, FunctionType) and isinstance(new, FunctionType):
            there.__defaults__, there.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
        return []
    changes = [(name, vars(module).get(name), value) for name, value in _execute(statement, module).items()]
    return [(name, old, new) for name, old, new in changes if _differ(old, new)]


def _differ(old: object, new: object) -> bool:
    try:
        return type(old) is not type(new) or bool(old != new)
    except ValueError:  # arrays
        return True


@functools.cache
def _statements(file: str) -> list[ast.stmt]:
    return ast.parse(Path(file).read_text(encoding="utf-8")).body


def _that_mention(name: str, module: ModuleType) -> Iterator[ast.stmt]:
    """Yield the assignments of the module, and functions with defaults, that are computed from the name."""
    for statement in _statements(str(module.__file__)):
        computed: list[ast.expr | None]
        match statement:
            case ast.Assign() | ast.AnnAssign():
                computed = [statement.value]
            case ast.FunctionDef():
                computed = [*statement.args.defaults, *statement.args.kw_defaults]
            case _:
                continue
        nodes = [node for value in computed if value is not None for node in ast.walk(value)]
        if any(getattr(node, "id", None) == name or getattr(node, "attr", None) == name for node in nodes):
            yield statement
