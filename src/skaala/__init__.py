"""Skaala runs a series of workshops from the announcement to the conclusions, and follows what spreads."""
