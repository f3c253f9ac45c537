"""The places of a text: labelled ones, street addresses with the name before them, and known kinds of halls.

It does not know which event is at which place; `drafting` gives each event its own.
"""
