"""
Finds words of a dialect of our own where a common word exists, and says which one to use.

The words are in ``words.toml``: a pattern, what to use instead, and where it applies. The places are

- ``en``, ``fi``, ``sv``: the message texts in that language (English: the source texts in the catalogues),
- ``docs``: README, CONTRIBUTING, CHANGELOG and everything under ``docs/``,
- ``comments``: docstrings, and comments in code, templates, scripts and style sheets,
- ``names``: identifiers in Python, read as words (``email_of`` and ``EmailForm`` both have the word "email").

Text in backticks is a name or a quotation and is not read as prose. An exception names its files and its reason.
"""

from __future__ import annotations

import ast
import io
import keyword
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
WORDS = Path(__file__).with_suffix(".toml")
PLACES = ("en", "fi", "sv", "docs", "comments", "names")

_CODE_SPAN = re.compile(r"```.*?```|``.+?``|`[^`\n]+`", re.DOTALL)
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
_PARTS_OF_NAME = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_COMMENTS = {
    ".html": re.compile(r"\{#(.*?)#\}|\{% comment .*?%\}(.*?)\{% endcomment %\}", re.DOTALL),
    ".css": re.compile(r"/\*(.*?)\*/", re.DOTALL),
    ".js": re.compile(r"/\*(.*?)\*/|(?<!:)//([^\n]*)", re.DOTALL),
}


@dataclass(frozen=True)
class Word:
    """A word not to use: the pattern, what to use instead, the places, and the files where it is right after all."""

    pattern: re.Pattern[str]
    use: str
    places: frozenset[str]
    allowed: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A piece of text and where it begins; ``file`` is relative to the root that was read."""

    place: str
    file: str
    line: int
    text: str


@dataclass(frozen=True)
class Finding:
    file: str
    line: int
    word: str
    use: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.word} → {self.use}"


def read_words(path: Path = WORDS) -> list[Word]:
    """Return the words not to use, as the data file has them."""
    words = []
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["word"]:
        unknown = set(entry["in"]) - set(PLACES)
        if unknown:
            raise ValueError(f"{path.name}: no such place: {', '.join(sorted(unknown))}")
        allowed = entry.get("allowed", {})
        words.append(
            Word(
                re.compile(rf"\b(?:{entry['find']})\b", re.IGNORECASE),
                entry["use"],
                frozenset(entry["in"]),
                tuple(allowed),
            )
        )
    return words


def find(root: Path, words: list[Word]) -> list[Finding]:
    """Return every use of ``words`` in the project at ``root``, in order of file and line."""
    findings = {
        Finding(text.file, text.line + text.text.count("\n", 0, match.start()), match[0], word.use)
        for text in _texts(root)
        for word in words
        if text.place in word.places and not any(fnmatch(text.file, allowed) for allowed in word.allowed)
        for match in word.pattern.finditer(text.text)
    }
    return sorted(findings, key=lambda finding: (finding.file, finding.line, finding.word))


def _texts(root: Path) -> Iterator[Text]:
    for path in sorted(root.glob("src/**/locale/*/LC_MESSAGES/*.po")):
        yield from _messages(root, path)
    for path in sorted([*root.glob("*.md"), *root.glob("docs/**/*.md")]):
        yield Text("docs", str(path.relative_to(root)), 1, _prose(path.read_text(encoding="utf-8")))
    for folder in ("src", "tests", "benchmarks", "checks"):
        for path in sorted((root / folder).rglob("*.*")):
            if "migrations" in path.parts:
                continue
            if path.suffix == ".py":
                yield from _python(root, path)
            elif path.suffix in _COMMENTS:
                yield from _marked_comments(root, path)


def _messages(root: Path, path: Path) -> Iterator[Text]:
    language, name = path.parts[-3], str(path.relative_to(root))
    with path.open("rb") as file:
        catalogue = read_po(file, language)
    for message in catalogue:
        if not message.id:
            continue
        if language == "fi":  # The source texts are the same in every catalogue: read once.
            yield Text("en", name, message.lineno or 1, _one_line(message.id))
        if language in PLACES:
            yield Text(language, name, message.lineno or 1, _one_line(message.string))


def _one_line(text: str | Iterable[str] | None) -> str:
    forms = [text] if isinstance(text, str) else list(text or ())
    return _PLACEHOLDER.sub("…", " | ".join(forms).replace("\n", " "))


def _python(root: Path, path: Path) -> Iterator[Text]:
    source, name = path.read_text(encoding="utf-8"), str(path.relative_to(root))
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Expr(ast.Constant(str(text)) as literal):
                yield Text("comments", name, literal.lineno, _prose(text))
    seen = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield Text("comments", name, token.start[0], _prose(token.string))
        elif token.type == tokenize.NAME and token.string not in seen and not keyword.iskeyword(token.string):
            seen.add(token.string)
            parts = " ".join(_PARTS_OF_NAME.findall(token.string))
            yield Text("names", name, token.start[0], parts)


def _marked_comments(root: Path, path: Path) -> Iterator[Text]:
    source, name = path.read_text(encoding="utf-8"), str(path.relative_to(root))
    for match in _COMMENTS[path.suffix].finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        yield Text("comments", name, line, _prose(match[0]))


def _prose(text: str) -> str:
    """Return ``text`` without its code spans, lines kept."""
    return _CODE_SPAN.sub(lambda span: "\n" * span[0].count("\n"), text)


def main() -> int:
    """Print every finding; returns 1 if there is one."""
    findings = find(ROOT, read_words())
    for finding in findings:
        print(finding)
    if findings:
        print(f"{len(findings)} words of another vocabulary; docs/glossary.md has ours.")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
