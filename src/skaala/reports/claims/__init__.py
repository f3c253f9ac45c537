"""
The claims of a series: statements that say the same, as an analyst has put them together for the report.

A merge on a board changes the board; a claim changes the report alone. Candidates are offered, nothing is put together
automatically.
"""
