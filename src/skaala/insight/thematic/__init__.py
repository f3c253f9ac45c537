"""Thematic analysis: what statements in Finnish, Swedish and English are about, and an analyst's decisions about it.

It uses word lists and a glossary, no language model, and nothing of the votes.
"""
