"""The events of a text: which dates are the same event, when each begins and ends, which words speak of it.

It does not read places, titles or registration; `drafting` does, from the section of each event.
"""
