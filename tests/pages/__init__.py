"""What holds for every page: one heading, a language, no hindrance axe or the W3C's checker can see, and it fits.

The pages are data, in `addresses`; a new page is added there by name.
"""
