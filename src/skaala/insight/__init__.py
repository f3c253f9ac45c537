"""Pure computation on votes, statements and counts of people: numbers and texts in, results out.

No Django, no files, no network, no clock, and no chance that the caller has not seeded.
"""
