"""
The themes of a series' statements: as they were computed, and as an analyst changed them.

The computing itself is in :mod:`skaala.insight`; the report reads the themes and does not change them.
"""
