"""What happens in the room beside statements: small groups and quick questions."""

from __future__ import annotations

from typing import Any

from tests.pages.address import Address, with_key

ROOM = "/board/{rehearsal_code}"
CONCLUDED = "/board/{concluded_code}"
CONCLUDING = "/desk/series/sovittu/events/closing/board"
REHEARSED = "/desk/series/{narrow}/events/workshop-2/board"
IN_GROUPS: list[Address] = [
    with_key("board-group", f"{ROOM}/group/", "hilla"),
    with_key(
        "board-group-errors",
        f"{ROOM}/group/",
        "hilla",
        422,
        sends={"action": "note"},
        state_of="board-group",
    ),
    with_key("board-asked", f"{ROOM}/", "hilla", state_of="board"),
    with_key("board-polls", f"{ROOM}/questions/", "hilla"),
    with_key("board-polls-done", f"{ROOM}/questions/?done=pending", "hilla", state_of="board-polls"),
    with_key(
        "board-polls-errors",
        f"{ROOM}/questions/",
        "hilla",
        422,
        sends={"poll": "{poll_words}"},
        state_of="board-polls",
    ),
    with_key(
        "board-polls-compare",
        f"{ROOM}/questions/",
        "hilla",
        422,
        sends={"poll": "{poll_order}", "compare": "1", "number": "1"},
        state_of="board-polls",
    ),
    Address("hall", "/next-steps/{closing_code}/"),
    Address("hall-take-part", "/next-steps/{closing_code}/{step}/"),
    Address(
        "hall-take-part-errors",
        "/next-steps/{closing_code}/{step}/",
        422,
        sends={},
        state_of="hall-take-part",
    ),
    Address("hall-own", "/w/{hall_token}/"),
    Address("hall-own-said", "/w/{hall_token}/?email", state_of="hall-own"),
    Address("hall-gone", "/w/gone/", 410),
    with_key("board-concluded", f"{CONCLUDED}/", "sanni", state_of="board"),
]
LED_IN_THE_ROOM: list[tuple[str, str, int, dict[str, Any] | None, str]] = [
    ("board-groups", f"{REHEARSED}/groups/", 200, None, ""),
    ("board-groups-errors", f"{REHEARSED}/groups/", 422, {"action": "split"}, "desk-board-groups"),
    (
        "board-groups-again",
        f"{REHEARSED}/groups/",
        200,
        {"action": "split", "count": "2", "way": "drawn"},
        "desk-board-groups",
    ),
    ("board-polls", f"{REHEARSED}/polls/", 200, None, ""),
    ("board-new-poll", f"{REHEARSED}/polls/new/", 200, None, ""),
    ("board-new-poll-errors", f"{REHEARSED}/polls/new/", 422, {}, "desk-board-new-poll"),
    ("board-edit-poll", f"{REHEARSED}/polls/{{poll_draft}}/change/", 200, None, ""),
    ("board-poll", f"{REHEARSED}/polls/{{poll_choice}}/", 200, None, ""),
    ("board-poll-ordered", f"{REHEARSED}/polls/{{poll_ordered}}/", 200, None, ""),
    ("board-poll-words", f"{REHEARSED}/polls/{{poll_words}}/", 200, None, ""),
    ("board-conclude", f"{CONCLUDING}/conclude/", 200, None, ""),
    ("board-conclude-errors", f"{CONCLUDING}/conclude/", 422, {}, "desk-board-conclude"),
    ("board-conclusion", f"{CONCLUDING}/conclude/{{conclusion}}/", 200, None, ""),
    ("board-transcript", f"{REHEARSED}/transcript/", 200, None, ""),
    (
        "board-transcript-errors",
        f"{REHEARSED}/transcript/",
        422,
        {"action": "bring-in"},
        "desk-board-transcript",
    ),
    ("board-transcript-brought-in", f"{CONCLUDING}/transcript/", 200, None, "desk-board-transcript"),
    ("board-transcript-all", f"{CONCLUDING}/transcript/?all", 200, None, "desk-board-transcript"),
    ("board-transcript-none", f"{CONCLUDING}/transcript/?search=zzz", 200, None, "desk-board-transcript"),
    ("board-projector-concluded", f"{CONCLUDING}/projector/", 200, None, "desk-board-projector"),
    ("board-projector-poll", f"{REHEARSED}/projector/", 200, None, "desk-board-projector"),
]
