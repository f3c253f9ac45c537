"""A report full of texts that some program would take for something else; numbers and languages as in the sample."""

from __future__ import annotations

import dataclasses
from itertools import cycle

from benchmarks.report_sample import sample_report
from skaala.reports.contents import Contents, Entry, Quote, Table

MARKUP = (
    '#panic("no") #let x = 1; #sys.inputs',
    "$x^2$ \\ [a](http://x.example) ]] [[ \\u{41} \\#",
    "*bold* _em_ `raw` <label> @ref ~ -- --- ...",
    "// comment /* block */ https://x.example/a?b=1&c=%20#d",
    "= Heading",
    '=HYPERLINK("http://x.example","click")',
    "+1+1",
    "-2+3|cmd",
    "@SUM(A1:A9)",
    "{{ 7*7 }} {% now %}",
    "</a:t></w:p><script>alert(1)</script> &amp; &#x41; ]]>",
    "ä ö å Ä Ö Å š ž đ ŋ – — ” “ ’ € ½ §",
    "\"straight\" 'quotes' and _x0041_",
)
LACKING = ("😀", "👩‍🚀", "漢字")
"""What the fonts of the PDF lack; there the signs are the alternative texts of small pictures."""
UNSEEN = "right\u200fto\u200eleft \u202eexe.gnp \u2066in\u2069 bell\x07 null\x00 half\ud83d"
ENDLESS = "pitkäsana" * 40


def hostile_report(language: str, findings: int = 60) -> Contents:
    """Return the sample with a hostile text in every place that takes one."""
    sample = sample_report(language, findings)
    texts = cycle((*MARKUP, *LACKING, UNSEEN, ENDLESS))

    def of(entry: Entry) -> Entry:
        said = next(texts)
        figures = tuple(
            dataclasses.replace(figure, label=f"{said} {figure.label}" if len(said) < 60 else figure.label)
            for figure in entry.charts[0].figures
        )
        return dataclasses.replace(
            entry,
            title=f"{entry.title} {said if len(said) < 200 else ''}".strip(),
            paragraphs=(*entry.paragraphs, said),
            quotes=(*entry.quotes, Quote(said, "de-AT", said[:40], "javascript:alert(1)", said[:40])),
            charts=(dataclasses.replace(entry.charts[0], figures=figures),),
        )

    return dataclasses.replace(
        sample,
        title=f"{sample.title} #1 [$] 😀",
        publishers=(*sample.publishers, "=A1 & Co"),
        notices=(*sample.notices, "#notice"),
        sections=tuple(
            dataclasses.replace(section, entries=tuple(of(entry) for entry in section.entries))
            for section in sample.sections
        ),
        tables=(
            *sample.tables,
            Table(
                key="hostile",
                title="[Taulu]: */?\\ 'x'",
                note=MARKUP[0],
                columns=("=A", *(f"+{number}" for number in range(9))),
                rows=tuple((text, *range(8), None) for text in MARKUP),
            ),
        ),
    )
