"""A fourth language, declared as the recipe says, with a catalogue in which every message stands in brackets.

Not collected with the others: :mod:`tests.house.test_languages` runs it in a process of its own, since the languages are
read once, when the program starts.
"""

from __future__ import annotations

import re
import sys
import types
from pathlib import Path

CODE, NAME = "smn", "Anarâškielâ"  # Inari Sámi, spoken in Finland; three letters, and a dual


def declare() -> None:
    """Put the language where a person would: at the end of the list in `skaala.config.languages`."""
    import skaala.config

    home = Path(skaala.config.__file__).parent / "languages.py"
    source, count = re.subn(
        r'\("en", "English"\)\]', f'("en", "English"), ("{CODE}", "{NAME}")]', home.read_text("utf-8")
    )
    assert count == 1
    module = types.ModuleType("skaala.config.languages")
    exec(compile(source, str(home), "exec"), module.__dict__)
    sys.modules["skaala.config.languages"] = skaala.config.languages = module  # type: ignore[attr-defined]


def write_catalogue(folder: Path) -> None:
    """Translate every message of every room by putting it in brackets."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    from skaala.config import catalogues

    written = Catalog(locale=CODE, domain="django", fuzzy=False)
    for room in catalogues.rooms():
        for message in catalogues.extract(room).values():
            plural = isinstance(message.id, (list, tuple))
            forms = [*message.id] if plural else [message.id]
            bracketed = [f"[{text}]" for text in forms]
            if plural:
                bracketed += [bracketed[-1]] * (written.num_plurals - len(bracketed))
            written.add(message.id, tuple(bracketed) if plural else bracketed[0], context=message.context)
    target = folder / CODE / "LC_MESSAGES"
    target.mkdir(parents=True)
    with (target / "django.mo").open("wb") as file:
        write_mo(file, written)


def main(folder: Path, database: str) -> int:
    """Run the tests of `tests/house/with_a_fourth_language.py` with it, in a test database that is there already."""
    import pytest

    declare()
    from django.conf import settings

    import tests.conftest  # noqa: F401  (makes the settings)

    write_catalogue(folder)
    settings.LOCALE_PATHS = [str(folder)]
    settings.DATABASES["default"]["TEST"] = {"NAME": database}
    here = Path(__file__).parent / "with_a_fourth_language.py"
    return int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--reuse-db", str(here)]))


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
