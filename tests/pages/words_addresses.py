"""The pages of an organisation's own words, and of its keys."""

from __future__ import annotations

from typing import Any

from tests.pages.api_addresses import API_KEYS

LED = "/desk/series/{coming}/events/tyopaja-1/board"
WORDS: list[tuple[str, str, int, dict[str, Any] | None, str]] = [
    ("words", "/desk/organisations/house/words/", 200, None, ""),
    ("own-words", "/desk/organisations/house/words/lists/perspectives/", 200, None, ""),
    (
        "own-words-errors",
        "/desk/organisations/house/words/lists/perspectives/",
        422,
        {
            "words-TOTAL_FORMS": "1",
            "words-INITIAL_FORMS": "0",
            "words-0-name_fi": "Kaikki",
            "words-0-order": "0",
        },
        "desk-own-words",
    ),
    ("new-prompt-set", "/desk/organisations/house/words/questions/new/", 200, None, ""),
    ("prompt-set", "/desk/organisations/house/words/questions/{prompt_set}/", 200, None, ""),
    (
        "prompt-set-errors",
        "/desk/organisations/house/words/questions/{prompt_set}/",
        422,
        {"prompts-TOTAL_FORMS": "1", "prompts-INITIAL_FORMS": "0"},
        "desk-prompt-set",
    ),
    (
        "remove-prompt-set",
        "/desk/organisations/house/words/questions/{prompt_set}/remove/",
        200,
        None,
        "",
    ),
    ("words-without", "/desk/organisations/house/words/", 422, {"languages": ""}, "desk-words"),
    ("board-keep-prompts", f"{LED}/prompts/keep/", 200, None, ""),
    ("board-keep-prompts-errors", f"{LED}/prompts/keep/", 422, {}, "desk-board-keep-prompts"),
    *API_KEYS,
]
