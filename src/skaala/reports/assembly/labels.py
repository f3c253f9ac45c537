"""Words beside figures: whose share it is, of what, how far it carries; in the active language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.reports.assembly.numbers import number_word
from skaala.reports.figures.counts import Share
from skaala.reports.figures.facts import Facts
from skaala.reports.figures.vote_snapshot import AFTER, ALL, BEFORE
from skaala.series.models import WordList
from skaala.series.models.own_words import Vocabulary, words_here
from skaala.ui.texts import Texts

PRECISE, ROUGH = 10, 18
"""Half the width of an interval, in percentage points, up to which a share is precise, or shows a direction."""
UNSTABLE = {"shaky", "not firm"}
"""Grades of opinion groups from which nothing should be concluded."""


APART = {"gap", "mixed"}
"""Sides whose shares are told in sentences and drawn in no chart."""


def voters_label(who: str, kept: Mapping[str, Texts] | None = None) -> str:
    """
    Return the name of those whom a figure is about.

    :param kept: what perspectives were called when the figure was published; today's words of the organisation without it
    """
    if who == ALL:
        return _("All who voted")
    if who == BEFORE:
        return pgettext("figure", "Before")
    if who == AFTER:
        return pgettext("figure", "After")
    if kept is not None:
        return capfirst(str(kept[who]) if who in kept else Vocabulary(WordList.PERSPECTIVES).label(who))
    return capfirst(words_here(WordList.PERSPECTIVES).label(who))


def name_inside(who: str) -> str:
    """Return the name of a perspective as it is written inside a sentence."""
    name = voters_label(who)
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def figure_label(share: Share) -> str:
    """Return whom a figure is about, and that it is a bound where it is one."""
    template = {
        "at_least": pgettext("figure", "%(who)s, at least"),
        "at_most": pgettext("figure", "%(who)s, at most"),
        "about": pgettext("figure", "%(who)s, about"),
    }.get(share.bound, "%(who)s")
    return template % {"who": voters_label(share.who)}


def side_label(side: str) -> str:
    """Return what is shared, as a word beside the figure."""
    return pgettext("share", "agree") if side == "agree" else pgettext("share", "disagree")


def chart_words(shares: Sequence[Share], is_question: bool = False) -> tuple[str, str]:
    """Return title and alternative text of the bars of ``shares``."""
    title = _("How many agree") if shares[0].side == "agree" else _("How many disagree")
    if is_question:
        title = _("How many find the question worth answering")
    rows = "; ".join(
        f"{figure_label(share)} {share.share} % ({share.low}–{share.high} %)" for share in shares
    )
    return title, _("Bars of shares with their 95%% confidence intervals: %(rows)s.") % {"rows": rows}


def firmness(shares: Sequence[Share], facts: Facts, usual: str = "") -> str:
    """
    Return in words how reliable the figures are: from how many workshops, how wide the interval, what the opinion groups say.

    How many voted is said by the finding and its chart, and not again here. Empty where there is nothing to add.

    :param usual: how precise most figures of the report are, which is said once and not here again
    """
    first = next((share for share in shares if share.side != "gap"), None)
    if first is None:
        return ""
    exact = precision(shares)
    own = [exact] if exact != usual else []
    if facts.get("statements"):
        return " ".join([_votes_on_claim(first.votes), *own])
    boards = facts.get("boards", 1)
    several = (
        [_("The votes are from %(boards)s workshops.") % {"boards": number_word(boards)}]
        if boards > 1  # where it is one, the quotation names it
        else []
    )
    return " ".join([*several, *own, *_groups(facts)])


def precision(shares: Sequence[Share]) -> str:
    """Return how precise the first share is; empty where there is none."""
    first = next((share for share in shares if share.side != "gap"), None)
    return _precision((first.high - first.low) / 2) if first else ""


def usual_precision(figures: Sequence[Sequence[Share]]) -> str:
    """Return how precise most first shares are; empty where there are not several of them."""
    known = [words for shares in figures if (words := precision(shares))]
    return max(known, key=known.count) if len(known) > 1 else ""


def most_are(usual: str) -> str:
    """Return the same as a sentence about the whole report."""
    return {
        _precision(PRECISE): _(
            "Most shares in this report are accurate to within ten percentage points. Where one is not, its finding says so."
        ),
        _precision(ROUGH): _(
            "Most shares in this report show the direction; the exact share is uncertain. Where it is otherwise, the finding says so."
        ),
        _precision(100): _(
            "Most shares in this report are indicative only, since there are few votes. Where it is otherwise, the finding says so."
        ),
    }[usual]


def _votes_on_claim(votes: int) -> str:
    return _(
        "Based on the votes of at least %(votes)s people on statements that say the same; shares are rounded to five percentage points."
    ) % {"votes": votes}


def _precision(half_width: float) -> str:
    if half_width <= PRECISE:
        return _("Reliable: the share is accurate to within ten percentage points.")
    if half_width <= ROUGH:
        return _("Shows the direction; the exact share is uncertain.")
    return _("Indicative only: there are few votes.")


def _groups(facts: Facts) -> list[str]:
    groups = facts.get("groups", "")
    if not groups:
        return []
    if groups == "all":
        return []  # that they disagree is worth a word
    sentences = [_("The opinion groups disagree with each other.")]
    if facts.get("grade", "") in UNSTABLE:
        sentences.append(_("The groups themselves are not stable."))
    return sentences
