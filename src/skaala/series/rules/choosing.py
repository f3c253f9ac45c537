"""Which of these is for me? Pure: from somebody's part in the matter to the perspective they bring."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What somebody works for."""

    MUNICIPALITY = "municipality"
    NETWORK = "network"
    OTHER = "other"


class Situation(StrEnum):
    """Where their municipality stands with sustainability actions."""

    LOOKING = "looking"
    AHEAD = "ahead"
    UNSURE = "unsure"


class Reason(StrEnum):
    """Why a perspective fits."""

    COORDINATES = "coordinates"
    LOOKS_FOR_EXAMPLES = "looks_for_examples"
    HAS_EXAMPLES = "has_examples"
    SMALL_OR_MEDIUM = "small_or_medium"
    LARGE = "large"
    UNDECIDED = "undecided"
    FOR_EVERYONE = "for_everyone"


def perspectives_for(part: Part, size: str | None, situation: Situation) -> dict[str, Reason]:
    """
    Return the perspectives that fit, the best first, each with the reason.

    :param size: size class of the municipality (small, medium, large), None where there is none

    Small and middle-sized municipalities that look for examples receive; those that are ahead are pioneers whatever
    their size; who does not know goes by size. Coordinators of networks have a workshop of their own. Events for
    everyone always fit.
    """
    fits: dict[str, Reason] = {}
    if part == Part.NETWORK:
        fits["network"] = Reason.COORDINATES
    elif part == Part.MUNICIPALITY:
        if situation == Situation.AHEAD:
            fits["pioneer"] = Reason.HAS_EXAMPLES
        elif situation == Situation.LOOKING:
            fits["receiver"] = Reason.LOOKS_FOR_EXAMPLES
        elif size in {"small", "medium"}:
            fits["receiver"] = Reason.SMALL_OR_MEDIUM
        elif size == "large":
            fits["pioneer"] = Reason.LARGE
        else:
            fits["receiver"] = Reason.UNDECIDED
    fits["everyone"] = Reason.FOR_EVERYONE
    return fits
