"""What an organisation's own host name may be."""

from __future__ import annotations

import re

LONGEST = 253
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def as_host(written: str) -> str:
    """
    Return what was written as a host name, as browsers send it; empty if it is none: an address, a port, a single word, a number.

    >>> [as_host(one) for one in ("Tapahtumat.Kunta.fi.", "workshops.example.org", "tilaisuudet.järvelä.fi")]
    ['tapahtumat.kunta.fi', 'workshops.example.org', 'tilaisuudet.xn--jrvel-grae.fi']
    >>> [as_host(one) for one in ("https://a.fi/", "a.fi:8000", "192.0.2.1", "intranet", "-a.fi", "a..fi", "*.a.fi", "")]
    ['', '', '', '', '', '', '', '']
    """
    plain = written.strip().lower().removesuffix(".")
    try:
        host = plain.encode("idna").decode("ascii") if not plain.isascii() else plain
    except UnicodeError:
        return ""
    labels = host.split(".")
    is_name = len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdigit()
    return host if is_name and len(host) <= LONGEST else ""
