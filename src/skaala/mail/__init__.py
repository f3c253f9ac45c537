"""Letters: queue, deliver, retry; and the calendar files they carry.

It does not know what a letter says: the room that queues one registers who composes it.
"""
