"""Which action a municipality is likely to take up next, and which municipality an action: from who adopted what, when.

It ranks and explains in data; words, distances on a page and who may see what are for the rooms above.
"""
