"""Accounts of those who work here, organisations, and how often a stranger may knock.

Participants have no account and are not here.
"""
