"""A chart that the speaker can edit in the slide program: bars with their intervals as error bars."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from skaala.reports.contents import Chart
from skaala.reports.renderers.slides.deck import BAR, INK, LINE, REGIONS, SMALL, SOFT, describe
from skaala.reports.renderers.slides.fit import cut
from skaala.reports.renderers.texts import clean, percent

MOST_BARS = 8


def add_chart(
    shapes: Any, chart: Chart, series: str, language: str, place: tuple[float, float, float, float]
) -> None:
    """Add the bars of ``chart`` (at most `MOST_BARS`) at left, top, width, height in inches."""
    figures = chart.figures
    data = CategoryChartData(number_format="0")
    # The share leads, so no label can begin like a formula in the table behind the chart.
    data.categories = [
        cut(f"{percent(figure.share)} {clean(figure.label)}", SMALL, place[2] * 0.4, 3) for figure in figures
    ]
    data.add_series(series, [figure.share for figure in figures])
    left, top, width, tall = (Inches(each) for each in place)
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, left, top, width, tall, data)
    describe(frame, clean(chart.alternative) or clean(chart.title), clean(chart.title))
    made = frame.chart
    made.has_legend = False
    made.has_title = False
    made.font.size = Pt(SMALL)
    made.font.color.rgb = INK
    made._chartSpace.find(f".//{qn('a:defRPr')}").set("lang", REGIONS.get(language, language))
    plot = made.plots[0]
    plot.gap_width = 60
    bars = plot.series[0]
    bars.format.fill.solid()
    bars.format.fill.fore_color.rgb = BAR
    bars.invert_if_negative = False
    made.category_axis.reverse_order = True
    made.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    made.category_axis.format.line.color.rgb = SOFT
    values = made.value_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, 100, 25
    values.major_gridlines.format.line.color.rgb = LINE
    values.format.line.fill.background()
    values.major_tick_mark = XL_TICK_MARK.NONE
    # The order is reversed, so what would be on top is at the foot.
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    values.tick_labels.number_format = '0"' + percent(0)[1:] + '"'
    values.tick_labels.number_format_is_linked = False
    _add_intervals(bars._element, [(f.share - f.low, f.high - f.share) for f in figures])


def _add_intervals(series: Any, reaches: list[tuple[int, int]]) -> None:
    whole = etree.SubElement(series, qn("c:errBars"))
    for name, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(whole, qn(f"c:{name}"), val=value)
    for name, side in (("plus", 1), ("minus", 0)):
        numbers = etree.SubElement(etree.SubElement(whole, qn(f"c:{name}")), qn("c:numLit"))
        etree.SubElement(numbers, qn("c:formatCode")).text = "General"
        etree.SubElement(numbers, qn("c:ptCount"), val=str(len(reaches)))
        for at, reach in enumerate(reaches):
            point = etree.SubElement(numbers, qn("c:pt"), idx=str(at))
            etree.SubElement(point, qn("c:v")).text = str(max(0, reach[side]))
    line = etree.SubElement(etree.SubElement(whole, qn("c:spPr")), qn("a:ln"), w="22225")
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), val=str(INK))
    # The schema wants error bars before the categories.
    series.find(qn("c:cat")).addprevious(whole)
