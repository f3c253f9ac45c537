"""Draws an opinion picture as one SVG: the map, and statements as bars per group.

Legible in black and white: groups differ by the form of their marks, votes by their filling. Each drawing
has a title and a description in words, which is what those hear who do not see it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from html import escape

import numpy as np

from skaala.insight.counts import Counts
from skaala.insight.opinions.analysis import Opinion
from skaala.insight.opinions.separation import Separation

WIDTH, MAP_HEIGHT, MARGIN = 800, 520, 40
BAR_LEFT, BAR_WIDTH, BAR_HEIGHT, LINE = 330, 420, 16, 16
STATEMENTS_AT_MOST = 12
PEOPLE_AT_MOST = 4000
# Forms by group: path data around (0, 0), and whether the mark is filled.
MARKS = (
    ("M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z", True),
    ("M-4,-4H4V4H-4Z", False),
    ("M0,-5L5,4H-5Z", True),
    ("M0,-6L5,0L0,6L-5,0Z", False),
    ("M-4,-4L4,4M4,-4L-4,4", False),
    ("M-5,0H5M0,-5V5", False),
)
NOBODYS_MARK = "M-1.5,0a1.5,1.5 0 1,0 3,0a1.5,1.5 0 1,0 -3,0Z"


def draw_opinion(
    opinion: Opinion, separation: Separation, *, says: str, texts: Mapping[str, str] | None = None
) -> str:
    """
    Draw the map and, below it, the statements that stand for groups, unite or divide.

    Where groups are not separate, everybody has the same mark, and the bars are those of all together.
    """
    shown_groups = list(range(opinion.k)) if separation.separate else []
    statements = _statements_to_show(opinion)
    rows, height = _draw_bars(opinion, shown_groups, statements, texts or {}, MAP_HEIGHT + 40)
    people = _draw_people(opinion, shown_groups)
    described = _describe(opinion, shown_groups, says)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" aria-labelledby="title description" '
            'font-family="system-ui, sans-serif" font-size="12" fill="#000">',
            '<title id="title">Opinion map and statements</title>',
            f'<desc id="description">{escape(described)}</desc>',
            '<defs><pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/>'
            '<rect width="2" height="5" fill="#000"/></pattern></defs>',
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            *people,
            *rows,
            "</svg>",
            "",
        ]
    )


def _draw_people(opinion: Opinion, shown_groups: list[int]) -> list[str]:
    places = opinion.places
    reach = max(float(np.max(np.abs(places))) if places.size else 0.0, 1e-9)
    scale = (MAP_HEIGHT / 2 - MARGIN) / reach
    middle = (WIDTH / 2, MAP_HEIGHT / 2)
    drawn = [
        '<g role="img" aria-labelledby="map-title">',
        '<title id="map-title">Map: each mark is a participant; near each other means voting alike</title>',
        f'<path d="M{MARGIN},{middle[1]:g}H{WIDTH - MARGIN}M{middle[0]:g},{MARGIN}V{MAP_HEIGHT - MARGIN}" '
        'stroke="#999" fill="none"/>',
    ]
    step = max(1, -(-opinion.votes.n_participants // PEOPLE_AT_MOST))
    for i in range(0, opinion.votes.n_participants, step):
        group = int(opinion.labels[i])
        at = f"{middle[0] + scale * places[i, 0]:.1f},{middle[1] - scale * places[i, 1]:.1f}"
        if group < 0:
            drawn.append(f'<path transform="translate({at})" d="{NOBODYS_MARK}" fill="#777"/>')
        else:
            form, filled = MARKS[group % len(MARKS)] if group in shown_groups else MARKS[0]
            fill = "#000" if filled else "none"
            drawn.append(
                f'<path transform="translate({at})" d="{form}" fill="{fill}" fill-opacity="0.55" '
                'stroke="#000"/>'
            )
    for group in shown_groups:
        centre = places[opinion.labels == group].mean(axis=0)
        x, y = middle[0] + scale * centre[0], middle[1] - scale * centre[1]
        drawn.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-weight="bold" font-size="16" '
            f'stroke="#fff" stroke-width="4" paint-order="stroke">'
            f"{escape(_group_words(opinion, group))}</text>"
        )
    drawn.append("</g>")
    return drawn


def _draw_bars(
    opinion: Opinion, shown_groups: list[int], statements: list[int], texts: Mapping[str, str], top: int
) -> tuple[list[str], int]:
    drawn = [_legend(top)]
    y = top + 30
    for j in statements:
        name = opinion.votes.statements[j]
        lines = textwrap.wrap(texts.get(name) or f"Statement {name}", 46)[:4]
        bars = [(_group_words(opinion, group), *_votes(opinion.counts, group, j)) for group in shown_groups]
        bars.append(("all", *_votes(opinion.everybody, 0, j)))
        spoken = "; ".join(
            f"{who}: {agree} agree, {disagree} disagree, {total - agree - disagree} pass"
            for who, agree, disagree, total in bars
        )
        drawn.append(f'<g role="img"><title>{escape(" ".join(lines))}</title><desc>{escape(spoken)}</desc>')
        for number, line in enumerate(lines):
            drawn.append(f'<text x="{MARGIN / 2:g}" y="{y + 12 + number * LINE}">{escape(line)}</text>')
        for number, bar in enumerate(bars):
            drawn.append(_bar(*bar, y + number * (BAR_HEIGHT + 4)))
        drawn.append("</g>")
        y += max(len(lines) * LINE, len(bars) * (BAR_HEIGHT + 4)) + 14
    return drawn, y + 10


def _votes(counts: Counts, row: int, statement: int) -> tuple[int, int, int]:
    agree, disagree, total = counts.agree, counts.disagree, counts.total
    return int(agree[row, statement]), int(disagree[row, statement]), int(total[row, statement])


def _bar(who: str, agree: int, disagree: int, total: int, y: int) -> str:
    """Agreeing black from the left, disagreeing striped from the right, passes white between."""
    left, right = (BAR_WIDTH * part / max(total, 1) for part in (agree, disagree))
    return (
        f'<rect x="{BAR_LEFT}" y="{y}" width="{BAR_WIDTH}" height="{BAR_HEIGHT}" fill="#fff" stroke="#000"/>'
        f'<rect x="{BAR_LEFT}" y="{y}" width="{left:.1f}" height="{BAR_HEIGHT}" fill="#000"/>'
        f'<rect x="{BAR_LEFT + BAR_WIDTH - right:.1f}" y="{y}" width="{right:.1f}" height="{BAR_HEIGHT}" '
        'fill="url(#stripes)" stroke="#000"/>'
        f'<text x="{BAR_LEFT + BAR_WIDTH + 6}" y="{y + 12}" font-size="10">{escape(who)}</text>'
    )


def _legend(y: int) -> str:
    parts = (("agree", "#000"), ("pass", "#fff"), ("disagree", "url(#stripes)"))
    return "".join(
        f'<rect x="{BAR_LEFT + 130 * i}" y="{y}" width="14" height="14" fill="{fill}" stroke="#000"/>'
        f'<text x="{BAR_LEFT + 130 * i + 20}" y="{y + 12}">{word}</text>'
        for i, (word, fill) in enumerate(parts)
    )


def _statements_to_show(opinion: Opinion) -> list[int]:
    chosen = [one.statement for group in opinion.representative for one in group]
    chosen += [*opinion.divisive, *opinion.majority.agree, *opinion.majority.disagree]
    return list(dict.fromkeys(chosen))[:STATEMENTS_AT_MOST]


def _describe(opinion: Opinion, shown_groups: list[int], says: str) -> str:
    voted_on = int(opinion.votes.has_votes.sum())
    people = f"{opinion.votes.n_participants} participants voted on {voted_on} statements."
    groups = " ".join(
        f"{_group_words(opinion, group).capitalize()} has {int(opinion.sizes[group])} people."
        for group in shown_groups
    )
    return f"{says} {people} {groups}".strip()


def _group_words(opinion: Opinion, group: int) -> str:
    return f"group {opinion.group_names[group]}"
