"""A raw finding put into words by rule, in the active language; its statement stays in the language it was written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from skaala.reports.assembly.labels import APART, name_inside, voters_label
from skaala.reports.assembly.numbers import listed, number_word
from skaala.reports.figures.counts import Share
from skaala.reports.figures.vote_snapshot import ALL
from skaala.series.models import WordList
from skaala.series.models.own_words import words_here
from skaala.ui.offered import offered
from skaala.ui.texts import Texts
from skaala.workshops.presenters.shares import share_words

if TYPE_CHECKING:  # it loads the engine's libraries, which web processes do without
    from skaala.reports.figures.raw_findings import RawFinding


def in_all_languages(raw: RawFinding, said: Texts) -> tuple[Texts, Texts]:
    """Return title and text of a finding in each language that is offered; ``said`` is its statement or claim as it is to be written there."""
    titles, texts = {}, {}
    for language in offered():
        with translation.override(language):
            titles[language] = title(raw, said.for_reader(language).text)
            texts[language] = "\n\n".join(paragraphs(raw))
    return Texts(**titles), Texts(**texts)


def quoted_in_all_languages(text: str, translations: Mapping[str, str] | None = None) -> Texts:
    """Return ``text`` between the quotation marks of each language: translated where it is, else as it was written."""
    found = {}
    for language in offered():
        with translation.override(language):
            found[language] = quoted((translations or {}).get(language) or text)
    return Texts(**found)


def quoted(text: str) -> str:
    """Return ``text`` between the quotation marks of the active language."""
    return pgettext("a quotation", "“%(text)s”") % {"text": text}


def title(raw: RawFinding, said: str) -> str:
    """Return the finding in one sentence."""
    if raw.rule in {"shared", "most"}:
        return _shared_title(raw) % {"said": said}
    if raw.rule == "difference":
        return _("%(more)s agree more often than %(less)s: %(said)s") % {
            "more": voters_label(raw.facts["more"]),
            "less": words_here(WordList.PERSPECTIVES).label(raw.facts["less"]),
            "said": said,
        }
    if raw.rule == "moved":
        template = (
            _("More agree after than before: %(said)s")
            if raw.facts["change"] > 0
            else _("Fewer agree after than before: %(said)s")
        )
        return template % {"said": said}
    return said


def _shared_title(raw: RawFinding) -> str:
    agrees = raw.facts["side"] == "agree"
    if raw.rule == "shared":
        return _("All perspectives agree: %(said)s") if agrees else _("All perspectives disagree: %(said)s")
    if raw.facts.get("is_sure_in_each"):
        return _("A majority of each perspective agrees: %(said)s")
    return _("Most agree: %(said)s") if agrees else _("Most disagree: %(said)s")


def paragraphs(raw: RawFinding) -> list[str]:
    """Return the figures in words."""
    if raw.rule == "moved":
        return [_moved(raw)]
    written = [_all(raw)]
    parts = _by_perspective(raw)
    if raw.rule == "difference" and raw.shares[-1].side == "gap":
        written.append(_difference(raw))
    elif parts:
        written.append(f"{capfirst('; '.join(parts))}.")
    return [*written, *_about_claim(raw)]


def _about_claim(raw: RawFinding) -> list[str]:
    """Say of a claim how many statements it consists of, who are on both sides, and whether its statements part people."""
    number = raw.facts.get("statements", 0)
    if not number:
        return []
    found = [
        ngettext(
            "One statement says this; each person is counted once.",
            "In all %(number)s statements say this; each person is counted once.",
            number,
        )
        % {"number": number_word(number)}
    ]
    found += [
        _("About %(share)s%% agree with one of the statements and disagree with another.")
        % {"share": share.share}
        for share in raw.shares
        if share.side == "mixed"
    ]
    if raw.facts.get("is_contested"):
        found.append(
            _("Most agree with one of these statements and most disagree with another; read them one by one.")
        )
    return [" ".join(found)]


def _by_perspective(raw: RawFinding) -> list[str]:
    """Return what each perspective says that may be told: a number, a bound or what most of it say; those that say the same together."""
    if raw.kind == "open_question":
        return []  # nobody agrees with a question
    disclosed = [
        (share.who, share_words(share.share, side=share.side, bound=share.bound))
        for share in raw.shares
        if share.who != ALL and share.side not in APART
    ]
    disclosed += [(who, share_words(None, most=most)) for who, most in raw.facts.get("parts", {}).items()]
    by_words: dict[str, list[str]] = {}
    for who, words in disclosed:
        by_words.setdefault(words, []).append(name_inside(who))
    if len(disclosed) < 2:
        return []
    return [f"{listed(who)}: {words}" for words, who in by_words.items()]


def _all(raw: RawFinding) -> str:
    share = next((share for share in raw.shares if share.who == ALL), None)
    if share is None:
        return _(
            "More than half of those who voted agree. Fewer than ten people voted, so no percentages are given."
        )
    if raw.facts.get("statements"):
        words = share_words(share.share, side=share.side, bound=share.bound)
        return _("At least %(votes)s people voted: %(words)s.") % {"words": words, "votes": share.votes}
    template = _question() if raw.kind == "open_question" else _in_numbers(raw.statement, share.side)
    return template % _numbers(share)


def _question() -> str:
    return _("%(share)s%% of %(votes)s voters find the question worth answering (%(low)s–%(high)s%%).")


def _in_numbers(statement: str, side: str) -> str:
    """Return a sentence of a share, always the same for a statement; they vary so that thirty in a row can be read."""
    if side != "agree":
        return _("%(share)s%% of %(votes)s voters disagree (%(low)s–%(high)s%%).")
    return (
        _("Of %(votes)s voters, %(share)s%% agree (%(low)s–%(high)s%%)."),
        _("%(share)s%% of %(votes)s voters agree (%(low)s–%(high)s%%)."),
        _("%(votes)s people voted, and %(share)s%% of them agree (%(low)s–%(high)s%%)."),
    )[sum(map(ord, statement)) % 3]


def _difference(raw: RawFinding) -> str:
    by_who = {share.who: share for share in raw.shares}
    more, less, gap = by_who[raw.facts["more"]], by_who[raw.facts["less"]], raw.shares[-1]
    return _(
        "%(more)s: %(more_share)s%% agree; %(less)s: %(less_share)s%%. The difference is %(gap)s percentage points (95%% confidence interval from %(low)s to %(high)s)."
    ) % {
        "more": voters_label(more.who),
        "more_share": more.share,
        "less": voters_label(less.who),
        "less_share": less.share,
        "gap": gap.share,
        "low": gap.low,
        "high": gap.high,
    }


def _moved(raw: RawFinding) -> str:
    before, after = raw.shares
    return _(
        "%(votes)s people voted on it in more than one workshop. First %(before)s %% of them agreed, last %(after)s %%."
    ) % {"votes": after.votes, "before": before.share, "after": after.share}


def _numbers(share: Share) -> dict[str, int]:
    return {"share": share.share, "votes": share.votes, "low": share.low, "high": share.high}
