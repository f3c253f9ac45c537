"""The dates of a text: numeric, in words, as ranges and as lists, and the year each must be in.

It does not know what a date is for; `roles` tells that.
"""
