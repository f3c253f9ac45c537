"""Pure computation: numbers and texts in, results out.

No Django, no files, no network, no clock, no chance that is not seeded by the caller.
"""
