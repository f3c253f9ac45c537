"""Emails: queue, deliver, retry; and the calendar files they carry.

It does not know what an email says: the room that queues one registers who composes it.
"""
