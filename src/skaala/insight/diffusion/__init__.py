"""How an action spreads: its curve, what becomes of those interested, and a forecast where one can be made.

It counts and fits; drawing is for the rooms above.
"""
