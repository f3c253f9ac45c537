"""
From findings and figures to the contents of a report, in the words of one language.

It computes no figure and knows no file format.
"""
