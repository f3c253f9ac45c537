"""What the public and participants see: the announcement, registration and the personal page.

It asks the rooms below, acts once and answers; it holds no rules and no tables of its own.
"""
