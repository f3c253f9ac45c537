"""A share of voters in words, as far as it may be told: a number, a bound, or what most of them say."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.insight.disclosure import Bound, Majority


def share_words(
    share: int | None, *, side: str = "agree", bound: str = "", most: str = "", votes: int = 0
) -> str:
    """
    Return how many of those who voted agree, or disagree, in the active language.

    :param share: in per cent; None where only words may tell it
    :param most: what most of them say, for then
    :param votes: how many voted, where that is told
    """
    if share is None:
        return _most(most)
    agrees = side == "agree"
    if bound == Bound.AT_LEAST:
        template = _("at least %(share)s%% agree") if agrees else _("at least %(share)s%% disagree")
    elif bound == Bound.AT_MOST:
        template = _("at most %(share)s%% agree") if agrees else _("at most %(share)s%% disagree")
    elif bound == Bound.ABOUT:
        template = _("about %(share)s%% agree") if agrees else _("about %(share)s%% disagree")
    elif votes:
        template = (
            _("%(share)s%% agree (%(votes)s voters)")
            if agrees
            else _("%(share)s%% disagree (%(votes)s voters)")
        )
    else:
        template = _("%(share)s%% agree") if agrees else _("%(share)s%% disagree")
    return template % {"share": share, "votes": votes}


def _most(most: str) -> str:
    if most == Majority.AGREE:
        return _("more than half agree")
    if most == Majority.DISAGREE:
        return _("more than half disagree")
    return _("neither side has a majority")
