"""Each room's words in each language: found in its code and templates, checked, and compiled for Django.

The source language is English and needs no catalogue. Done with Babel, so that no machine needs gettext's own programs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from skaala.config import languages, personal_fields
from skaala.people.rules.personal_fields import CONTEXT, about_series
from skaala.ui.language_names import only_in_message

PACKAGE = Path(__file__).resolve().parent.parent
LANGUAGES = tuple(code for code in languages.CODES if code != languages.SOURCE)
KEYWORDS: dict[str, None] = dict.fromkeys(
    [
        "_",
        "gettext_noop",
        *(
            f"{kind}{lazy}"
            for kind in ("gettext", "ngettext", "pgettext", "npgettext")
            for lazy in ("", "_lazy")
        ),
    ]
)
UNREAD_HEADERS = tuple(
    f'"{name}'.encode()
    for name in (
        "Project-Id",
        "Report-",
        "POT-",
        "PO-",
        "Last-Tr",
        "Language-Team",
        "MIME",
        "Content-Tr",
        "Generated",
    )
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def rooms() -> list[Path]:
    """Return the folders of the rooms that have words of their own."""
    return sorted(path.parent for path in PACKAGE.glob("*/locale"))


def catalogue_file(room: Path, language: str) -> Path:
    """Return where a room's words in ``language`` are kept."""
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def compile_stale() -> int:
    """Compile the catalogues that are newer than what was made of them; returns how many."""
    count = 0
    for room in rooms():
        for language in LANGUAGES:
            source = catalogue_file(room, language)
            target = source.with_suffix(".mo")
            if not source.exists() or (target.exists() and target.stat().st_mtime >= source.stat().st_mtime):
                continue
            with io.BytesIO() as compiled:
                write_mo(compiled, _read(source, language))
                # Written beside and moved into place, so that a process that reads meanwhile never sees half a file.
                draft = target.with_suffix(".mo.new")
                draft.write_bytes(compiled.getvalue())
                draft.replace(target)
            count += 1
    return count


def update(room: Path) -> None:
    """Bring a room's catalogues in line with its texts: new ones appear empty, unused ones go."""
    wanted = extract(room)
    for language in LANGUAGES:
        path = catalogue_file(room, language)
        old = _read(path, language) if path.exists() else Catalog(locale=language, domain="django")
        new = Catalog(
            locale=language, domain="django", fuzzy=False, header_comment=f"# Words of the room {room.name}."
        )
        for message in wanted.values():
            known = old.get(message.id, context=message.context)
            new.add(message.id, known.string if known else "", context=message.context, locations=[])
        path.parent.mkdir(parents=True, exist_ok=True)
        written = io.BytesIO()
        write_po(written, new, width=110, sort_output=True, no_location=True)
        # Only what Django reads: dates and names in the header would change with every update.
        lines = [
            line
            for line in written.getvalue().splitlines(keepends=True)
            if not line.startswith(UNREAD_HEADERS)
        ]
        path.write_bytes(b"".join(lines))


def problems() -> Iterator[str]:
    """Yield, in words, each text that is missing in a language, unused, or has lost a placeholder."""
    for room in rooms():
        wanted = extract(room)
        for language in LANGUAGES:
            path = catalogue_file(room, language)
            held = {_key(m): m for m in _read(path, language) if m.id} if path.exists() else {}
            for key in wanted.keys() - held.keys():
                yield f"{room.name}/{language}: no translation of {key[1]!r}"
            for key in held.keys() - wanted.keys():
                yield f"{room.name}/{language}: nothing uses {key[1]!r}"
            for key in wanted.keys() & held.keys():
                yield from (f"{room.name}/{language}: {text}" for text in _faults(held[key]))


def extract(room: Path) -> dict[tuple[str | None, str], Message]:
    """Return the texts that a room's Python files and templates ask translations for, by context and singular."""
    found: dict[tuple[str | None, str], Message] = {}
    for path in sorted(room.rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts:
            source = path.read_bytes()
        elif path.suffix in {".html", ".txt", ".xml"} and "templates" in path.parts:
            source = _as_python(path)
        else:
            continue
        for _, function, texts, _ in extract_python(io.BytesIO(source), KEYWORDS, [], {"encoding": "utf-8"}):
            message = _message(function, texts)
            if message is not None:
                found[_key(message)] = message
    if room.name == "desk":  # shown there, and written down in a file of its own
        for row in about_series(personal_fields.tables().values()):
            for words in row.words:
                found[CONTEXT, words] = Message(words, context=CONTEXT)
    if room.name == "ui":  # made of the names of the languages, and so nowhere written
        for code in languages.CODES:
            found[None, only_in_message(code)] = Message(only_in_message(code))
    return found


def _as_python(path: Path) -> bytes:
    from django.utils.translation.template import templatize

    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    # What is not a translation is blanked out; indentation would only confuse the tokenizer.
    return "\n".join(line.strip() for line in text.splitlines()).encode()


def _message(function: object, texts: object) -> Message | None:
    """Return what one call asks for; parts that are not plain strings (a count, a variable) are left out."""
    name = str(function)
    parts = [
        part for part in (texts if isinstance(texts, list | tuple) else [texts]) if isinstance(part, str)
    ]
    context = parts.pop(0) if "pgettext" in name and len(parts) > 1 else None
    if not parts or not parts[0]:
        return None
    return Message(
        (parts[0], parts[1]) if "ngettext" in name or "npgettext" in name else parts[0], context=context
    )


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, message.id[0] if isinstance(message.id, list | tuple) else message.id


def _faults(message: Message) -> Iterator[str]:
    sources = list(message.id) if isinstance(message.id, list | tuple) else [message.id]
    held = message.string if isinstance(message.string, list | tuple) else [message.string]
    strings = [string or "" for string in held]
    if message.fuzzy or not all(strings):
        yield f"no translation of {sources[0]!r}"
        return
    wanted = set(PLACEHOLDER.findall(sources[-1]))
    for string in strings:
        if not set(PLACEHOLDER.findall(string)) <= wanted or (
            len(strings) == 1 and set(PLACEHOLDER.findall(string)) != wanted
        ):
            yield f"other placeholders than in {sources[-1]!r}: {string!r}"


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")
