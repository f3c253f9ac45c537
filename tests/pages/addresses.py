"""Every page there is, by name. Paths come without the language; what the house holds fills the {gaps}."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True)
class Address:
    """
    One page in one state.

    :param sends: what a form sends; then it is a POST
    :param state_of: the page this is another state of; the two may share a title
    :param asked: how often it has to be asked until it answers with ``status``
    """

    name: str
    path: str
    status: int = 200
    who: str = "public"
    sends: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    state_of: str = ""
    asked: int = 1

    def __str__(self) -> str:
        return self.name


NOT_FILLED_IN = {"name": "", "email": "not an address", "organisation_kind": "municipality", "municipality": "Atlantis"}
UNDECIDED = {**NOT_FILLED_IN, "events": "{lopputilaisuus}", "diet": "Kasvis", "language": "fi"}

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
    Address("event-onsite", "/series/{odd}/{onsite}/"),
    Address("event-running", "/series/{odd}/{running}/"),
    Address("choose", "/series/{coming}/choose/"),
    Address("choose-answered", "/series/{coming}/choose/?part=municipality&size=small&stance=unsure", state_of="choose"),
    Address("choose-unanswered", "/series/{coming}/choose/?stance=unsure", state_of="choose"),
    Address("register", "/series/{coming}/register/"),
    Address("register-one", "/series/{coming}/register/?event=tyopaja-1", state_of="register"),
    Address("register-closed", "/series/{past}/register/"),
    Address("register-odd", "/series/{odd}/register/"),
    Address("register-errors", "/series/{coming}/register/", 422, sends=NOT_FILLED_IN, state_of="register"),
    Address("register-undecided", "/series/{coming}/register/", 422, sends=UNDECIDED, state_of="register"),
    Address("registered", "/series/{coming}/registered/?for={tyopaja_1}-online&for={lopputilaisuus}-onsite"),
    Address("link-again", "/series/{coming}/link/"),
    Address("link-again-sent", "/series/{coming}/link/?sent=1", state_of="link-again"),
    Address("link-again-errors", "/series/{coming}/link/", 422, sends={"email": "x"}, state_of="link-again"),
    Address("style", "/style/style/"),
    Address("style-series", "/style/style/patterns/series/"),
    Address("style-registration", "/style/style/patterns/registration/"),
    Address("style-dashboard", "/style/style/patterns/dashboard/"),
]
PERSONAL = [
    Address("personal", "/r/{token}/"),
    Address("personal-changed", "/r/{token}/?changed=1", state_of="personal"),
    Address("personal-cancelled", "/r/{cancelled_token}/", state_of="personal"),
    Address("personal-change", "/r/{token}/change/"),
    Address("personal-change-errors", "/r/{token}/change/", 422, sends=NOT_FILLED_IN, state_of="personal-change"),
    Address("personal-cancel", "/r/{token}/cancel/"),
    Address("join-onsite", "/r/{onsite_token}/join/{lopputilaisuus}/", 404),
    Address("invalid-link", "/r/made-up/", 404),
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
ADDRESSES = [*PUBLIC, *PERSONAL, *WRONG]
