"""The text as laid out: folded for reading, cut into lines, blocks and sentences, and the part each line is in.

It knows no dates, times or events; every place in it is a place in the text as written.
"""
