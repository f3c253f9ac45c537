"""
What somebody must be allowed to do to open each of the organiser pages: one row per page.

A page without a row is closed to everybody, and tests/desk/test_permissions.py says so. Roles and what they may do are in
skaala.people.rules.roles.
"""

from __future__ import annotations

from dataclasses import dataclass

from skaala.people.rules import Permission


@dataclass(frozen=True)
class Need:
    """What is needed to see a page (GET), and to do what it offers (POST)."""

    see: Permission
    change: Permission


def _pages(names: str, see: Permission, change: Permission | None = None) -> dict[str, Need]:
    return dict.fromkeys(names.split(), Need(see, change or see))


P = Permission

# Pages about somebody's own account: whoever is signed in.
OWN = frozenset(
    {
        "home",
        "sign-out",
        "account",
        "password",
        "confirm-identity",
        "security",
        "end-session",
        "end-other-sessions",
        "stay",
        "drop-kept-form",
    }
    | {"second-factor", "remove-second-factor", "recovery-codes"}
    | {"new-passkey", "new-passkey-options", "passkey", "remove-passkey"}
)

# What is sensitive or cannot be undone: asked for only by somebody who has shown lately who they are.
FRESH = frozenset(
    {
        "export",
        "answers",
        "board-export",
        "remove-series",
        "report-publish",
        "report-withdraw",
        "board-remove",
    }
    | {"invite-member", "member", "end-membership", "second-factor", "remove-second-factor", "recovery-codes"}
    | {"audit-file", "second-factor-of-all", "directory", "remove-directory"}
    | {"new-passkey", "new-passkey-options", "remove-passkey"}
    | {"new-api-key"}
    | {"give-series-role", "series-role", "end-series-role"}
    | {"share-series", "end-sharing", "shared-offer", "end-shared"}
)

# Those of them that are only a button on another page: nothing typed can be lost, so the page with the button is shown again.
BUTTONS = {
    "remove-second-factor": "security",
    "recovery-codes": "security",
    "second-factor-of-all": "members",
    "remove-directory": "directory",
    "remove-passkey": "passkey",
}

# What opens without the second factor that an organisation requires: one's own account, where it is turned on.
BEFORE_SECOND_FACTOR = OWN - {"home"}

# Pages about no series that show who wrote to us, or whom one can ask.
SHOWS_PEOPLE = frozenset({"adoption-reports", "action-contact", "keepers"})


# Pages about no series: open to those who may do this in any of their organisations.
ANYWHERE: dict[str, Need] = {
    **_pages("new-series from-announcement check-announcement", P.EDIT_SERIES),
    **_pages(
        "catalogue new-action action action-profile action-contact action-state adoption-reports "
        "new-actions-file actions-file actions-file-bad-rows drop-actions-file "
        "keepers action-readiness",
        P.EDIT_CATALOGUE,
    ),
    **_pages("test-email", P.SEND_EMAILS),
}

# Pages of an organisation: by the role in it.
IN_ORGANISATION: dict[str, Need] = {
    **_pages("members", P.SEE_MEMBERS),
    **_pages("words own-words new-prompt-set prompt-set remove-prompt-set", P.EDIT_SERIES),
    **_pages("audit audit-file", P.SEE_AUDIT),
    **_pages("shared", P.SEE_MEMBERS),
    **_pages("shared-offer end-shared", P.CHANGE_MEMBERS),
    **_pages(
        "invite-member member end-membership withdraw-invitation second-factor-of-all", P.CHANGE_MEMBERS
    ),
    **_pages("face face-email face-test ask-reply-address", P.CHANGE_FACE),
    **_pages("api-keys new-api-key end-api-key", P.CHANGE_API_KEYS),
    **_pages("directory try-directory remove-directory", P.CHANGE_MEMBERS),
}

# Pages of a series: by the role in its organisation or in the series.
IN_SERIES: dict[str, Need] = {
    # Series, events, news, questions
    **_pages("series", P.SEE_SERIES),
    **_pages("texts details events programme news update material questions", P.SEE_SERIES, P.EDIT_SERIES),
    **_pages("new-event event remove-event join-link previews", P.EDIT_SERIES),
    **_pages("new-update remove-update new-material remove-material", P.EDIT_SERIES),
    **_pages("new-question question move-question remove-question restore-question", P.EDIT_SERIES),
    **_pages("publishing cancel-event resume-event", P.PUBLISH),
    **_pages("copy remove-series", P.COPY_SERIES),
    # Who else works on the series
    **_pages(
        "series-roles give-series-role series-role end-series-role withdraw-series-invitation end-series-link",
        P.GIVE_SERIES_ROLES,
    ),
    **_pages("share-series end-sharing", P.CHANGE_MEMBERS),
    # People and emails
    **_pages("registrations export person certificate answers waiting", P.SEE_PEOPLE, P.CHANGE_PEOPLE),
    **_pages("address link add-person person-events restore-person", P.CHANGE_PEOPLE),
    **_pages("new-import import bad-rows drop-import invitations revoke-invitation", P.CHANGE_PEOPLE),
    **_pages("door came", P.CHECK_IN),
    **_pages("helper-link helper-link-action", P.CHANGE_PEOPLE),
    **_pages(
        "emails email email-page email-file send-failed-again send-again message reminders", P.SEND_EMAILS
    ),
    # What is kept of people, and until when
    **_pages("data-protection", P.SEE_SERIES),
    **_pages("mentions", P.SEE_PEOPLE, P.CHANGE_PEOPLE),
    # What was said
    **_pages("feedback", P.SEE_FEEDBACK),
    **_pages("feedback-questions", P.SEE_FEEDBACK, P.EDIT_SERIES),
    **_pages("feedback-export", P.SEE_FEEDBACK),
    **_pages("missing missing-export", P.SEE_RESULTS),
    # Workspaces
    **_pages("board-picture", P.SEE_RESULTS, P.LEAD_BOARDS),
    **_pages(
        "board board-statements board-statement board-prompts board-projector board-remote board-groups board-polls board-poll board-conclude board-conclusion",
        P.SEE_BOARDS,
        P.LEAD_BOARDS,
    ),
    **_pages("board-phase board-timer board-settings board-guests board-show board-seed", P.LEAD_BOARDS),
    **_pages("board-new-prompt board-prompt board-pin board-present", P.LEAD_BOARDS),
    **_pages(
        "board-screen board-several board-new-poll board-edit-poll board-remove-interest", P.LEAD_BOARDS
    ),
    **_pages("board-log", P.SEE_BOARDS),
    **_pages("board-carry board-together board-take-in-steps", P.SEE_BOARDS, P.ARRANGE_BOARDS),
    **_pages("board-export", P.SEE_BOARDS),
    **_pages(
        "board-keep-prompts board-arrange board-invitation board-publish board-rehearsal board-remove board-take-in board-transcript",
        P.ARRANGE_BOARDS,
    ),
    # Studies and the report
    **_pages("study measures bottlenecks findings-file measures-file", P.SEE_REPORT),
    **_pages("new-study study-record remove-study", P.EDIT_REPORT),
    **_pages("new-study-finding take-in-findings study-finding remove-study-finding", P.EDIT_REPORT),
    **_pages("new-measure take-in-measures measure remove-measure", P.EDIT_REPORT),
    **_pages("new-bottleneck bottleneck retire-bottleneck", P.EDIT_REPORT),
    **_pages("report report-preview report-files report-draft-file", P.SEE_REPORT, P.EDIT_REPORT),
    **_pages("report-draft report-act report-summary report-assistant new-finding finding", P.EDIT_REPORT),
    **_pages("make-action", P.EDIT_CATALOGUE),
    **_pages("themes theme", P.SEE_REPORT, P.EDIT_REPORT),
    **_pages("themes-find themes-undo", P.EDIT_REPORT),
    **_pages("claims claim", P.SEE_REPORT, P.EDIT_REPORT),
    **_pages("claims-find claims-undo claims-decide", P.EDIT_REPORT),
    **_pages("report-publish report-make-files report-email report-withdraw", P.PUBLISH_REPORT),
}

NEEDS = ANYWHERE | IN_ORGANISATION | IN_SERIES


def needed(page: str, method: str) -> Permission | None:
    """Return what a request of ``page`` needs; None if the table has no row for it."""
    need = NEEDS.get(page)
    if need is None:
        return None
    return need.see if method in {"GET", "HEAD", "OPTIONS"} else need.change
