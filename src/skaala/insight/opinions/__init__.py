"""The opinion map of votes: axes, positions, groups, how firm they are, and what represents, unites and divides them.

It does not decide what may be published of the result: see :mod:`skaala.insight.disclosure`.
"""
