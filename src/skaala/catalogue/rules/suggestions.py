"""Why an action suits a municipality, in figures that can be stored."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Why:
    """
    What explains a suggestion.

    No number counts the owner: what it does is its own action, not taken up.

    :ivar similar: how many of the municipalities closest in size do it, and of how many
    :ivar has_peers: those are of the same size; otherwise nobody is, and they are only the nearest
    :ivar nearest: code of the nearest municipality that does it, the owner or another; empty if none is known
    :ivar kilometres: how far that is
    :ivar recent: how many have begun in the last two years
    :ivar network: slug of the network in which most other members do it
    :ivar members: how many of them, and of how many
    :ivar reasons: keys of the municipality's own actions that speak for it
    :ivar lacks: what it needs and the municipality is known not to have
    :ivar unknown: what it needs and is not known of the municipality
    :ivar taken_up: how many actions of others the municipality has ever begun
    :ivar is_simulated: invented adoptions are counted in it
    """

    similar: tuple[int, int] = (0, 0)
    has_peers: bool = False
    nearest: str = ""
    kilometres: int = 0
    recent: int = 0
    network: str = ""
    members: tuple[int, int] = (0, 0)
    reasons: list[int] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    taken_up: int = 0
    is_simulated: bool = False

    def stored(self) -> dict[str, Any]:
        """Return it as JSON gives it back, so that the same is recognised as the same."""
        return asdict(self) | {"similar": list(self.similar), "members": list(self.members)}

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Why:
        """Read what :meth:`stored` wrote, also an earlier version of the program."""
        known = {name: value for name, value in stored.items() if name in cls.__dataclass_fields__}
        for name in ("similar", "members"):
            if name in known:
                known[name] = tuple(known[name])
        return cls(**known)
