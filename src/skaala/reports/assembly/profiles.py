"""A profile of each theme by rule: of what kinds its statements are, what is common ground, what divides and whom, what is uncertain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.reports.assembly.labels import name_inside, voters_label
from skaala.reports.assembly.numbers import listed, number_word
from skaala.reports.assembly.said import Sayings
from skaala.reports.contents import Profile
from skaala.reports.figures.alignment import Differing, parting, rows_of_theme
from skaala.reports.figures.statement_lists import AGREED, DIVISIVE, QUESTION, UNCERTAIN, Tallies, Tally

MOST_QUOTED = 2
KINDS = ("good_practice", "bottleneck", "support_measure", "next_step", "open_question")


def profiles(
    themes: Iterable[tuple[str, Sequence[str]]],
    tallies: Tallies,
    kinds: Mapping[str, str],
    said: Sayings,
    differing: Differing,
) -> tuple[Profile, ...]:
    """Return the profiles of the themes of which anything may be told."""
    found: list[Profile] = []
    for name, members in themes:
        rows = rows_of_theme(tallies, members)
        if len(rows) > 1:
            paragraphs = tuple(_paragraphs(rows, kinds, said, differing, len(found)))
            found.append(Profile(name, paragraphs, tuple(row.number for row in rows)))
    return tuple(found)


def _paragraphs(
    rows: Sequence[Tally], kinds: Mapping[str, str], said: Sayings, differing: Differing, place: int
) -> Iterable[str]:
    counts = listed(kind_counts(kinds.get(row.statement, "") for row in rows))
    yield f"{capfirst(counts)}."
    yield from _common_ground(rows, said, place)
    yield from _divides(rows, said, differing, place)
    yield from _uncertain(rows, said, place)
    questions = [said.quote(row) for row in rows if row.listed == QUESTION][:MOST_QUOTED]
    if questions:
        yield _("To be answered: %(said)s.") % {"said": listed(questions)}


def kind_counts(kinds: Iterable[str]) -> list[str]:
    """Return how many of each kind there are, in words, the most frequent first."""
    counts = Counter(kinds)
    words = {
        "good_practice": lambda n: ngettext("one good practice", "%(number)s good practices", n),
        "bottleneck": lambda n: ngettext("one bottleneck", "%(number)s bottlenecks", n),
        "support_measure": lambda n: ngettext("one support measure", "%(number)s support measures", n),
        "next_step": lambda n: ngettext("one next step", "%(number)s next steps", n),
        "open_question": lambda n: ngettext("one open question", "%(number)s open questions", n),
    }
    named = sorted(
        (kind for kind in KINDS if counts[kind]), key=lambda kind: (-counts[kind], KINDS.index(kind))
    )
    return [words[kind](counts[kind]) % {"number": number_word(counts[kind])} for kind in named]


def _common_ground(rows: Sequence[Tally], said: Sayings, place: int) -> Iterable[str]:
    agreed = sorted((row for row in rows if row.listed == AGREED), key=lambda row: (-row.low, row.number))
    for_it = [said.quote(row) for row in agreed if row.is_for][:MOST_QUOTED]
    against = [said.quote(row) for row in agreed if not row.is_for][:MOST_QUOTED]
    if for_it:
        yield (
            _("Common ground: %(said)s."),
            _("Most participants agree on this: %(said)s."),
            _("Agreement is widest here: %(said)s."),
        )[place % 3] % {"said": listed(for_it)}
    if against:
        yield _("Most disagree with this: %(said)s.") % {"said": listed(against)}
    if not agreed:
        yield (
            _("No statement of this theme has a majority beyond chance."),
            _("Whether most agree on anything here cannot be told from these votes."),
        )[place % 2]


def _divides(rows: Sequence[Tally], said: Sayings, differing: Differing, place: int) -> Iterable[str]:
    apart = parting(rows, differing)
    if apart is not None:
        yield _("Here the perspectives part: %(said)s. %(more)s agree more often than %(less)s.") % {
            "said": said.quote(apart.row),
            "more": voters_label(apart.more),
            "less": name_inside(apart.less),
        }
    divided = [row for row in rows if row.listed == DIVISIVE and (apart is None or row != apart.row)]
    if divided:
        row = max(divided, key=lambda each: (each.division, -each.number))
        template = (
            _("What divides: %(said)s. %(agree)s%% agree, %(disagree)s%% disagree."),
            _("Opinions are split on this: %(said)s. %(agree)s%% are for and %(disagree)s%% against."),
            _(
                "The participants disagree most about this: %(said)s, with %(agree)s%% for and %(disagree)s%% against."
            ),
        )[place % 3]
        yield template % {"said": said.quote(row), "agree": row.agree, "disagree": row.disagree}


def _uncertain(rows: Sequence[Tally], said: Sayings, place: int) -> Iterable[str]:
    passed = [row for row in rows if row.listed == UNCERTAIN and row.passed]
    few = [row for row in rows if row.votes is None and row.listed == UNCERTAIN]
    if passed:
        row = max(passed, key=lambda each: (each.passed or 0, -each.number))
        template = (
            _("Least settled: %(said)s. %(passed)s%% passed."),
            _("Most often passed on: %(said)s, by %(passed)s%%."),
        )[place % 2]
        yield template % {"said": said.quote(row), "passed": row.passed}
    if few:
        yield ngettext(
            "Fewer than ten people voted on one statement: %(said)s.",
            "Fewer than ten people voted on %(number)s statements, such as %(said)s.",
            len(few),
        ) % {"number": number_word(len(few)), "said": said.quote(few[0])}
