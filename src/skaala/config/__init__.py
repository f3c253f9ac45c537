"""Puts the house together: settings, addresses, servers and the `skaala` command.

Nothing is decided here about series, people or emails; the rooms below do that.
"""
