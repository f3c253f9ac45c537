"""The words that announcements use, as patterns: for kinds of events, for modes of attending, for what a date is for.

It knows words and passages only; what they mean for an event is decided above.
"""
