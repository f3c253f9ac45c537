"""Which of these is for me, as a table."""

import pytest

from skaala.series.choosing import Part, Reason, Stance, perspectives_for


@pytest.mark.parametrize(
    ("part", "size", "stance", "first", "reason"),
    [
        (Part.NETWORK, None, Stance.UNSURE, "network", Reason.COORDINATES),
        (Part.MUNICIPALITY, "small", Stance.LOOKING, "receiver", Reason.LOOKS_FOR_EXAMPLES),
        (Part.MUNICIPALITY, "small", Stance.AHEAD, "pioneer", Reason.HAS_EXAMPLES),
        (Part.MUNICIPALITY, "large", Stance.LOOKING, "receiver", Reason.LOOKS_FOR_EXAMPLES),
        (Part.MUNICIPALITY, "medium", Stance.UNSURE, "receiver", Reason.SMALL_OR_MEDIUM),
        (Part.MUNICIPALITY, "large", Stance.UNSURE, "pioneer", Reason.LARGE),
        (Part.OTHER, None, Stance.UNSURE, "everyone", Reason.FOR_EVERYONE),
    ],
)
def test_what_fits_first(part, size, stance, first, reason):
    fits = perspectives_for(part, size, stance)
    assert next(iter(fits.items())) == (first, reason)
    assert fits["everyone"] == Reason.FOR_EVERYONE
