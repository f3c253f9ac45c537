"""What a date is for: an event, the opening or last day of registration, publication, or none of these.

It judges a date by the words around it; which dates are the same event is for `events`.
"""
