"""How long texts of series and events may be, and how large their numbers: one home for forms and programs."""

TITLE = 200
SHORT_NAME = 60
SUMMARY = 500
AUDIENCE = 1000
LONG = 20_000
"""Of a text in Markdown."""
LARGEST_NUMBER = 999
MOST_SEATS = 100_000
