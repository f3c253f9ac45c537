"""Boards: prompts, statements, votes and what they say; and the files in which others keep theirs.

It does not know who registered: a participant of a board is a pseudonym.
"""
