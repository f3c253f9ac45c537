"""The pages of the catalogue's editor, as rows of the list of addresses."""

from __future__ import annotations

from typing import Any

CATALOGUE: list[tuple[str, str, int, dict[str, Any] | None, str]] = [
    ("catalogue", "/desk/catalogue/", 200, None, ""),
    ("adoption-reports", "/desk/catalogue/reports/", 200, None, ""),
    ("catalogue-none", "/desk/catalogue/?q=zzzz", 200, None, "desk-catalogue"),
    ("new-action", "/desk/catalogue/new/", 200, None, ""),
    (
        "new-action-errors",
        "/desk/catalogue/new/",
        422,
        {"owner_place": "Atlantis"},
        "desk-new-action",
    ),
    ("new-actions-file", "/desk/catalogue/files/new/", 200, None, ""),
    ("new-actions-file-errors", "/desk/catalogue/files/new/", 422, {}, "desk-new-actions-file"),
    ("actions-file", "/desk/catalogue/files/{actions_file}/", 200, None, ""),
    (
        "actions-file-errors",
        "/desk/catalogue/files/{actions_file}/",
        422,
        {"columns": "1", "column-0": "name", "column-1": "name"},
        "desk-actions-file",
    ),
    (
        "actions-file-imported",
        "/desk/catalogue/files/{imported_file}/",
        200,
        None,
        "desk-actions-file",
    ),
    ("keepers", "/desk/catalogue/keepers/", 200, None, ""),
    ("keepers-errors", "/desk/catalogue/keepers/", 422, {"email": "x"}, "desk-keepers"),
    ("action-readiness", "/desk/catalogue/{action_id}/readiness/", 200, None, ""),
    (
        "action-readiness-errors",
        "/desk/catalogue/{action_id}/readiness/",
        422,
        {"place": "Atlantis"},
        "desk-action-readiness",
    ),
    ("action", "/desk/catalogue/{action_id}/", 200, None, ""),
    ("action-profile", "/desk/catalogue/{action_id}/profile/", 200, None, ""),
    ("action-contact", "/desk/catalogue/{action_id}/contact/", 200, None, ""),
    (
        "action-contact-errors",
        "/desk/catalogue/{action_id}/contact/",
        422,
        {"email": "x"},
        "desk-action-contact",
    ),
]
