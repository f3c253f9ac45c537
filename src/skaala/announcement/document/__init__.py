"""What a text says as a whole: its language, head, day of publication, organisers, audiences and the roles of dates.

It does not know which dates are the same event; `events` tells that.
"""
