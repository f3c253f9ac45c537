"""What a reader would strike out is not written: promises a heading cannot keep, the same words thrice, agreement with questions."""

from __future__ import annotations

import pytest
from django.utils import translation

from skaala.reports import operations
from skaala.reports.assembly import labels, wording
from skaala.reports.assembly.builder import build_contents
from skaala.reports.assembly.numbers import grouped
from skaala.reports.figures.raw_findings import draft
from tests.reports.voted import SHARED, a_voted_series, ballots
from tests.workshops.boards import NOW

ALIKE = {"receiver": (9, 0, 0), "pioneer": (8, 0, 0), "network": (7, 0, 0)}
MOSTLY = {"receiver": (13, 5, 0), "pioneer": (12, 5, 0), "network": (6, 5, 0)}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "said"), [("en", "2,593"), ("fi", "2\u00a0593"), ("sv", "2\u00a0593")])
def test_thousands_are_apart(language, said):
    with translation.override(language):
        assert grouped(2593) == said


def test_perspectives_of_which_the_same_is_said_are_named_together():
    (found,) = draft(ballots({"s": "next_step"}, {"s": ALIKE}))
    with translation.override("en"):
        said = wording.paragraphs(found)
    assert said[1].count("municipalities") == 3 and said[1].count("more than half agree") == 1


def test_nobody_agrees_with_a_question():
    (found,) = draft(ballots({"s": "open_question"}, {"s": MOSTLY}))
    with translation.override("en"):
        said = " ".join(wording.paragraphs(found))
        title, _alternative = labels.chart_words(found.shares, is_question=True)
    assert "find the question worth answering" in said and " agree" not in said.replace("agreement", "")
    assert "agree" not in title


@pytest.mark.parametrize(
    ("votes", "heading"), [(SHARED, "What all share"), (MOSTLY, "What most participants share")]
)
def test_the_summary_says_all_only_of_what_all_share(votes, heading):
    series, _board = a_voted_series({"Yhteinen hankinta": ("good_practice", votes)})
    report = operations.draft_report(series=series, now=NOW)
    contents = build_contents(report, "en", now=NOW)
    assert any(part.key == "shared_view" for part in contents.sections)
    assert heading in contents.summary_titles


def test_how_precise_most_shares_are_is_a_sentence():
    with translation.override("en"):
        for half in (5, 15, 40):
            usual = labels._precision(half)
            assert labels.most_are(usual).startswith("Most shares")
