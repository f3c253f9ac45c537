"""Whether an action suits one's municipality, in a word and the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from skaala.catalogue.presenters.suggestions import SuggestionLine, line_of
from skaala.catalogue.queries.fit import Fit


@dataclass(frozen=True)
class FitWords:
    """
    What the page says to one's municipality.

    :ivar verdict: in a few words; ``look`` colours it
    :ivar line: the reasons; None where it does the action itself, or has ended it
    """

    place: Any
    verdict: str
    look: str
    line: SuggestionLine | None


def fit_words(fit: Fit) -> FitWords:
    """Return the verdict: its own, how far it has come, what is missing, what it has to find out, or that nothing is in the way."""
    if fit.is_own:
        return FitWords(fit.place, _("This is your own action"), "quiet", None)
    line = line_of(fit.action, fit.place, fit.why)
    if fit.adoption is not None:
        reported = _("You have reported: %(stage)s") % {"stage": fit.adoption.get_stage_display()}
        return FitWords(fit.place, reported, "calm", line)
    if line.lacks:
        return FitWords(fit.place, _("Does not suit as it is"), "alarm", line)
    if line.unknown:
        return FitWords(fit.place, _("May suit, if you have what it needs"), "warm", line)
    if fit.action.needs:
        return FitWords(fit.place, _("Suits, as far as is known"), "calm", line)
    return FitWords(fit.place, _("Nothing known is in the way"), "calm", line)


def fit_in_a_cell(words: FitWords) -> str:
    """Return the verdict with what is missing or unknown, for a table."""
    needs = [*words.line.lacks, *words.line.unknown] if words.line else []
    return f"{words.verdict}: {', '.join(map(str, needs))}" if needs else words.verdict
