"""The synthesis: findings drafted from the boards, edited by a person, published in versions and rendered.

It adds nothing to what was said: every figure leads to votes, every quotation to a statement.
"""
