"""The times of day of a text, alone or as ranges, with their time zones.

It does not know which event a time belongs to; `events` tells that.
"""
