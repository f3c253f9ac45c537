"""The look: base page, components with their living style guide, styles and words in every language.

It holds no rules and knows no tables.
"""
