"""The documents that are drawn from the code: the map of the rooms and the pictures of states."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
# Top to bottom, as in .importlinter; rooms on one line do not know each other.
ORDER = [
    ("config",),
    ("demo",),
    ("site", "desk", "api"),
    ("reports",),
    ("actions",),
    ("workshops",),
    ("registration",),
    ("series",),
    ("places", "people", "mail"),
    ("ui",),
    ("insight", "tables"),
]


def rooms() -> list[tuple[str, ...]]:
    """Return the rooms that exist, top to bottom."""
    floors = [tuple(room for room in floor if (PACKAGE / room / "__init__.py").exists()) for floor in ORDER]
    return [floor for floor in floors if floor]


def door_plate(room: str) -> list[str]:
    """Return the paragraphs of a room's door plate: what it is for, then what it does not do."""
    text = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


def map_of_rooms() -> str:
    """Return docs/map.md."""
    lines = [
        "# The rooms",
        "",
        "Drawn by `skaala documents` from the door plate of each room in `src/skaala/`. A room imports only rooms below it,",
        "and rooms on one line do not know each other; `make check` keeps it so (`.importlinter`), and a test keeps foreign",
        "keys pointing down as well.",
        "",
        "```",
        *(" | ".join(floor) for floor in rooms()),
        "```",
        "",
        "Inside a room: `rules.py` (pure, the time is handed in) ← `models.py` ← `queries.py` (reads) ← `operations` (deeds,",
        "one transaction each). The faces, `site` and `desk`, translate a request, make one call and translate back.",
        "",
    ]
    for floor in rooms():
        for room in floor:
            first, *rest = door_plate(room)
            lines += [f"## `{room}`", "", first, ""]
            for paragraph in rest:
                lines += [paragraph, ""]
    return "\n".join(lines)


def picture(transitions: Mapping[str, frozenset[str]]) -> list[str]:
    """Return allowed transitions as a Mermaid state diagram."""
    arrows = [f"    {here} --> {there}" for here, targets in transitions.items() for there in sorted(targets)]
    return ["```mermaid", "stateDiagram-v2", *arrows, "```"]


def pictures_of_states() -> str:
    """Return docs/states.md."""
    from skaala.registration import rules as of_registration
    from skaala.series import rules
    from skaala.workshops import rules as workshops

    return "\n".join(
        [
            "# States",
            "",
            "Drawn by `skaala documents` from the transitions that the rules allow.",
            "",
            "## A series",
            "",
            *picture(rules.TRANSITIONS),
            "",
            "A scheduled series is public from its instant on, also before the worker notes it as published.",
            "",
            "## An attendance",
            "",
            *picture(of_registration.TRANSITIONS),
            "",
            "It begins as confirmed where a seat is free and nobody waits, else as waiting; who waits moves up by itself when",
            "a seat becomes free. Whoever has a seat and waits for the other way of attending stays confirmed meanwhile.",
            "",
            "## A board",
            "",
            *picture(workshops.TRANSITIONS),
            "",
            "Participants write while it is open for preparation and while it gathers, take a stand until weighing ends, and",
            "see from then on what the votes say.",
            "",
        ]
    )


def all_documents() -> dict[str, str]:
    """Return file name under docs/ and content of each drawn document."""
    return {"map.md": map_of_rooms(), "states.md": pictures_of_states()}
