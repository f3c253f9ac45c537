"""Tables: the rows of a file that a spreadsheet wrote.

It does not know what the columns mean, and nothing is kept here; no Django, no clock.
"""
