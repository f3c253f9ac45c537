"""Which of these is for me, as a table."""

import pytest

from skaala.series.rules.choosing import Part, Reason, Situation, perspectives_for


@pytest.mark.parametrize(
    ("part", "size", "situation", "first", "reason"),
    [
        (Part.NETWORK, None, Situation.UNSURE, "network", Reason.COORDINATES),
        (Part.MUNICIPALITY, "small", Situation.LOOKING, "receiver", Reason.LOOKS_FOR_EXAMPLES),
        (Part.MUNICIPALITY, "small", Situation.AHEAD, "pioneer", Reason.HAS_EXAMPLES),
        (Part.MUNICIPALITY, "large", Situation.LOOKING, "receiver", Reason.LOOKS_FOR_EXAMPLES),
        (Part.MUNICIPALITY, "medium", Situation.UNSURE, "receiver", Reason.SMALL_OR_MEDIUM),
        (Part.MUNICIPALITY, "large", Situation.UNSURE, "pioneer", Reason.LARGE),
        (Part.OTHER, None, Situation.UNSURE, "everyone", Reason.FOR_EVERYONE),
    ],
)
def test_what_fits_first(part, size, situation, first, reason):
    fits = perspectives_for(part, size, situation)
    assert next(iter(fits.items())) == (first, reason)
    assert fits["everyone"] == Reason.FOR_EVERYONE
