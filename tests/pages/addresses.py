"""Every page there is, by name. Paths come without the language; what the house holds fills the {gaps}."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True, eq=False)
class Address:
    """
    One page in one state.

    :param sends: what a form sends; then it is a POST
    :param state_of: the page this is another state of; the two may share a title
    :param looks_like: the page that shows the same; a browser looks at that one alone
    :param asked: how often it has to be asked until it answers with ``status``
    """

    name: str
    path: str
    status: int = 200
    who: str = "public"
    sends: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    state_of: str = ""
    looks_like: str = ""
    asked: int = 1

    def __str__(self) -> str:
        return self.name


NOT_FILLED_IN = {
    "name": "",
    "email": "not an address",
    "organisation_kind": "municipality",
    "municipality": "Atlantis",
}
UNDECIDED = {**NOT_FILLED_IN, "events": "{lopputilaisuus}", "diet": "Kasvis", "language": "fi"}

SEVERAL = {"people": "1", "person-1-name": "Ann", "person-1-email": "ann"}
ITEM = {"items-TOTAL_FORMS": "1", "items-INITIAL_FORMS": "0", "items-0-speaker": "Liisa Luennoitsija"}
MESSAGE = {"key": "00000000-0000-4000-8000-000000000000", "subject_fi": "Hei", "body_fi": "Terve"}
SPLIT = {"deed": "split"}
MANAGED = {"parts-TOTAL_FORMS": "0", "parts-INITIAL_FORMS": "0"}

# Two events, of which one lacks its end; a date that does not exist; and words that look like markup.
ANNOUNCED = (
    "Kiertotalouden työpajat\n\nTyöpaja 1: <b>Jakaminen</b> 27.3.2023 klo 13–15 (Teams). Ilmoittautuminen 26.3. "
    "mennessä.\n\nTyöpaja 2: Purkaminen 29.3.2023 klo 13, Kuntatalo, Toinen linja 14, 00530 Helsinki\n\n"
    "Lopputilaisuus 31.6.2023 klo 10–12"
)
ANNOUNCEMENT = "/desk/new-series/announcement"

PUBLIC = [
    Address("front", "/"),
    Address("about", "/about/"),
    Address("privacy", "/privacy/"),
    Address("accessibility", "/accessibility/"),
    Address("series", "/series/{coming}/"),
    Address("series-past", "/series/{past}/"),
    Address("series-odd", "/series/{odd}/"),
    Address("series-empty", "/series/{empty}/"),
    Address("series-preview", "/series/{draft}/?preview={preview_key}"),
    Address("series-privacy", "/series/{coming}/privacy/"),
    Address("series-privacy-odd", "/series/{odd}/privacy/"),
    Address("series-accessibility", "/series/{coming}/accessibility/"),
    Address("event", "/series/{coming}/tyopaja-1/"),
    Address("event-hybrid", "/series/{coming}/lopputilaisuus/"),
    Address("event-past", "/series/{past}/tyopaja-1/"),
    Address("event-closing", "/series/{past}/lopputilaisuus/"),
    Address("event-with-results", "/series/{past}/tyopaja-2/"),
    Address("results", "/series/{past}/tyopaja-1/results/"),
    Address("event-onsite", "/series/{odd}/{onsite}/"),
    Address("event-running", "/series/{odd}/{running}/"),
    Address("event-cancelled", "/series/{narrow}/workshop-1/"),
    Address("event-moved", "/series/{narrow}/workshop-2/"),
    Address("event-full", "/series/{narrow}/closing/"),
    Address("register-full", "/series/{narrow}/register/"),
    Address("choose", "/series/{coming}/choose/"),
    Address(
        "choose-answered",
        "/series/{coming}/choose/?part=municipality&size=small&stance=unsure",
        state_of="choose",
    ),
    Address("choose-unanswered", "/series/{coming}/choose/?stance=unsure", state_of="choose"),
    Address("register", "/series/{coming}/register/"),
    Address("register-one", "/series/{coming}/register/?event=tyopaja-1", state_of="register"),
    Address("register-closed", "/series/{past}/register/"),
    Address("register-odd", "/series/{odd}/register/"),
    Address("register-errors", "/series/{coming}/register/", 422, sends=NOT_FILLED_IN, state_of="register"),
    Address("register-undecided", "/series/{coming}/register/", 422, sends=UNDECIDED, state_of="register"),
    Address(
        "register-several",
        "/series/{coming}/register/",
        sends={"add-person": "1", "people": "1"},
        state_of="register",
    ),
    Address(
        "register-odd-errors",
        "/series/{odd}/register/",
        422,
        sends=SEVERAL | NOT_FILLED_IN,
        state_of="register-odd",
    ),
    Address("registered", "/series/{coming}/registered/?for={tyopaja_1}-online&for={lopputilaisuus}-onsite"),
    Address("link-again", "/series/{coming}/link/"),
    Address("link-again-sent", "/series/{coming}/link/?sent=1", state_of="link-again"),
    Address("link-again-errors", "/series/{coming}/link/", 422, sends={"email": "x"}, state_of="link-again"),
    Address("report", "/series/{past}/report/"),
    Address("report-version", "/series/{past}/report/1/", looks_like="report"),
    Address("report-evidence", "/series/{past}/report/1/evidence/{finding}/"),
    Address("report-changes", "/series/{past}/report/2/since/1/"),
    Address("report-replaced", "/series/{odd}/report/"),
    Address("style", "/style/"),
    Address("style-series", "/style/patterns/series/"),
    Address("style-registration", "/style/patterns/registration/"),
    Address("style-dashboard", "/style/patterns/dashboard/"),
]
CLOSING = "/board/{closing_token}/{closing_code}"
BOARD = "/board/{token}/{code}"
PERSONAL = [
    Address("personal", "/r/{token}/"),
    Address("personal-changed", "/r/{token}/?changed=1", state_of="personal"),
    Address("personal-cancelled", "/r/{cancelled_token}/", state_of="personal"),
    Address("personal-waiting", "/r/{waiting_token}/", state_of="personal"),
    Address("personal-change-waiting", "/r/{waiting_token}/change/", state_of="personal-change"),
    Address("personal-change", "/r/{token}/change/"),
    Address(
        "personal-change-errors", "/r/{token}/change/", 422, sends=NOT_FILLED_IN, state_of="personal-change"
    ),
    Address("personal-change-answers", "/r/{answerer_token}/change/", state_of="personal-change"),
    Address("invited", "/i/{invitation}/", state_of="register"),
    Address("invitation-over", "/i/{ended_invitation}/", 410),
    Address("personal-cancel", "/r/{token}/cancel/"),
    Address("personal-delete", "/r/{token}/delete/"),
    Address("join-onsite", "/r/{onsite_token}/join/{lopputilaisuus}/", 404),
    Address("invalid-link", "/r/made-up/", 404),
    Address("personal-came", "/r/{came_token}/", state_of="personal"),
    Address("no-certificate", "/r/{missed_token}/certificate.pdf", 404),
    Address("feedback", "/r/{came_token}/feedback/{over_event}/"),
    Address("feedback-errors", "/r/{came_token}/feedback/{over_event}/", 422, sends={}, state_of="feedback"),
    Address("feedback-given", "/r/{answered_token}/feedback/{over_event}/"),
    Address("no-feedback", "/r/{token}/feedback/{lopputilaisuus}/", 404),
    Address("helper", "/h/{helper_token}/"),
    Address("helper-none", "/h/{helper_token}/?q=zzz", state_of="helper"),
    Address("helper-ended", "/h/{ended_helper_token}/", 410),
    Address("entrance-code", "/c/{entrance_code}/"),
    Address("entrance-code-refused", "/c/{entrance_code}/", 403, sends={}, state_of="entrance-code"),
    Address("check-in", "/c/{entrance_code}/", who="organiser"),
    Address("board-join", "/join/?code={code}"),
    Address("board-join-errors", "/join/", 422, sends={"code": "ZZZ"}, state_of="board-join"),
    Address("board-first-time", "/board/{fresh_token}/{code}/"),
    Address("board", f"{BOARD}/"),
    Address("board-sent", f"{BOARD}/?sent=shown", state_of="board"),
    Address("board-write", f"{BOARD}/write/{{prompt}}/"),
    Address(
        "board-write-errors", f"{BOARD}/write/{{prompt}}/", 422, sends={"text": "?"}, state_of="board-write"
    ),
    Address("board-weigh", f"{BOARD}/weigh/"),
    Address("board-statements", f"{BOARD}/statements/"),
    Address("board-statements-none", f"{BOARD}/statements/?q=zzz", state_of="board-statements"),
    Address("board-mine", f"{BOARD}/mine/"),
    Address("board-picture", f"{BOARD}/picture/"),
    Address("board-group", "/board/{rehearsal_token}/{rehearsal_code}/group/"),
    Address(
        "board-group-errors",
        "/board/{rehearsal_token}/{rehearsal_code}/group/",
        422,
        sends={"deed": "note"},
        state_of="board-group",
    ),
    Address("board-together", f"{CLOSING}/together/"),
    Address("board-commit", f"{CLOSING}/together/{{step}}/"),
    Address("board-commit-errors", f"{CLOSING}/together/{{step}}/", 422, sends={}, state_of="board-commit"),
    Address("personal-outcome", "/r/{closing_token}/outcome/"),
    Address("board-refused", f"{BOARD}/act/", 409, sends={"deed": "agree"}),
    Address("board-of-others", "/board/{onsite_token}/{code}/", 404),
]
FOREIGN = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
WRONG = [
    Address("not-found", "/there/is/no/such/page/", 404),
    Address("forbidden", "/series/{coming}/register/", 403, sends={"name": "x"}, headers=FOREIGN),
    Address("bad-request", "/series/{coming}/register/", 400, sends={f"field-{n}": "x" for n in range(1100)}),
    Address("other-host", "/", 400, headers={"Host": "elsewhere.example"}, state_of="bad-request"),
    Address("too-many", "/series/{coming}/link/", 429, sends={"email": "nobody@example.org"}, asked=60),
    Address("forged", "/desk/sign-in/", 403, sends={"username": "x"}),
]
# Behind the sign-in. The fields of a form that is sent empty show all its errors and save nothing.
ODD = "/desk/series/{odd}"
SERIES, EVENT = "/desk/series/{coming}", "/desk/series/{coming}/events/lopputilaisuus"
REPORT = "/desk/series/{past}/report"
OVER = "/desk/series/{over}/events/workshop"
REHEARSED = "/desk/series/{narrow}/events/workshop-2/board"
LED = f"{SERIES}/events/tyopaja-1/board"
RESTS = "/desk/series/{past}/study"
# A table of which no row can be used, as the page of its rows sends it.
TABLE = {"table": '{{"heads": ["Nimi", "Laji", "Väri"], "rows": [[2, "Malli", "Soitto", "sininen"]]}}'}
DESK = [
    Address("sign-in", "/desk/sign-in/"),
    Address("lead-invited", "/desk/lead/{lead}/"),
    Address("lead-not-invited", "/desk/lead/made~up/", 404),
    Address("sign-in-errors", "/desk/sign-in/", sends={"username": "x", "password": "y"}, state_of="sign-in"),
    *(
        Address(
            f"desk-{name}",
            path,
            status,
            "organiser",
            sends,
            state_of=state_of,
            looks_like="report" if name == "report-preview" else "",
        )
        for name, path, status, sends, state_of in [
            ("home", "/desk/", 200, None, ""),
            ("account", "/desk/account/", 200, None, ""),
            ("account-errors", "/desk/account/", 422, {"name": "x" * 500}, "desk-account"),
            ("password", "/desk/account/password/", 200, None, ""),
            ("password-errors", "/desk/account/password/", 200, {"old_password": "x"}, "desk-password"),
            ("test-letter", "/desk/test-letter/", 200, None, ""),
            ("new-series", "/desk/new-series/", 200, None, ""),
            ("new-series-errors", "/desk/new-series/", 422, {"slug": "å ä"}, "desk-new-series"),
            ("announcement", f"{ANNOUNCEMENT}/", 200, None, ""),
            ("announcement-errors", f"{ANNOUNCEMENT}/", 422, {"text": ""}, "desk-announcement"),
            ("announcement-read", f"{ANNOUNCEMENT}/", 200, {"text": ANNOUNCED}, "desk-announcement"),
            (
                "announcement-check",
                f"{ANNOUNCEMENT}/check/",
                422,
                {"text": ANNOUNCED, "row": "1", "event-1-number": "2"},
                "desk-announcement-read",
            ),
            ("series", f"{SERIES}/", 200, None, ""),
            ("series-empty", "/desk/series/{empty}/", 200, None, ""),
            ("series-draft", "/desk/series/{draft}/", 200, None, ""),
            ("texts", f"{SERIES}/texts/", 200, None, ""),
            ("texts-odd", "/desk/series/{odd}/texts/", 200, None, ""),
            ("texts-errors", f"{SERIES}/texts/", 422, {}, "desk-texts"),
            ("details", f"{SERIES}/details/", 200, None, ""),
            ("details-errors", f"{SERIES}/details/", 422, MANAGED | {"contact_phone": "x"}, "desk-details"),
            ("publishing", f"{SERIES}/publish/", 200, None, ""),
            ("publishing-draft", "/desk/series/{draft}/publish/", 200, None, ""),
            (
                "publishing-errors",
                "/desk/series/{draft}/publish/",
                422,
                {"deed": "schedule"},
                "desk-publishing-draft",
            ),
            ("copy", f"{SERIES}/copy/", 200, None, ""),
            ("copy-planned", f"{SERIES}/copy/?first_day=2028-04-17", 200, None, "desk-copy"),
            ("copy-errors", f"{SERIES}/copy/?first_day=1999-03-29", 422, None, "desk-copy"),
            ("copy-empty", "/desk/series/{empty}/copy/", 200, None, ""),
            ("events", f"{SERIES}/events/", 200, None, ""),
            ("events-empty", "/desk/series/{empty}/events/", 200, None, ""),
            ("new-event", f"{SERIES}/new-event/", 200, None, ""),
            ("new-event-errors", f"{SERIES}/new-event/", 422, {"number": "0"}, "desk-new-event"),
            ("event", f"{EVENT}/", 200, None, ""),
            ("programme", f"{EVENT}/programme/", 200, None, ""),
            ("programme-odd", "/desk/series/{odd}/events/{onsite}/programme/", 200, None, ""),
            ("programme-errors", f"{EVENT}/programme/", 422, ITEM, "desk-programme"),
            ("waiting", "/desk/series/{narrow}/events/closing/waiting/", 200, None, ""),
            ("event-cancelled", "/desk/series/{narrow}/events/workshop-1/", 200, None, ""),
            ("cancel-event", f"{EVENT}/cancel/", 200, None, ""),
            ("cancel-event-errors", f"{EVENT}/cancel/", 422, {}, "desk-cancel-event"),
            ("cancel-event-seen", f"{EVENT}/cancel/", 200, {"reason_fi": "Myrsky"}, ""),
            ("message", f"{SERIES}/letters/write/", 200, None, ""),
            ("message-errors", f"{SERIES}/letters/write/", 422, {}, "desk-message"),
            ("message-seen", "/desk/series/{narrow}/letters/write/", 200, MESSAGE, "desk-message"),
            ("reminders", f"{SERIES}/letters/reminders/", 200, None, ""),
            (
                "reminders-errors",
                f"{SERIES}/letters/reminders/",
                422,
                {"days_before": "99"},
                "desk-reminders",
            ),
            ("person-events", f"{SERIES}/registrations/{{person}}/events/", 200, None, ""),
            ("address", f"{SERIES}/registrations/{{person}}/address/", 200, None, ""),
            (
                "address-errors",
                f"{SERIES}/registrations/{{person}}/address/",
                422,
                {"email": "x"},
                "desk-address",
            ),
            ("join-link", f"{EVENT}/join-link/", 200, None, ""),
            (
                "join-link-errors",
                f"{EVENT}/join-link/",
                422,
                {"join_url": "javascript:alert(1)"},
                "desk-join-link",
            ),
            ("remove-event", "/desk/series/{odd}/events/{onsite}/remove/", 200, None, ""),
            ("remove-series", "/desk/series/{empty}/remove/", 200, None, ""),
            ("news", f"{SERIES}/news/", 200, None, ""),
            ("news-empty", "/desk/series/{empty}/news/", 200, None, ""),
            ("new-update", f"{SERIES}/news/new/", 200, None, ""),
            ("new-update-errors", f"{SERIES}/news/new/", 422, {}, "desk-new-update"),
            ("update", f"{SERIES}/news/{{update}}/", 200, None, ""),
            ("remove-update", f"{SERIES}/news/{{update}}/remove/", 200, None, ""),
            ("new-material", f"{SERIES}/materials/new/", 200, None, ""),
            ("new-material-errors", f"{SERIES}/materials/new/", 422, {}, "desk-new-material"),
            ("material", "/desk/series/{odd}/materials/{material}/", 200, None, ""),
            ("remove-material", "/desk/series/{odd}/materials/{material}/remove/", 200, None, ""),
            ("study-empty", f"{SERIES}/study/", 200, None, ""),
            ("study", f"{RESTS}/", 200, None, "desk-study-empty"),
            ("new-study", f"{RESTS}/new/", 200, None, ""),
            ("study-record", f"{RESTS}/{{study}}/", 200, None, ""),
            ("remove-study", f"{RESTS}/{{study}}/remove/", 200, None, ""),
            ("new-study-finding", f"{RESTS}/{{study}}/findings/new/", 200, None, ""),
            ("study-finding", f"{RESTS}/{{study}}/findings/{{study_finding}}/", 200, None, ""),
            ("remove-study-finding", f"{RESTS}/{{study}}/findings/{{study_finding}}/remove/", 200, None, ""),
            ("take-in-findings", f"{RESTS}/{{study}}/findings/table/", 200, None, ""),
            ("measures", f"{RESTS}/measures/", 200, None, ""),
            ("new-measure", f"{RESTS}/measures/new/?answers=no-owner", 200, None, ""),
            ("new-measure-errors", f"{RESTS}/measures/new/", 422, {}, "desk-new-measure"),
            ("measure", f"{RESTS}/measures/{{measure}}/", 200, None, ""),
            ("remove-measure", f"{RESTS}/measures/{{measure}}/remove/", 200, None, ""),
            ("take-in-measures", f"{RESTS}/measures/table/", 200, None, ""),
            ("take-in-measures-read", f"{RESTS}/measures/table/", 422, TABLE, "desk-take-in-measures"),
            ("bottlenecks", f"{RESTS}/bottlenecks/", 200, None, ""),
            ("new-bottleneck", f"{RESTS}/bottlenecks/new/", 200, None, ""),
            ("bottleneck", f"{RESTS}/bottlenecks/no-staff-time/", 200, None, ""),
            ("registrations", f"{SERIES}/registrations/", 200, None, ""),
            ("registrations-none", f"{SERIES}/registrations/?search=zzz", 200, None, "desk-registrations"),
            ("registrations-empty", "/desk/series/{empty}/registrations/", 200, None, ""),
            ("person", f"{SERIES}/registrations/{{person}}/", 200, None, ""),
            ("door", f"{EVENT}/door/", 200, None, ""),
            ("door-over", f"{OVER}-1/door/", 200, None, ""),
            ("door-none", f"{EVENT}/door/?q=zzz", 200, None, "desk-door"),
            ("door-link-errors", f"{EVENT}/door/helpers/", 422, {}, "desk-door"),
            ("door-came-errors", f"{EVENT}/door/came/", 422, {}, "desk-door"),
            ("feedback-none", f"{EVENT}/feedback/", 200, None, ""),
            ("feedback-open", f"{OVER}-1/feedback/", 200, None, ""),
            ("feedback-results", f"{OVER}-2/feedback/", 200, None, ""),
            ("feedback-questions", f"{EVENT}/feedback/questions/", 200, None, ""),
            (
                "feedback-questions-errors",
                f"{EVENT}/feedback/questions/",
                422,
                {"questions-TOTAL_FORMS": "1", "questions-INITIAL_FORMS": "0"},
                "desk-feedback-questions",
            ),
            ("missing", f"{SERIES}/missing/", 200, None, ""),
            ("missing-filtered", "/desk/series/{over}/missing/?part=came&region=06", 200, None, ""),
            ("series-over", "/desk/series/{over}/", 200, None, ""),
            ("questions", f"{ODD}/questions/", 200, None, ""),
            ("answers", f"{ODD}/questions/answers/", 200, None, ""),
            ("new-question-errors", f"{ODD}/questions/new/", 422, {"kind": "choice"}, ""),
            ("question", f"{ODD}/questions/{{question}}/", 200, None, ""),
            ("remove-question", f"{ODD}/questions/{{question}}/remove/", 200, None, ""),
            ("add-person-errors", f"{SERIES}/registrations/add/", 422, {"name": ""}, ""),
            ("new-import-errors", f"{SERIES}/registrations/import/", 422, {"language": ""}, ""),
            ("import", f"{ODD}/registrations/import/{{table}}/", 200, None, ""),
            ("import-done", f"{ODD}/registrations/import/{{done_table}}/", 200, None, ""),
            ("invitations-errors", f"{ODD}/registrations/invitations/", 422, {"note": ""}, ""),
            ("letters", f"{SERIES}/letters/", 200, None, ""),
            ("letters-empty", "/desk/series/{empty}/letters/", 200, None, ""),
            ("letter", f"{SERIES}/letters/{{letter}}/", 200, None, ""),
            ("board-set-up", f"{EVENT}/board/", 200, None, ""),
            ("board-set-up-errors", f"{EVENT}/board/", 422, {}, "desk-board-set-up"),
            ("board", f"{LED}/", 200, None, ""),
            ("board-statements", f"{LED}/statements/", 200, None, ""),
            ("board-statements-none", f"{LED}/statements/?search=zzz", 200, None, "desk-board-statements"),
            ("board-statement", f"{LED}/statements/{{statement}}/", 200, None, ""),
            (
                "board-statement-errors",
                f"{LED}/statements/{{statement}}/",
                422,
                SPLIT,
                "desk-board-statement",
            ),
            ("board-seed", f"{LED}/seed/", 200, None, ""),
            ("board-seed-errors", f"{LED}/seed/", 422, {}, "desk-board-seed"),
            ("board-carry", f"{LED}/carry/", 200, None, ""),
            (
                "board-carry-past",
                "/desk/series/{past}/events/tyopaja-2/board/carry/",
                200,
                None,
                "desk-board-carry",
            ),
            ("board-prompts", f"{LED}/prompts/", 200, None, ""),
            ("board-new-prompt", f"{LED}/prompts/new/", 200, None, ""),
            ("board-new-prompt-errors", f"{LED}/prompts/new/", 422, {}, "desk-board-new-prompt"),
            ("board-prompt", f"{LED}/prompts/{{prompt}}/", 200, None, ""),
            ("board-picture", f"{LED}/picture/", 200, None, ""),
            ("board-together", "/desk/series/{past}/events/lopputilaisuus/board/together/", 200, None, ""),
            ("report-letter", "/desk/series/{past}/report/letter/", 200, None, ""),
            (
                "board-picture-past",
                "/desk/series/{past}/events/tyopaja-1/board/picture/",
                200,
                None,
                "desk-board-picture",
            ),
            ("board-projector", f"{LED}/projector/", 200, None, ""),
            ("report", f"{REPORT}/", 200, None, ""),
            ("report-empty", f"{SERIES}/report/", 200, None, ""),
            ("finding", f"{REPORT}/findings/{{finding}}/", 200, None, ""),
            ("finding-errors", f"{REPORT}/findings/{{finding}}/", 422, {}, "desk-finding"),
            ("new-finding", f"{REPORT}/findings/new/", 200, None, ""),
            ("report-summary", f"{REPORT}/summary/", 200, None, ""),
            ("report-preview", f"{REPORT}/preview/", 200, None, ""),
            ("themes", f"{REPORT}/themes/", 200, None, ""),
            ("themes-empty", f"{SERIES}/report/themes/", 200, None, "desk-themes"),
            ("theme", f"{REPORT}/themes/of/{{theme}}/", 200, None, ""),
            (
                "theme-errors",
                f"{REPORT}/themes/of/{{theme}}/",
                422,
                {"deed": "move", "move-into": "new"},
                "desk-theme",
            ),
            ("report-publish", f"{REPORT}/publish/", 200, None, ""),
            ("report-files", f"{REPORT}/files/", 200, None, ""),
            ("report-withdraw", f"{REPORT}/versions/2/withdraw/", 200, None, ""),
            ("board-groups", f"{REHEARSED}/groups/", 200, None, ""),
            ("board-groups-errors", f"{REHEARSED}/groups/", 422, {"deed": "split"}, "desk-board-groups"),
            ("board-arrange", f"{REHEARSED}/arrange/", 200, None, ""),
            ("board-arrange-errors", f"{REHEARSED}/arrange/", 422, {}, "desk-board-arrange"),
            ("board-rehearsal", f"{REHEARSED}/rehearsal/", 200, None, ""),
            ("board-remove", "/desk/series/{narrow}/events/closing/board/remove/", 200, None, ""),
            ("board-take-in", f"{EVENT}/board/take-in/", 200, None, ""),
            ("board-take-in-errors", f"{EVENT}/board/take-in/", 422, {"deed": "read"}, "desk-board-take-in"),
            (
                "board-take-in-read",
                "/desk/series/{narrow}/events/workshop-1/board/take-in/",
                200,
                None,
                "",
            ),
            ("not-found", "/desk/series/there-is-none/", 404, None, "not-found"),
        ]
    ),
]
ADDRESSES = [*PUBLIC, *PERSONAL, *WRONG, *DESK]
