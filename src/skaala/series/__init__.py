"""What is announced: series, events, programme, updates and materials; publishing and copying.

It does not know who registers; that is the room above.
"""
