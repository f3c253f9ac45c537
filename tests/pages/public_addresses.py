"""The pages that anyone may open, by name, and what is sent to their forms."""

from __future__ import annotations

from tests.pages.address import Address, with_key

NOT_FILLED_IN = {
    "name": "",
    "email": "not an address",
    "organisation_kind": "municipality",
    "municipality": "Atlantis",
}
UNDECIDED = {**NOT_FILLED_IN, "events": "{lopputilaisuus}", "diet": "Kasvis", "language": "fi"}

SENT = "/series/{coming}/registered/sent/"
INTERESTED = "/board/{code}/statements/{statement}/"
PAULA = {"Cookie": "{paula_cookie}"}

SEVERAL = {"people": "1", "person-1-name": "Ann", "person-1-email": "ann"}
ITEM = {"items-TOTAL_FORMS": "1", "items-INITIAL_FORMS": "0", "items-0-speaker": "Liisa Luennoitsija"}
MESSAGE = {"key": "00000000-0000-4000-8000-000000000000", "subject_fi": "Hei", "body_fi": "Terve"}
SPLIT = {"action": "split"}
CHAT = {
    "prompt": "{prompt}",
    "source": "room",
    "lines": "Maija Meikäläinen 13.05\nYhteinen hankinta säästää aikaa\nSoita 040 123 4567",
}
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
    Address("organisation", "/o/house/"),
    Address("series-list", "/series/"),
    Address("about", "/about/"),
    Address("api-guide", "/api/"),
    Address("actions", "/actions/"),
    Address("actions-found", "/actions/?q=kaukol%C3%A4mp%C3%B6&place=Utaj%C3%A4rvi&status=running"),
    Address("actions-none", "/actions/?q=zzzz&place=Atlantis", state_of="actions-found"),
    Address("action", "/actions/{action}/"),
    Address("action-for-a-town", "/actions/{action}/?place=Utaj%C3%A4rvi", state_of="action"),
    Address("actions-ticked", "/actions/?place=Utaj%C3%A4rvi&a={action}&page=2", state_of="actions-found"),
    Address("action-real", "/actions/{real_action}/"),
    Address("submit-action", "/actions/submit/"),
    Address("submit-action-errors", "/actions/submit/", 422, sends={"name": ""}, state_of="submit-action"),
    Address("submit-action-sent", "/actions/submit/?sent=1", state_of="submit-action"),
    Address("readiness", "/actions/{action}/readiness/"),
    Address(
        "readiness-profile",
        "/actions/{action}/readiness/?place=Utaj%C3%A4rvi&money=no&staff_time=partly&partners=yes",
        state_of="readiness",
    ),
    Address("readiness-errors", "/actions/{action}/readiness/?place=Atlantis", 422, state_of="readiness"),
    Address("ask-to-keep", "/municipalities/678/keep/"),
    Address(
        "ask-to-keep-errors", "/municipalities/678/keep/", 422, sends={"name": ""}, state_of="ask-to-keep"
    ),
    Address("ask-to-keep-sent", "/municipalities/678/keep/?sent=1", state_of="ask-to-keep"),
    Address("adopt", "/actions/{action}/adopt/"),
    Address("adopt-errors", "/actions/{action}/adopt/", 422, sends={"stage": "stopped"}, state_of="adopt"),
    Address("adopt-sent", "/actions/{action}/adopt/?sent=1", state_of="adopt"),
    Address("begin-follow-up", "/actions/{action}/follow/"),
    Address(
        "begin-follow-up-errors",
        "/actions/{action}/follow/",
        422,
        sends={"email": "x"},
        state_of="begin-follow-up",
    ),
    Address("begin-follow-up-sent", "/actions/{action}/follow/?sent=1", state_of="begin-follow-up"),
    Address("network", "/networks/{network}/"),
    Address("theme", "/themes/energy/"),
    Address("bottlenecks", "/bottlenecks/"),
    Address("bottleneck", "/bottlenecks/no-money-up-front/"),
    Address("compare-actions", "/actions/compare/?place=Utaj%C3%A4rvi&a={action}&a={real_action}"),
    Address("compare-actions-none", "/actions/compare/", state_of="compare-actions"),
    Address("find-municipality", "/municipalities/"),
    Address("find-municipality-none", "/municipalities/?place=Atlantis", 404, state_of="find-municipality"),
    Address("municipality", "/municipalities/889/"),
    Address("privacy", "/privacy/"),
    Address("accessibility", "/accessibility/"),
    Address("series", "/series/{coming}/"),
    Address("series-past", "/series/{past}/"),
    Address("series-odd", "/series/{odd}/"),
    Address("series-empty", "/series/{empty}/"),
    Address("series-preview", "/series/{draft}/?preview={preview_key}"),
    Address("register-preview", "/series/{draft}/register/?preview={preview_key}", state_of="register"),
    Address("series-privacy", "/series/{coming}/privacy/"),
    Address("series-privacy-odd", "/series/{odd}/privacy/"),
    Address("series-accessibility", "/series/{coming}/accessibility/"),
    Address("event", "/series/{coming}/tyopaja-1/"),
    Address("event-hybrid", "/series/{coming}/lopputilaisuus/"),
    Address("event-past", "/series/{past}/tyopaja-1/"),
    Address("event-closing", "/series/{past}/lopputilaisuus/"),
    Address("event-with-results", "/series/{past}/tyopaja-2/"),
    Address("results", "/series/{past}/tyopaja-1/results/"),
    Address("board-interest", "/series/{past}/tyopaja-1/results/interest/"),
    Address(
        "board-interest-errors",
        "/series/{past}/tyopaja-1/results/interest/",
        422,
        sends={"kind": "can_help"},
        state_of="board-interest",
    ),
    Address("board-interested", INTERESTED, headers=PAULA),
    Address(
        "board-interested-errors",
        INTERESTED,
        422,
        headers=PAULA,
        sends={"kind": "can_help", "municipality": "Atlantis"},
        state_of="board-interested",
    ),
    Address("board-interested-said", f"{INTERESTED}?said=1", headers=PAULA, state_of="board-interested"),
    Address(
        "board-interest-sent", "/series/{past}/tyopaja-1/results/interest/?sent=1", state_of="board-interest"
    ),
    Address("event-onsite", "/series/{odd}/{onsite}/"),
    Address("event-running", "/series/{odd}/{running}/"),
    Address("event-cancelled", "/series/{narrow}/workshop-1/"),
    Address("event-moved", "/series/{narrow}/workshop-2/"),
    Address("event-full", "/series/{narrow}/closing/"),
    Address("register-full", "/series/{narrow}/register/"),
    Address("choose", "/series/{coming}/choose/"),
    Address(
        "choose-answered",
        "/series/{coming}/choose/?part=municipality&size=small&situation=unsure",
        state_of="choose",
    ),
    Address("choose-unanswered", "/series/{coming}/choose/?situation=unsure", state_of="choose"),
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
    with_key(
        "registered-sent",
        f"{SENT}?for={{tyopaja_1}}-online&full={{tyopaja_1}}-online",
        "sent",
        state_of="registered",
    ),
    with_key(
        "registered-sent-errors", SENT, "sent", 422, sends={"address": "a@@b.fi"}, state_of="registered"
    ),
    Address("link-again", "/series/{coming}/link/"),
    Address("link-again-sent", "/series/{coming}/link/?sent=1", state_of="link-again"),
    Address("link-again-errors", "/series/{coming}/link/", 422, sends={"email": "x"}, state_of="link-again"),
    Address("report", "/series/{past}/report/"),
    Address("report-version", "/series/{past}/report/1/", looks_like="report"),
    Address("report-evidence", "/series/{past}/report/1/evidence/{finding}/"),
    Address("report-statements", "/series/{past}/report/2/statements/"),
    Address("report-changes", "/series/{past}/report/2/since/1/"),
    Address("report-replaced", "/series/{odd}/report/"),
    Address("style", "/style/"),
    Address("style-series", "/style/patterns/series/"),
    Address("style-registration", "/style/patterns/registration/"),
    Address("style-dashboard", "/style/patterns/dashboard/"),
]
