"""The documents that are drawn from the code: the rooms, the states, the index of decisions."""

from __future__ import annotations

import ast
import configparser
import re
from collections.abc import Mapping
from pathlib import Path

from skaala.config.personal_fields import personal_data

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
BEGIN, END = "<!-- rooms, drawn by `skaala documents` -->", "<!-- end of rooms -->"


def order() -> list[tuple[str, ...]]:
    """Return the rooms top to bottom, as the import contract has them; rooms on one line do not know each other."""
    return _layers(_contracts()["importlinter:contract:rooms"])


def order_inside(room: str) -> list[tuple[str, ...]]:
    """Return the modules of a room top to bottom, as the contract inside it has them; only those that there are."""
    contracts = _contracts()
    floors = next(
        _layers(contracts[name])
        for name in contracts.sections()
        if contracts[name].get("containers", "").split() == [f"skaala.{room}"]
    )
    here = {path.stem for path in (PACKAGE / room).iterdir()}
    return [names for floor in floors if (names := tuple(name for name in floor if name in here))]


def _contracts() -> configparser.ConfigParser:
    contracts = configparser.ConfigParser()
    contracts.read(CHECKOUT / ".importlinter", encoding="utf-8")
    return contracts


def _layers(contract: configparser.SectionProxy) -> list[tuple[str, ...]]:
    floors = contract["layers"].split("\n")
    return [tuple(name.strip(" ()") for name in floor.split("|")) for floor in floors if floor.strip()]


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
        *(" | ".join(floor) for floor in order()),
        "```",
        "",
        "Inside a room: `rules` (pure, the time is an argument) ← `models` (tables) ← `queries` (reads) ← `operations` (one",
        "transaction each) ← `jobs` (start operations); `presenters` and `messages` say in words what was read. Each is a module",
        "or a folder with a module per subject. The faces, `site` and `desk`, are cut by subject; they translate a request, make",
        "one call and translate back. Below, each room's modules stand in their order, top to bottom; a contract per room keeps it.",
        "",
    ]
    for floor in order():
        for room in floor:
            first, *rest = door_plate(room)
            lines += [f"## `{room}`", "", first, ""]
            for paragraph in rest:
                lines += [paragraph, ""]
            inside = " / ".join(" | ".join(f"`{name}`" for name in names) for names in order_inside(room))
            lines += [f"Inside: {inside}", ""]
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
            "It begins as confirmed where a seat is free and nobody waits, otherwise as waiting; who waits moves up automatically when",
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


def table_of_roles() -> str:
    """Return docs/roles.md."""
    from skaala.people.rules import MAY, Permission, Role
    from skaala.people.rules.roles import OF_MEMBERS_ALONE

    lines = [
        "# Roles",
        "",
        "Drawn by `skaala documents` from `src/skaala/people/rules/roles.py`. Which page needs what: `src/skaala/desk/frame/permissions.py`.",
        "",
        "A member has one role in an organisation. Somebody may also have a role in a single series (`series.SeriesRole`), given on its page"
        " “Roles and links”. It opens that series alone, and there all that the role may do but: "
        + ", ".join(_plain(one) for one in Permission if one in OF_MEMBERS_ALONE)
        + ".",
        "",
        f"| | {' | '.join(_plain(role) for role in Role)} |",
        f"|---|{'---|' * len(Role)}",
        *(
            f"| {_plain(one)} | {' | '.join('yes' if one in MAY[role] else '' for role in Role)} |"
            for one in Permission
        ),
        "",
    ]
    return "\n".join(lines)


def _plain(name: str) -> str:
    return name.replace("_", " ")


def index_of_decisions() -> str:
    """Return docs/decisions/README.md: each record with the sentence that says what was decided, the newest first."""
    lines = [
        "# Decisions",
        "",
        "Drawn by `skaala documents`: each record, and its first sentence on what was decided.",
        "",
    ]
    records = (CHECKOUT / "docs" / "decisions").glob("20*.md")
    for record in sorted(records, key=lambda path: (path.name[:10], path.name), reverse=True):
        title, sentence = _title_and_decision(record.read_text(encoding="utf-8"))
        lines.append(f"- {record.name[:10]} [{title}]({record.name}). {sentence}")
    return "\n".join([*lines, ""])


def _title_and_decision(text: str) -> tuple[str, str]:
    """Return a record's title and its first sentence after "Decided.", or else the first sentence of its text."""
    title = text.partition("\n")[0].removeprefix("# ").split(" · ")[-1]
    decided = re.search(r"\*\*Decided\.\*\*\s+(.+?)(?:\n\s*\n|\Z)", text, re.DOTALL)
    paragraphs = [
        one
        for one in text.split("\n\n")[1:]
        if not re.fullmatch(r"\d+ \w+ \d{4}\b.*", one.strip(), re.DOTALL)
    ]
    paragraph = " ".join((decided[1] if decided else paragraphs[0]).split())
    paragraph = re.sub(r"^\*\*([^*]+)\*\*", r"\1", paragraph)
    sentence = re.match(r".+?[.:;](?=\s|$)", paragraph)
    return title, (sentence[0] if sentence else paragraph).rstrip(":;.") + "."


def readme() -> str:
    """Return README.md with the picture of the house between its two marks drawn anew."""
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = ["", "| Rooms, top to bottom | What each holds |", "|---|---|"]
    for floor in order():
        names = " ".join(f"`{room}`" for room in floor)
        plates = "<br>".join(door_plate(room)[0] for room in floor)
        rows.append(f"| {names} | {plates} |")
    return f"{before}{BEGIN}\n" + "\n".join([*rows, "", END]) + after


def all_documents() -> dict[str, str]:
    """Return file name in the checkout and content of each drawn document."""
    return {
        "README.md": readme(),
        "docs/map.md": map_of_rooms(),
        "docs/states.md": pictures_of_states(),
        "docs/roles.md": table_of_roles(),
        "docs/personal-data.md": personal_data(),
        "docs/decisions/README.md": index_of_decisions(),
    }
