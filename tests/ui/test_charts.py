"""Where bars and lines go."""

from datetime import date

import pytest

from skaala.ui import charts


@pytest.mark.parametrize(
    ("largest", "top"), [(0, 4), (4, 4), (5, 8), (9, 12), (41, 60), (80, 80), (116, 120), (801, 1200)]
)
def test_an_axis_ends_at_a_number_with_whole_quarters(largest, top):
    assert charts.ceiling(largest) == top
    assert top % 4 == 0


def test_the_longest_bar_fills_the_width():
    chart = charts.bars([("Uusimaa", 42, 21), ("Ahvenanmaa", 0, 1)])
    assert [(bar.percent, bar.second_percent) for bar in chart.rows] == [("100", "50"), ("0", "2.38")]
    assert (chart.total, chart.second_total) == (42, 22)


@pytest.mark.parametrize("rows", [[], [("a", 0)], [("a", -3)]])
def test_bars_without_a_length_stay_empty(rows):
    assert [bar.percent for bar in charts.bars(rows).rows] == ["0"] * len(rows)


def test_days_keep_their_distance():
    chart = charts.line([(date(2023, 3, 1), 0), (date(2023, 3, 2), 4), (date(2023, 3, 5), 8)], "fi")
    assert chart.path == "0,100 25,50 100,0"
    assert chart.area == "0,100 0,100 25,50 100,0 100,100"
    assert chart.x_labels == ["1.3.2023", "3.3.2023", "5.3.2023"]
    assert [tick.label for tick in chart.ticks] == ["8", "6", "4", "2", "0"]
    assert (chart.lowest.value, chart.highest.label) == (0, "5.3.2023")


def test_one_point_and_none():
    assert charts.line([], "fi").points == []
    assert charts.line([(date(2023, 3, 1), 2)], "en").x_labels == ["1 March 2023"]
