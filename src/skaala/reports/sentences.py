"""A raw finding put into words, by rule, in the active language; its statement stays in the language it was written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from skaala.reports.ballots import AFTER, ALL, BEFORE, Share
from skaala.series.models import Event
from skaala.ui.texts import LANGUAGES, Texts

if TYPE_CHECKING:  # drafting brings the engine's libraries, which web processes do without
    from skaala.reports.drafting import Drafted

KINDS = {
    "shared_view": gettext_lazy("Shared view"),
    "difference": gettext_lazy("Difference between perspectives"),
    "good_practice": gettext_lazy("Good practice"),
    "bottleneck": gettext_lazy("Bottleneck"),
    "support_measure": gettext_lazy("Support measure"),
    "next_step": gettext_lazy("Next step"),
    "open_question": gettext_lazy("Open question"),
    "moved": gettext_lazy("Change of views"),
    "study": gettext_lazy("Finding of the study"),
}
_QUOTED = {"fi": "”{}”", "sv": "”{}”", "en": "“{}”"}


def in_three_languages(drafted: Drafted, statement: str) -> tuple[Texts, Texts]:
    """Return title and text of a finding in Finnish, Swedish and English."""
    titles, texts = {}, {}
    for language in LANGUAGES:
        with translation.override(language):
            titles[language] = title(drafted, statement)
            texts[language] = "\n\n".join(paragraphs(drafted))
    return Texts(**titles), Texts(**texts)


def quoted(text: str) -> str:
    """Put ``text`` between the quotation marks of the active language."""
    return _QUOTED[(translation.get_language() or "en")[:2]].format(text)


def who_words(who: str) -> str:
    """Name those whom a figure is about, in the active language."""
    if who in {ALL, BEFORE, AFTER}:
        return {
            ALL: _("All who took a stand"),
            BEFORE: pgettext("figure", "Before"),
            AFTER: pgettext("figure", "After"),
        }[who]
    return capfirst(str(Event.Perspective(who).label)) if who in Event.Perspective.values else who


def title(drafted: Drafted, statement: str) -> str:
    """Say the finding in one sentence."""
    said, facts = quoted(statement), drafted.facts
    if drafted.rule in {"shared", "most"}:
        agrees = facts["side"] == "agree"
        if drafted.rule == "shared":
            words = (
                _("All perspectives agree: %(said)s") if agrees else _("All perspectives disagree: %(said)s")
            )
        else:
            is_of_each = len(drafted.shares) > 2
            words = (
                (_("Most of each perspective agree: %(said)s") if is_of_each else _("Most agree: %(said)s"))
                if agrees
                else (
                    _("Most of each perspective disagree: %(said)s")
                    if is_of_each
                    else _("Most disagree: %(said)s")
                )
            )
        return words % {"said": said}
    if drafted.rule == "difference":
        return _("%(more)s agree more often than %(less)s: %(said)s") % {
            "more": who_words(facts["more"]),
            "less": Event.Perspective(facts["less"]).label,
            "said": said,
        }
    if drafted.rule == "moved":
        more = facts["change"] > 0
        words = (
            _("More agree after than before: %(said)s")
            if more
            else _("Fewer agree after than before: %(said)s")
        )
        return words % {"said": said}
    return said


def paragraphs(drafted: Drafted) -> list[str]:
    """Say the figures in words."""
    if drafted.rule == "moved":
        return [_moved(drafted)]
    found = [_all(drafted)]
    by_perspective = [share for share in drafted.shares if share.who != ALL and share.side != "gap"]
    if drafted.rule == "difference":
        found.append(_difference(drafted))
    elif len(by_perspective) > 1:
        found.append(
            _("By perspective: %(shares)s.")
            % {"shares": "; ".join(f"{who_words(share.who)} {share.share} %" for share in by_perspective)}
        )
    return found


def _all(drafted: Drafted) -> str:
    share = next(share for share in drafted.shares if share.who == ALL)
    words = (
        _("%(share)s %% of %(votes)s who took a stand agree (95 %% interval %(low)s–%(high)s %%).")
        if share.side == "agree"
        else _("%(share)s %% of %(votes)s who took a stand disagree (95 %% interval %(low)s–%(high)s %%).")
    )
    said = words % _numbers(share)
    if drafted.rule == "ranked" and drafted.facts["rank"] == 1:
        said += " " + {
            "good_practice": _("Of the good practices it finds the surest agreement."),
            "bottleneck": _("Of the bottlenecks it finds the surest agreement."),
            "next_step": _("Of the next steps it finds the surest agreement."),
            "open_question": _("Of the open questions it finds the surest agreement."),
        }.get(drafted.kind, "")
    return said


def _difference(drafted: Drafted) -> str:
    by_who = {share.who: share for share in drafted.shares}
    more, less, gap = by_who[drafted.facts["more"]], by_who[drafted.facts["less"]], drafted.shares[-1]
    return _(
        "%(more)s: %(more_share)s %% agree; %(less)s: %(less_share)s %%. The difference is %(gap)s percentage points "
        "(95 %% interval from %(low)s to %(high)s)."
    ) % {
        "more": who_words(more.who),
        "more_share": more.share,
        "less": who_words(less.who),
        "less_share": less.share,
        "gap": gap.share,
        "low": gap.low,
        "high": gap.high,
    }


def _moved(drafted: Drafted) -> str:
    before, after = drafted.shares
    said = _(
        "%(votes)s people took a stand on it in more than one workshop. First %(before)s %% of them agreed, last "
        "%(after)s %%."
    ) % {"votes": after.votes, "before": before.share, "after": after.share}
    by_chance = _("A change of this size may be chance.")
    return f"{said} {by_chance}" if drafted.facts["by_chance"] else said


def _numbers(share: Share) -> dict[str, int]:
    return {"share": share.share, "votes": share.votes, "low": share.low, "high": share.high}


def firmness(shares: Sequence[Share], facts: Mapping[str, Any]) -> str:
    """Say in words how far the figures carry: how many votes, how wide the interval, and what the opinion groups say."""
    told = [share for share in shares if share.side != "gap"]
    if not told:
        return ""
    first = told[0]
    half = (first.high - first.low) / 2
    boards = int(facts.get("boards", 1))
    said = [
        ngettext(
            "Rests on %(votes)s votes from %(boards)s workshop.",
            "Rests on %(votes)s votes from %(boards)s workshops.",
            boards,
        )
        % {"votes": first.votes, "boards": boards},
        _("Carries well: the share is known to within ten percentage points.")
        if half <= 10
        else _("Shows the direction; the exact share is uncertain.")
        if half <= 18
        else _("A hint from few votes; do not lean on the number."),
    ]
    grade = facts.get("grade", "")
    if facts.get("groups") == "all":
        said.append(_("Most of every opinion group say so."))
    elif facts.get("groups") == "split":
        said.append(_("The opinion groups are of different minds."))
    if facts.get("groups") and grade in {"shaky", "not firm"}:
        said.append(_("The groups themselves are not firm."))
    return " ".join(said)


def chart_words(shares: Sequence[Share]) -> tuple[str, str]:
    """Return title and alternative text of the bars of ``shares``."""
    side = shares[0].side
    title = _("How many agree") if side == "agree" else _("How many disagree")
    rows = "; ".join(
        f"{who_words(share.who)} {share.share} % ({share.low}–{share.high} %)" for share in shares
    )
    return title, _("Bars of shares with their 95 %% intervals: %(rows)s.") % {"rows": rows}


def about(side: str) -> str:
    """Return what is shared, as a word beside the figure."""
    return pgettext("share", "agree") if side == "agree" else pgettext("share", "disagree")
