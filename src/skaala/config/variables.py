"""Reading settings from environment variables; a wrong one stops the start and says what to set."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, MutableMapping
from difflib import get_close_matches
from email.utils import parseaddr
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.core.exceptions import ImproperlyConfigured

Network = IPv4Network | IPv6Network
PREFIX = "SKAALA_"
ON, OFF = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})
SECRETS = (
    "SKAALA_SECRET_KEY",
    "SKAALA_OLD_SECRET_KEYS",
    "DATABASE_URL",
    "SKAALA_MAINTENANCE_URL",
    "EMAIL_URL",
    "SKAALA_METRICS_TOKEN",
    "SKAALA_ASSISTANT_KEY",
)
"""What can be read from a file instead, which the variable with ``_FILE`` after its name names."""
ELSEWHERE = frozenset(
    {
        "SKAALA_MAINTENANCE_URL",
        "SKAALA_NEW_PASSWORD",
        "SKAALA_PROGRAM_URL",
        "SKAALA_SUPERVISED",
        "SKAALA_TEXT_VECTORS",
        # of the tests and benchmarks
        "SKAALA_CHROMIUM",
        "SKAALA_SHARED",
    }
)
"""Variables that others than the settings read."""

_read: set[str] = set()


def stop(sentence: str) -> ImproperlyConfigured:
    """Return the error that ends a start, with a sentence that says what to set."""
    from django.core.exceptions import ImproperlyConfigured  # commands that need no Django read files too

    return ImproperlyConfigured(f"Skaala cannot start: {sentence}")


def text(name: str, default: str = "") -> str:
    """Return a variable as it is written; one that is empty is as good as left out."""
    _read.add(name)
    return os.environ.get(name) or default


def names(name: str) -> list[str]:
    """Return the parts of a variable between its commas, without what is empty."""
    return [part for part in (part.strip() for part in text(name).split(",")) if part]


def whole_number(name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    """
    Return a variable as a number.

    :raises ImproperlyConfigured: if it is none, less than ``least`` or more than ``most``
    """
    given = text(name)
    if not given:
        return default
    try:
        number = int(given)
    except ValueError as error:
        raise stop(f"{name} must be a whole number, for example {default}.") from error
    if number < least or (most is not None and number > most):
        bounds = f"at least {least}" if most is None else f"from {least} to {most}"
        raise stop(f"{name} is {number}. It must be {bounds}, for example {default}.")
    return number


def switch(name: str, *, default: bool) -> bool:
    """
    Return whether a variable says on.

    :raises ImproperlyConfigured: if it says neither on nor off
    """
    given = text(name).strip().lower()
    if given and given not in ON | OFF:
        raise stop(f"{name} is “{given}”. Set it to true or false.")
    return given in ON if given else default


def networks(name: str) -> list[Network]:
    """
    Return a variable of networks, as ``10.0.0.0/8``, or of single addresses.

    :raises ImproperlyConfigured: if one is neither
    """
    try:
        return [ip_network(part) for part in names(name)]
    except ValueError as error:
        raise stop(
            f"{name} holds what is no network: {error}. Write it as 10.1.0.0/16, with commas between."
        ) from error


def email_address(name: str, default: str = "") -> str:
    """
    Return a variable that is an address, with a name before it or without.

    :raises ImproperlyConfigured: if it is none
    """
    given = text(name, default)
    address = parseaddr(given)[1]
    if given and (not re.fullmatch(r"[^@\s]+@[^@\s]+", address) or not given.isprintable()):
        raise stop(f"{name} is “{given}”. Set it to an address such as Events <events@example.org>.")
    return given


def assistants_address(name: str) -> str:
    """
    Return a variable that is the address of a language model: encrypted, unless it is on this machine.

    :raises ImproperlyConfigured: if it is none
    """
    given = text(name)
    here = re.match(r"http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(/|$)", given)
    if given and not here and not re.fullmatch(r"https://[^\s/@?#]+(/[^\s?#]*)?", given):
        raise stop(
            f"{name} is “{given}”. It must begin with https://, as in https://models.example.org/v1, or with http://localhost."
        )
    return given


def importable(name: str) -> str:
    """
    Return a variable that names a callable of a module, ``package.module:name``.

    :raises ImproperlyConfigured: if there is no such module; whether it holds the name is seen when it is called
    """
    given = text(name)
    module, _, called = given.partition(":")
    if not given:
        return ""
    try:
        is_there = bool(called) and find_spec(module) is not None
    except (ImportError, ValueError):
        is_there = False
    if not is_there:
        raise stop(f"{name} is “{given}”. It must be package.module:name, and the package must be installed.")
    return given


def answers_to(host: str, allowed: Iterable[str]) -> bool:
    """Say whether Django will answer under a host name; its own function brings half of Django along, which no start needs."""
    bare = [pattern.strip("[]").lower() for pattern in allowed]
    return any(
        pattern in ("*", host) or (pattern.startswith(".") and f".{host}".endswith(pattern))
        for pattern in bare
    )


def take_files(variables: MutableMapping[str, str] = os.environ) -> None:
    """
    Put secrets in their variables that lie in files, as systemd and containers hand them over.

    :raises ImproperlyConfigured: if such a file cannot be read, or the variable is set as well
    """
    for name in SECRETS:
        path = variables.get(f"{name}_FILE")
        if not path:
            continue
        if variables.get(name):
            raise stop(f"{name} and {name}_FILE are both set. Leave one of them out.")
        try:
            variables[name] = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise stop(
                f"{name}_FILE names a file that cannot be read: {path}. Is it there, and may the service's user read it?"
            ) from error
        del variables[f"{name}_FILE"]


def refuse_unknown() -> None:
    """
    Look for misspelt variables, after all settings have been read.

    :raises ImproperlyConfigured: if one begins as ours do and is none of them
    """
    known = _read | ELSEWHERE
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            ours = [one.removeprefix(PREFIX) for one in known if one.startswith(PREFIX)]
            near = get_close_matches(name.removeprefix(PREFIX), ours, n=1)
            meant = f"Did you mean {PREFIX}{near[0]}?" if near else "The operator's guide names all."
            raise stop(f"{name} is no setting. {meant} Take it out of the environment, or mend its name.")
