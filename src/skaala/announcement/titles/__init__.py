"""Titles: the text's own, and what a row or a line calls an event.

It knows lines and passages, not events; `drafting` chooses the title of each event.
"""
