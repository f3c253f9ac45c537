"""What a phone shows of a report at once, and what is one press away: nothing is left out."""

from __future__ import annotations

import pytest

from skaala.reports.renderers.page.presenters import SectionView


@pytest.mark.parametrize(("number", "at_once"), [(0, 0), (3, 3), (4, 4), (5, 3), (20, 3)])
def test_three_are_seen_at_once_and_nobody_asks_for_one_more(number, at_once):
    entries = list(range(number))
    section = SectionView("next_step", "Next steps", "", entries)  # type: ignore[arg-type]
    assert len(section.first) == at_once
    assert [*section.first, *section.others] == entries
