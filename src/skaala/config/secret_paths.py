"""
Addresses with a key in them: one list for our own logs and for those of proxies.

A test finds every address with a token among the URL patterns, and holds the files in `deploy/` against this list.
"""

from __future__ import annotations

import re

BEFORE_A_KEY = (
    "r",
    "a",
    "m",
    "i",
    "j",
    "h",
    "c",
    "b",
    "f",
    "q",
    "k",
    "w",
    "board",
    "next-steps",
    "lead",
    "live",
    "invitation",
    "series-invitation",
    "keep-account",
    "reply-address",
    "new-password",
)
"""
What is in a path before its key, between slashes: /fi/r/<token>/… is a personal page, a adds events to it, m is about messages, i an invitation, j leads to a join
link, f a follow-up, q the question to the contact of an action, k a municipality's page for who keeps it, w what an organisation said in the hall, h is a helper's list, c an entry code, b brings the key to the workspaces, board and next-steps come before the code
of a workspace, /fi/desk/lead/ a co-facilitator's door, /fi/desk/invitation/ invites a member, /fi/desk/series-invitation/ somebody to one series, /fi/desk/keep-account/ keeps an account, /fi/desk/reply-address/ confirms where answers go, /fi/desk/new-password/ chooses a password, and /live/<token> a board's
stream; with or without a language.
"""
PARAMETERS = ("preview", "code")
"""Names of keys in query strings: the preview of an unpublished series, the code of a board."""

_ALTERNATIVES = "|".join(BEFORE_A_KEY)
_KEY = r"[^/\s?#\"'<>]+"
# Earlier addresses of workspaces had a token before the code that lets guests in.
_PATH = rf"(?P<board>/board/){_KEY}(?:/{_KEY})?|(?P<start>/(?:{_ALTERNATIVES})/){_KEY}"
_QUERY = rf"(?P<name>[?&](?:{'|'.join(PARAMETERS)})=)[^&\s#\"'<>]+"
_KEYS = re.compile(f"{_PATH}|{_QUERY}")


def mask_keys(text: str) -> str:
    """Return ``text`` with each key replaced by `…`; the rest of an address stays."""
    return _KEYS.sub(lambda found: f"{found['board'] or found['start'] or found['name']}…", text)


def nginx_map() -> str:
    """Return the map by which nginx names a request in its log: cut off before a key, and without a query string."""
    return "\n".join(
        [
            "map $request_uri $skaala_logged {",
            f'    "~^(?<skaala_start>.*?/(?:{_ALTERNATIVES})/)[^/?]" "$skaala_start…";',
            '    "~^(?<skaala_path>[^?]*)" "$skaala_path";',
            "}",
        ]
    )


def caddy_filter() -> str:
    """Return the line by which Caddy does the same."""
    return f'request>uri regexp "(/(?:{_ALTERNATIVES})/)[^/?].*|\\?.*" "${{1}}…"'
