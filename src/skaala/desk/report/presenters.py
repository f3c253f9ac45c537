"""What the assistant answered, ready for the page: what changes, or why it is not taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from skaala.reports.models import Assistance

Piece = tuple[str, str]
"""What happens to some words, "" for nothing, "out" or "in", and the words."""


@dataclass(frozen=True)
class PassageView:
    """One passage of a summary: as the rule drafted it, and what the assistant would make of it."""

    place: int
    title: str
    drafted: list[str]
    pieces: list[Piece]
    reasons: list[str]
    is_approved: bool

    @property
    def may_be_used(self) -> bool:
        return bool(self.pieces) and not self.reasons and not self.is_unchanged

    @property
    def is_unchanged(self) -> bool:
        return bool(self.pieces) and all(not action for action, _text in self.pieces)


@dataclass(frozen=True)
class LanguageView:
    """A language of the series, and how far the assistant is with it."""

    code: str
    label: str
    is_offered: bool
    is_own: bool
    """A person has written the summary in this language."""
    is_current: bool
    """What was asked about is what the rule drafts now."""
    assistance: Assistance | None
    passages: list[PassageView]


def passages_of(assistance: Assistance) -> list[PassageView]:
    """Return the passages of what was asked, in their order."""
    if assistance.state == Assistance.State.WAITING:
        return []
    return [
        PassageView(
            place,
            passage["title"],
            passage["drafted"],
            difference(" ".join(passage["drafted"]).split(), passage["answered"].split())
            if passage["answered"]
            else [],
            [reason(each) for each in passage["refusals"]],
            bool(passage["approved_at"]),
        )
        for place, passage in enumerate(assistance.passages)
    ]


def reason(refusal: Mapping[str, Any]) -> str:
    """Return why an answer is not taken."""
    kind, what = refusal["kind"], refusal["what"]
    if refusal["fault"] == "invented":
        return {
            "number": _("It has a number that is not in the draft: %(what)s."),
            "quotation": _("It quotes what is not in the draft: %(what)s."),
            "reference": _("It refers to what the draft does not: %(what)s."),
            "perspective": _("It names a perspective where the draft does not: %(what)s."),
        }[kind] % {"what": what}
    if refusal["fault"] == "missing":
        return {
            "number": _("A number of the draft is missing: %(what)s."),
            "quotation": _("A quotation of the draft is missing or changed: %(what)s."),
            "reference": _("A reference of the draft is missing: %(what)s."),
            "perspective": _("A perspective of the draft is missing: %(what)s."),
        }[kind] % {"what": what}
    if refusal["fault"] == "side" and what:
        return _("Who is on which side, or in which order, may be told otherwise near %(what)s.") % {
            "what": what
        }
    return {
        "side": _("Who is on which side, or in which order, may be told otherwise."),
        "name": _("It names what the draft does not: %(what)s."),
        "markup": _("It has markup, an address or a sign that does not belong in the text: %(what)s."),
        "too long": _("It is longer than the draft."),
        "empty": _("It is empty."),
        "unanswered": _("The assistant did not answer in time, or not in a form that can be read."),
    }[refusal["fault"]] % {"what": what}


def difference(before: Sequence[str], after: Sequence[str]) -> list[Piece]:
    """
    Return the words of two texts in one line.

    >>> difference(["It", "is", "so."], ["It", "was", "so."])
    [('', 'It'), ('out', 'is'), ('in', 'was'), ('', 'so.')]
    """
    found: list[Piece] = []
    for action, start, end, other_start, other_end in SequenceMatcher(
        None, before, after, False
    ).get_opcodes():
        if action == "equal":
            found.append(("", " ".join(before[start:end])))
            continue
        if end > start:
            found.append(("out", " ".join(before[start:end])))
        if other_end > other_start:
            found.append(("in", " ".join(after[other_start:other_end])))
    return found
